import { createHash } from 'node:crypto';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, KEY_UID, PARKING_SPACE_UID, plateKeyOf, RESIDENT_UID, VEHICLE_UID } from '../household';
import { oneLine } from './book/cell';
import { COLUMNS, SHEETS, type Column, type SheetName } from './book/columns';
import type { Problem, Rec, Unit } from './book/units';
import { namesOf, type Building, type Current } from './current';

/** The content type that a sheet fills. */
export const UID_OF: Record<SheetName, string> = {
  households: HOUSEHOLD_UID,
  residents: RESIDENT_UID,
  vehicles: VEHICLE_UID,
  keys: KEY_UID,
  parking: PARKING_SPACE_UID,
};

/** One field that the import would change; confidential ones masked. */
export interface Change {
  sheet: SheetName;
  row: number;
  /** What it is about: the home, and whose or which. */
  about: string;
  field: string;
  from: string | null;
  to: string;
}

/** What becomes of one row. */
export interface Verdict {
  sheet: SheetName;
  rec: Rec;
  /** The record that it is in the archive; none where it is new. */
  stored: Row | null;
  /** What the archive holds of all that the row gives, confidential values hashed. */
  seen: unknown[];
  /** Attributes that differ, as they were entered; empty where nothing does. */
  given: Record<string, string | number>;
  changes: Change[];
}

/** What becomes of a unit: all of it, or nothing. */
export interface Judged {
  unit: Unit;
  roomKey: string | null;
  name: string | null;
  /** The household where it is in the archive. */
  household: Row | null;
  verdicts: Verdict[];
  problems: Problem[];
}

/** Confidential attributes of residents, by how they are compared. */
type Secret = 'telephone' | 'identityNumber' | 'mail';
const SECRETS: readonly string[] = ['telephone', 'identityNumber', 'mail'] satisfies Secret[];

const columnsOf = new Map(
  SHEETS.map((sheet) => [sheet, new Map(COLUMNS[sheet].map((column) => [column.key, column]))])
);

