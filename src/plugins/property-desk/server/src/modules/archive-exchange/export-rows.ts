import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, PARKING_SPACE_UID, RESIDENT_UID } from '../household';
import { STAFF_UID } from '../staff';
import { COLUMNS, type Column, type SheetName } from './book/columns';
import { word } from './book/dress';
import type { Line } from './book/write-book';
import { UID_OF } from './judge';
import { buildingsOf, byColumn, householdsAfter, looseAfter, type Scope } from './queries';

/** Households of one turn. */
const TOGETHER = 200;

type Names = Map<number, Row>;

/**
 * The archive as lines of a workbook, a few hundred households in memory at a time.
 * @param plain telephones, identity numbers and mail addresses in full; masked otherwise
 */
export const exportLines = (kernel: Kernel, scope: Scope, plain: boolean) => {
  const { rows, strapi, confidential, clock } = kernel;
  const { connection } = strapi.db;

  const secret = (record: Row, field: string): string | null =>
    plain
      ? confidential.open(RESIDENT_UID, record.documentId, field, record[field])
      : confidential.mask(RESIDENT_UID, record.documentId, field, record[field]);

  return async function* linesOf(sheet: SheetName): AsyncGenerator<Line> {
    const uid = UID_OF[sheet];
    const buildings = new Map((await buildingsOf(kernel, scope.community)).map((each) => [each.id, each]));

    const value = (column: Column, record: Row, home: Row | null, staff: Names, spaces: Names): string | null => {
      const { key, kind } = column;
      if (key === 'building') return home ? (buildings.get(home.building as number)?.code ?? null) : null;
      if (key === 'unit' || key === 'room') return (home?.[key] as string | null | undefined) ?? null;
      if (kind === 'telephone' || kind === 'identityNumber' || kind === 'mail') return secret(record, key);
      if (kind === 'staff') return (staff.get(record[key] as number)?.name as string | undefined) ?? null;
      if (kind === 'space') return (spaces.get(record[key] as number)?.number as string | undefined) ?? null;
      const stored = record[key];
      if (stored === null || stored === undefined) return null;
      if (kind === 'date') return clock.dayText(stored as Date);
      if (kind === 'choice') return word(`${column.choices!.words}.${String(stored)}`);
      return String(stored);
    };

    async function* lines(records: Row[], homes: Names): AsyncGenerator<Line> {
      const staff = await rows.byIds(
        connection,
        STAFF_UID,
        records.map(({ responsible }) => responsible)
      );
      const spaces = await rows.byIds(
        connection,
        PARKING_SPACE_UID,
        records.map(({ parkingSpace }) => parkingSpace)
      );
      for (const record of records) {
        // Whoever has had the use of their data restricted is in no export.
        if (record.restrictedAt) continue;
        const home = uid === HOUSEHOLD_UID ? record : (homes.get(record.household as number) ?? null);
        yield COLUMNS[sheet].map((column) => value(column, record, home, staff, spaces));
      }
    }

    for (let last = 0, left = true; left;) {
      const homes = await householdsAfter(kernel, connection, scope, last, TOGETHER);
      left = homes.length === TOGETHER;
      last = homes.at(-1)?.id ?? last;
      const byId = new Map(homes.map((home) => [home.id, home]));
      const all =
        uid === HOUSEHOLD_UID ? homes : await byColumn(kernel, connection, uid, 'household', [...byId.keys()]);
      // Whose data are restricted stay in the archive and are handed out no more.
      const records = all.filter(({ restrictedAt }) => !restrictedAt);
      // Grouped by household, in the order of the first sheet.
      yield* lines(
        uid === HOUSEHOLD_UID
          ? records
          : records.sort((a, b) => Number(a.household) - Number(b.household) || a.id - b.id),
        byId
      );
    }
    if ((sheet !== 'keys' && sheet !== 'parking') || scope.building !== null) return;
    for (let last = 0, left = true; left;) {
      const records = await looseAfter(kernel, connection, uid, scope.community, last, TOGETHER);
      left = records.length === TOGETHER;
      last = records.at(-1)?.id ?? last;
      yield* lines(records, new Map());
    }
  };
};
