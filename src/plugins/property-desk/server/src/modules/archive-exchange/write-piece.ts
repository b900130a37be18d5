import type { Knex } from 'knex';
import type { Kernel } from '../../kernel/kernel';
import { newDocumentId, type Row } from '../../kernel/storage/rows';
import {
  HOUSEHOLD_UID,
  nextFileNumbers,
  PARKING_SPACE_UID,
  refreshGaps,
  residentKeys,
  vehicleKeys,
} from '../household';
import type { SheetName } from './book/columns';
import { COLUMNS } from './book/columns';
import type { Problem } from './book/units';
import { currentOf, holdFiles, namesOf, type Building } from './current';
import { createJudge, fingerprintOf, UID_OF, type Judged, type Verdict } from './judge';
import type { Piece } from './plan';
import { byColumn, changeRow, idsOf } from './queries';
import { settle } from './settle';
import { toldOf } from './story';
import type { Tally } from './tasks';

/** What writing some units came to. */
export interface Written {
  tally: Tally;
  left: Problem[];
  /** Households that were made or changed, or whose people were. */
  households: number[];
}

/** What a raw insert leaves out and a document would have filled in. */
const DEFAULTS: Record<SheetName, Record<string, unknown>> = {
  households: {},
  residents: { verified: false, agreesToMail: false, agreesToText: false },
  vehicles: {},
  keys: { copies: 1 },
  parking: {},
};

const DATES = new Map(
  (Object.keys(COLUMNS) as SheetName[]).map((sheet) => [
    sheet,
    new Set(COLUMNS[sheet].filter(({ kind }) => kind === 'date').map(({ key }) => key)),
  ])
);

interface Place {
  community: number;
  /** The import's own number, which the stories of the households name. */
  number: string;
  buildings: Map<number, Building>;
  staff: Map<number, string>;
}

/** A unit's rows that are written now, and the household that they go to. */
interface Going {
  judged: Judged;
  verdicts: Verdict[];
}

/**
 * Writes units in the caller's transaction, which holds the community's imports back: what the archive holds is read
 * again, and a unit of which somebody has changed anything since it was checked is left out.
 */
