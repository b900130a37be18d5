import type { FilePart, FileRecord, HouseholdFile, InputSchema } from '../../../contracts';
import { fieldsOf } from '../kernel/form/schema';

/** What a line of each part shows, beside its name; the rest stands in its form. */
export const SHOWN: Record<FilePart, string[]> = {
  resident: ['kind', 'relation', 'telephone', 'identityNumber', 'movedInAt', 'movedOutAt'],
  vehicle: ['brand', 'colour', 'energy', 'parkingSpace', 'resident', 'from', 'until'],
  'parking-space': ['kind', 'place', 'from', 'until'],
  key: ['name', 'place', 'copies', 'from', 'until'],
  renovation: ['progress', 'content', 'contractor', 'contactTelephone', 'startsOn', 'endsOn', 'inspectedAt'],
  'household-paper': ['kind', 'resident', 'paperPlace', 'receivedAt', 'until'],
};

/** What people call a record of a part. */
export const NAMED: Record<FilePart, string> = {
  resident: 'name',
  vehicle: 'plate',
  'parking-space': 'number',
  key: 'number',
  renovation: 'permitNumber',
  'household-paper': 'name',
};

const plain = (value: unknown): unknown =>
  value !== null && typeof value === 'object' && 'documentId' in value
    ? (value as { documentId: string }).documentId
    : value;

/** A record as its form begins with it: references by their documentId. */
export const valuesOf = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)]));

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

/**
 * What a form changed: only that is sent, so that nobody writes over what somebody else keeps; what was emptied is
 * sent as null.
 */
export function changedIn(
  schema: InputSchema,
  before: Record<string, unknown>,
  after: Record<string, unknown>
): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name } of fieldsOf(schema)) {
    const [old, now] = [before[name], after[name]];
    if (isEmpty(old) && isEmpty(now)) continue;
    if (old === now) continue;
    input[name] = isEmpty(now) ? null : typeof now === 'string' ? now.trim() : now;
  }
  return input;
}

/** The owners of a flat one after the other, the latest first, each from when until when. */
export const ownersOf = ({ parts }: HouseholdFile): FileRecord[] =>
  parts.resident
    .filter(({ fields }) => fields.kind === 'owner')
    .sort((one, other) => String(other.fields.movedInAt ?? '').localeCompare(String(one.fields.movedInAt ?? '')))
    .sort((one, other) => Number(one.ended) - Number(other.ended));