/** Reads the archive's side and the book's, and says what differs. It writes nothing. */
export const createJudge = (kernel: Kernel, buildings: Map<number, Building>, staff: Map<number, string>) => {
  const { confidential, clock } = kernel;
  const hashOf = (field: Secret, plain: string) => confidential.hash(field, plain);

  /** What is compared of a stored secret: its keyed hash. */
  const storedHash = (stored: Row, field: Secret): string | null => {
    if (field !== 'mail') return (stored[`${field}Hash`] as string | null) ?? null;
    const plain = confidential.open(RESIDENT_UID, stored.documentId, 'mail', stored.mail);
    return plain === null ? null : hashOf('mail', plain);
  };
  const maskOf = (stored: Row, field: string) =>
    confidential.mask(RESIDENT_UID, stored.documentId, field, stored[field]);

  /** A stored value in the form in which the book gives it. */
  const asWritten = (column: Column, value: unknown): string | number | null => {
    if (value === null || value === undefined) return null;
    if (column.kind === 'date') return clock.dayText(value as Date);
    if (column.kind === 'area') return Math.round(Number(value) * 100) / 100;
    return typeof value === 'string' ? oneLine(value) : (value as number);
  };

  const said = (current: Current, column: Column, value: string | number | null): string | null => {
    if (value === null) return null;
    if (column.kind === 'staff') return staff.get(value as number) ?? '';
    if (column.kind === 'choice') return String(value);
    return column.kind === 'space' ? (current.names.get(`space ${value}`) ?? '') : String(value);
  };

  const people = (rec: Rec, candidates: Row[]): Row | null => {
    const { name, telephone, identityNumber } = rec.values as Record<string, string | undefined>;
    const masked = (field: Secret, given: string) =>
      given.includes('*') ? (row: Row) => maskOf(row, field) === given : null;
    const same = (field: Secret, given: string | undefined): ((row: Row) => boolean) => {
      if (!given) return () => false;
      const asked = masked(field, given);
      const hash = asked ? null : hashOf(field, given);
      return asked ?? ((row) => storedHash(row, field) === hash);
    };
    const here = (rows: Row[]) => rows.find(({ movedOutAt }) => movedOutAt === null) ?? rows[0] ?? null;
    const byNumber = candidates.filter(same('identityNumber', identityNumber));
    if (byNumber.length > 0) return here(byNumber.filter((row) => row.name === name)) ?? here(byNumber);
    const namesakes = candidates.filter(
      (row) => row.name === name && (!identityNumber || storedHash(row, 'identityNumber') === null)
    );
    const byTelephone = namesakes.filter(same('telephone', telephone));
    if (byTelephone.length > 0) return here(byTelephone);
    // The only one of this name: the number has changed, or was not known.
    return namesakes.length === 1 ? namesakes[0] : null;
  };

  const plated = (rec: Rec, household: Row | null, current: Current): Row | null => {
    const all = current.vehicles.get(plateKeyOf(String(rec.values.plate))) ?? [];
    const own = all.filter((row) => household && row.household === household.id);
    const now = (rows: Row[]) => rows.find(({ until }) => until === null);
    return now(own) ?? now(all) ?? own[0] ?? null;
  };

  return (unit: Unit, current: Current, spacesBefore: Set<string>): Judged => {
    const names = unit.home ? namesOf(buildings, unit.home) : null;
    const household = names ? (current.households.get(names.roomKey) ?? null) : null;
    const problems: Problem[] = [];
    const verdicts: Verdict[] = [];
    const taken = new Set<number>();

    const stored = (sheet: SheetName, rec: Rec): Row | null => {
      switch (sheet) {
        case 'households':
          return household;
        case 'residents': {
          const all = household ? (current.residents.get(household.id) ?? []) : [];
          const match = people(
            rec,
            all.filter(({ id }) => !taken.has(id))
          );
          if (match) taken.add(match.id);
          return match;
        }
        case 'vehicles':
          return plated(rec, household, current);
        case 'keys':
          return current.keys.get(String(rec.values.number)) ?? null;
        default:
          return current.spaces.get(String(rec.values.number)) ?? null;
      }
    };

    const judge = (sheet: SheetName, rec: Rec): Verdict => {
      const { row, values } = rec;
      const record = stored(sheet, rec);
      const about = [
        names?.name,
        sheet === 'households' ? null : (values.name ?? values.plate ?? null),
        sheet === 'keys' || sheet === 'parking' ? values.number : null,
      ]
        .filter(Boolean)
        .join(' ');
      const given: Record<string, string | number> = {};
      const changes: Change[] = [];
      const seen: unknown[] = [sheet, record?.id ?? null];
      const differs = (field: string, from: string | null, to: string | null, value: string | number) => {
        given[field] = value;
        changes.push({ sheet, row, about, field, from, to: to ?? '' });
      };
      for (const [field, value] of Object.entries(values)) {
        const column = columnsOf.get(sheet)!.get(field) as Column;
        const wrong = (code: string) =>
          problems.push({ sheet, row, column: field, code, params: { name: String(value) } });
        if (SECRETS.includes(field)) {
          const secret = field as Secret;
          const before = record ? storedHash(record, secret) : null;
          seen.push(field, before);
          if (String(value).includes('*')) {
            if (!record || maskOf(record, field) !== value) wrong('masked');
          } else if (before !== hashOf(secret, String(value))) {
            const shown = record ? maskOf(record, field) : null;
            differs(field, shown, confidential.maskPlain(secret, String(value)), value);
          }
          continue;
        }
        if (column.kind === 'space') {
          const space = current.spaces.get(String(value));
          const inBook = unit.parking.some((each) => each.values.number === value) || spacesBefore.has(String(value));
          if (!space && !inBook) wrong('noSpace');
          const before = (record?.parkingSpace as number | null) ?? null;
          seen.push(field, before);
          if (before === null || before !== space?.id)
            differs(field, said(current, column, before), String(value), value);
          continue;
        }
        const before = asWritten(column, record?.[field]);
        seen.push(field, before);
        // A plate is one however its signs are parted; it was found by them.
        if (column.kind === 'plate' && before !== null) continue;
        if (before !== value) differs(field, said(current, column, before), said(current, column, value), value);
      }
      if (given.movedOutAt !== undefined && given.movedOutAt > clock.dayText(clock.now()))
        problems.push({ sheet, row, column: 'movedOutAt', code: 'goneInFuture' });
      // Whoever has had the use of their data restricted keeps them as they are.
      if (record?.restrictedAt && changes.length > 0) {
        problems.push({ sheet, row, column: null, code: 'restricted' });
        return { sheet, rec, stored: record, seen, given: {}, changes: [] };
      }
      if (record && sheet !== 'households' && sheet !== 'residents' && unit.home) {
        seen.push('household', record.household);
        if (record.household !== (household?.id ?? null))
          differs(
            'household',
            record.household === null ? null : (current.names.get(`household ${record.household as number}`) ?? ''),
            names!.name,
            names!.name
          );
      }
      return { sheet, rec, stored: record, seen, given, changes };
    };

    for (const sheet of SHEETS) {
      // Spaces first: the cars of the same household stand on them.
      const turn = sheet === 'vehicles' ? 'parking' : sheet === 'parking' ? 'vehicles' : sheet;
      for (const rec of unit[turn]) verdicts.push(judge(turn, rec));
    }
    if (unit.home && !household && unit.households.length === 0)
      for (const { sheet, rec } of verdicts)
        problems.push({ sheet, row: rec.row, column: 'room', code: 'noHousehold' });
    return {
      unit,
      roomKey: names?.roomKey ?? null,
      name: names?.name ?? null,
      household,
      verdicts,
      problems,
    };
  };
};

/** Stands for all that the archive holds of some rows: another one means that somebody has changed it. */
export const fingerprintOf = (verdicts: Verdict[]): string =>
  createHash('sha256')
    .update(JSON.stringify(verdicts.map(({ seen }) => seen)))
    .digest('base64url')
    .slice(0, 22);

/** Whether a row would write anything. */
export const writes = ({ stored, given }: Verdict): boolean => stored === null || Object.keys(given).length > 0;