export const writePiece = async (
  kernel: Kernel,
  trx: Knex.Transaction,
  { community, number, buildings, staff }: Place,
  { units, fingerprints }: Piece
): Promise<Written> => {
  const now = kernel.clock.now();
  const { rows, confidential, clock } = kernel;
  await holdFiles(kernel, trx, community, buildings, units);
  const current = await currentOf(kernel, trx, community, buildings, units);
  const judge = createJudge(kernel, buildings, staff);
  const tally: Tally = { added: 0, changed: 0, unchanged: 0, leftOut: 0 };
  const left: Problem[] = [];
  const going: Going[] = [];

  units.forEach((unit, index) => {
    const judged = judge(unit, current, new Set());
    const { good, toWrite, same, left: wrong } = settle(judged);
    tally.unchanged += same.length;
    left.push(...wrong);
    if (toWrite.length === 0) return;
    if (fingerprintOf(good) === fingerprints[index]) going.push({ judged, verdicts: toWrite });
    else
      left.push(
        ...toWrite.map(({ sheet, rec }) => ({ sheet, row: rec.row, column: null, code: 'changedSince' as const }))
      );
  });
  tally.leftOut += new Set(left.map(({ sheet, row }) => `${sheet} ${row}`)).size;

  const of = (sheet: SheetName, stored: boolean) =>
    going.flatMap(({ judged, verdicts }) =>
      verdicts
        .filter((verdict) => verdict.sheet === sheet && (verdict.stored !== null) === stored)
        .map((verdict) => ({ judged, verdict }))
    );

  /** What is written of a row: days as instants, references by id, secrets as they were entered. */
  const plain = (sheet: SheetName, given: Record<string, string | number>, spaces: Map<string, number>) => {
    const values: Record<string, unknown> = { ...given };
    delete values.household;
    for (const [key, value] of Object.entries(given))
      if (DATES.get(sheet)!.has(key)) values[key] = clock.day(String(value))!.from;
    if (given.parkingSpace !== undefined) values.parkingSpace = spaces.get(String(given.parkingSpace)) ?? null;
    if (sheet === 'vehicles' && given.plate !== undefined) Object.assign(values, vehicleKeys(String(given.plate)));
    if (sheet === 'residents' && given.name !== undefined) Object.assign(values, residentKeys(String(given.name)));
    if (sheet === 'residents') values.homeCommunity = community;
    return values;
  };

  const homes = new Map<string, number>();
  for (const { judged } of going) if (judged.household) homes.set(judged.roomKey as string, judged.household.id);

  const made = of('households', false).map(({ judged, verdict }) => ({
    documentId: newDocumentId(),
    judged,
    values: plain('households', verdict.given, new Map()),
  }));
  const numbers = made.length > 0 ? await nextFileNumbers(kernel, trx, made.length) : [];
  if (made.length > 0) {
    await rows.insertAll(
      trx,
      HOUSEHOLD_UID,
      made.map(({ documentId, judged, values }, index) => ({
        ...EMPTY.households,
        ...values,
        ...judged.unit.home,
        ...namesOf(buildings, judged.unit.home!),
        community,
        documentId,
        fileNumber: numbers[index],
      })),
      now
    );
    const ids = await idsOf(
      kernel,
      trx,
      HOUSEHOLD_UID,
      made.map(({ documentId }) => documentId)
    );
    for (const { documentId, judged } of made) homes.set(judged.roomKey as string, ids.get(documentId) as number);
  }

  const homeOf = ({ roomKey }: Judged): number | null => (roomKey === null ? null : (homes.get(roomKey) ?? null));
  const write = async (sheet: SheetName, spaces: Map<string, number>) => {
    const uid = UID_OF[sheet];
    const records = of(sheet, false).map(({ judged, verdict }) => {
      const documentId = newDocumentId();
      const values = { ...DEFAULTS[sheet], ...plain(sheet, verdict.given, spaces) };
      const owner = {
        household: homeOf(judged),
        ...(sheet === 'keys' || sheet === 'parking' ? { community } : {}),
        ...(sheet === 'residents' ? { homeCommunity: community } : {}),
      };
      return { ...EMPTY[sheet], ...confidential.seal(uid, documentId, values), ...owner, documentId };
    });
    await rows.insertAll(trx, uid, records, now);
    for (const { judged, verdict } of of(sheet, true)) {
      const { given } = verdict;
      const stored = verdict.stored!;
      const sealed = confidential.seal(uid, stored.documentId, plain(sheet, given, spaces), stored);
      const moved = given.household === undefined ? {} : { household: homeOf(judged) };
      await changeRow(kernel, trx, uid, stored.id, { ...sealed, ...moved }, now);
    }
  };

  for (const { verdict } of of('households', true))
    await changeRow(kernel, trx, HOUSEHOLD_UID, verdict.stored!.id, plain('households', verdict.given, new Map()), now);
  await write('residents', new Map());
  await write('parking', new Map());
  await write('keys', new Map());
  const parked = [...of('vehicles', false), ...of('vehicles', true)].flatMap(({ verdict }) =>
    verdict.given.parkingSpace === undefined ? [] : String(verdict.given.parkingSpace)
  );
  const spaces = await byColumn(kernel, trx, PARKING_SPACE_UID, 'number', parked, community);
  await write('vehicles', new Map(spaces.map(({ number, id }) => [String(number), id])));

  for (const { verdicts } of going)
    for (const { stored } of verdicts) tally[stored === null ? 'added' : 'changed'] += 1;
  const households = [...new Set(going.flatMap(({ judged }) => homeOf(judged) ?? []))];
  await refreshGaps(kernel, trx, households);
  const records = new Map(
    made.map(({ judged, documentId }, index) => [judged, { documentId, fileNumber: numbers[index] }])
  );
  await kernel.histories.note(
    trx,
    'household',
    going.flatMap(({ judged, verdicts }) => {
      const record = (judged.household ?? records.get(judged)) as Row | undefined;
      return record ? toldOf({ ...record, community }, verdicts, number) : [];
    })
  );
  return { tally, left, households };
};

/** Every attribute that a sheet fills, empty: rows of one statement fill the same columns. */
const EMPTY = Object.fromEntries(
  (Object.keys(COLUMNS) as SheetName[]).map((sheet) => [
    sheet,
    Object.fromEntries(
      COLUMNS[sheet]
        .filter(({ kind, key }) => kind !== 'shown' && !['building', 'unit', 'room'].includes(key))
        .map(({ key }) => [key, null])
        .concat(
          sheet === 'residents'
            ? [
                ['telephoneHash', null],
                ['identityNumberHash', null],
              ]
            : []
        )
    ),
  ])
) as Record<SheetName, Record<string, unknown>>;
