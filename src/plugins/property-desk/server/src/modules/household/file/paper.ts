import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import { say, type FilePart, type FileRecord, type HouseholdFile, type Locale } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { attachment, bodyOf, localeOf } from '../../../kernel/api/respond';
import { noRight } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import { DOCX_TYPE, renderDocument } from '../../../kernel/print';
import { field, optional, parseInput } from '../../../kernel/workflow/input';
import { COMMUNITY_UID } from '../../staff';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../uids';
import { fileNamed } from './named';
import { PARTS } from './parts';
import { filePaper, paperFileName, type FilePaper } from './print';
import { wholeFile } from './read';

/** What is asked of whoever prints: a reason, where numbers shall stand there whole. */
export const PRINTING = z.strictObject({ reason: optional(field.text(200)) });

const ISO = /^\d{4}-\d{2}-\d{2}T/;
const FACTS = ['area', 'occupancy', 'responsible', 'paperPlace'];

/** Prefixes of the words that values of these fields are called by. */
const CHOICES: Record<string, string> = {
  'resident.kind': 'resident.kind',
  'parking-space.kind': 'parking-space.kind',
  'household-paper.kind': 'household-paper.kind',
  'renovation.progress': 'renovation.progress',
  'household.occupancy': 'household.occupancy',
};

/** How a field reads on paper. */
const reading =
  ({ clock }: Kernel, locale: Locale) =>
  (of: string, name: string, value: unknown) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'object') return (value as { name?: string }).name ?? '';
    const text = String(value);
    if (ISO.test(text)) return clock.dayText(new Date(text));
    const words = CHOICES[`${of}.${name}`];
    return words ? say(locale, `${words}.${text}`) : text;
  };

/** Telephones and identity numbers of the residents as they are, by documentId. */
const opened = async (kernel: Kernel, file: HouseholdFile): Promise<Map<string, Record<string, string | null>>> => {
  const { rows, strapi, confidential } = kernel;
  const plain = new Map<string, Record<string, string | null>>();
  for (const { documentId } of file.parts.resident) {
    const row = await rows.first(strapi.db.connection, RESIDENT_UID, { documentId });
    const open = (name: string) => row && confidential.open(RESIDENT_UID, documentId, name, row[name]);
    plain.set(documentId, { telephone: open('telephone'), identityNumber: open('identityNumber') });
  }
  return plain;
};

const paperOf = async (kernel: Kernel, actor: Actor, file: HouseholdFile, full: boolean): Promise<FilePaper> => {
  const { clock, settings, rows, strapi } = kernel;
  const { locale } = settings;
  const read = reading(kernel, locale);
  const whole = full ? await opened(kernel, file) : new Map<string, Record<string, string | null>>();
  const lines = (name: FilePart, fields: string[]) =>
    file.parts[name].map((record: FileRecord) =>
      fields.map((each) =>
        each === 'scans'
          ? String(record.scans?.length ?? 0)
          : read(name, each, whole.get(record.documentId)?.[each] ?? record.fields[each])
      )
    );
  const community = await rows.first(strapi.db.connection, COMMUNITY_UID, { documentId: file.community.documentId });
  const state = ({ type, state: at }: { type: string; state: string }) => say(locale, `${type}.state.${at}`);
  return {
    company: (community?.companyName as string | null) ?? '',
    community: file.community.name,
    name: file.name,
    fileNumber: file.fileNumber ?? '',
    facts: FACTS.map((name) => [name, read('household', name, file.fields[name])]),
    gaps: file.gaps.map(({ code, since }) => ({ code, since: clock.dayText(new Date(since)) })),
    residents: lines('resident', ['name', 'kind', 'relation', 'telephone', 'identityNumber', ...PARTS.resident.span]),
    vehicles: lines('vehicle', ['plate', 'brand', 'colour', 'parkingSpace', 'from', 'until']),
    parkingSpaces: lines('parking-space', ['number', 'kind', 'place', 'from', 'until']),
    keys: lines('key', ['number', 'name', 'place', 'copies', 'until']),
    renovations: lines('renovation', ['permitNumber', 'progress', 'contractor', 'startsOn', 'endsOn', 'inspectedAt']),
    papers: lines('household-paper', ['kind', 'name', 'paperPlace', 'scans', 'receivedAt']),
    cases: file.cases.map((item) => [say(locale, `case.${item.type}`), item.number, item.title, state(item)]),
    loans: file.loans?.map((loan) => [loan.number, loan.title, state(loan), read('loan', 'dueAt', loan.dueAt)]) ?? null,
    full,
    printedAt: clock.format(clock.now()),
    printedBy: actor.name,
  };
};

/**
 * `POST /households/:documentId/print`: the file as a Word file. Numbers stand there whole only for whoever has the
 * right to it and says why; either way the print stands on the access log, and the reason never in an address.
 */
export const printFile = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<void> => {
  const { reason } = parseInput(PRINTING, bodyOf(ctx), localeOf(ctx, kernel.settings.locale));
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  const full = reason !== undefined;
  if (full && !actor.can('print.full')) throw noRight('print.full', '12');
  const file = await wholeFile(kernel, actor, home);
  const paper = await paperOf(kernel, actor, file, full);
  const body = await renderDocument(filePaper(paper, kernel.settings.locale));
  const entry = {
    kind: 'print' as const,
    recordType: HOUSEHOLD_UID,
    recordDocumentId: home.documentId,
    records: file.parts.resident.length,
    field: full ? 'telephone, identityNumber' : null,
    reason: reason ?? null,
    actor,
    community: home.community as number,
  };
  await kernel.strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, [entry]));
  attachment(ctx, paperFileName(file, kernel.settings.locale), DOCX_TYPE, body);
};
