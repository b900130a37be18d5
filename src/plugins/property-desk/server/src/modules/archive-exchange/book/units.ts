import { HOME_KEYS, SHEETS, type SheetName } from './columns';

/** One row as it was read: its number in the sheet, and the values of the cells that were filled. */
export interface Rec {
  row: number;
  values: Record<string, string | number>;
}

/** One thing that is wrong, where it stands. Words `archive.problem.<code>`. */
export interface Problem {
  sheet: SheetName;
  /** Of the sheet; 1 is the row of headers. */
  row: number;
  /** Key of the column; none where it is the row. */
  column: string | null;
  code: string;
  params?: Record<string, string | number>;
}

/** Where a home is: the building's id, unit and room. */
export interface Home {
  building: number;
  unit: string | null;
  room: string;
}

/**
 * What is written together or not at all: a household with its people and things; or one thing that belongs to no
 * household.
 */
export type Unit = { home: Home | null } & Record<SheetName, Rec[]>;

/** A row that was read without fault, and its home. */
export interface ReadRow extends Rec {
  sheet: SheetName;
  home: Home | null;
}

/** A home as it is told from others, whatever form it was written in: as households keep their room's key. */
const sameHome = (codes: Map<number, string>, { building, unit, room }: Home): string =>
  [codes.get(building), unit, room].filter(Boolean).join('-').toLowerCase();

const text = (value: string | number | undefined): string => String(value ?? '').toLowerCase();
const digits = (value: string | number | undefined): string => text(value).replace(/[^\d+*x]/g, '');

/** By what a row is known again within the book; none where only its home tells. */
const keysOf = ({ sheet, values }: ReadRow, home: string): { key: string; across: boolean }[] => {
  switch (sheet) {
    case 'households':
      return [{ key: home, across: false }];
    case 'residents': {
      const name = text(values.name);
      const known = [
        values.identityNumber && `${home} ${name} i${digits(values.identityNumber)}`,
        !values.identityNumber && values.telephone && `${home} ${name} t${digits(values.telephone)}`,
        !values.identityNumber && !values.telephone && `${home} ${name}`,
      ];
      return known.filter((key): key is string => Boolean(key)).map((key) => ({ key, across: false }));
    }
    case 'vehicles':
      return [{ key: text(values.plate), across: true }];
    default:
      return [{ key: text(values.number), across: true }];
  }
};

/** Within the book: what stands twice, what contradicts itself, what refers to nothing. */
const contradictions = (rows: ReadRow[], codes: Map<number, string>): Problem[] => {
  const problems: Problem[] = [];
  const homeOf = ({ home }: ReadRow) => (home ? sameHome(codes, home) : '');
  const seen = new Map<string, ReadRow>();
  const people = new Map<string, ReadRow>();
  for (const row of rows) {
    const { sheet } = row;
    const home = homeOf(row);
    for (const { key, across } of keysOf(row, home)) {
      const first = seen.get(`${sheet} ${key}`);
      if (!first) {
        seen.set(`${sheet} ${key}`, row);
        continue;
      }
      const code = across && homeOf(first) !== home ? 'twoHomes' : 'twice';
      problems.push({ sheet, row: row.row, column: null, code, params: { row: first.row } });
      break;
    }
    if (sheet !== 'residents' || !row.values.identityNumber) continue;
    // One person is known by one name, in whichever home.
    const number = digits(row.values.identityNumber);
    const other = people.get(number);
    if (!other) people.set(number, row);
    else if (!number.includes('*') && text(other.values.name) !== text(row.values.name))
      problems.push({ sheet, row: row.row, column: 'identityNumber', code: 'twoNames', params: { row: other.row } });
  }
  const spaces = new Map(rows.filter(({ sheet }) => sheet === 'parking').map((row) => [text(row.values.number), row]));
  for (const row of rows) {
    const { from, until, movedInAt, movedOutAt, parkingSpace } = row.values;
    const [begins, ends, column] =
      row.sheet === 'residents' ? [movedInAt, movedOutAt, 'movedOutAt'] : [from, until, 'until'];
    if (begins && ends && ends < begins)
      problems.push({ sheet: row.sheet, row: row.row, column: column as string, code: 'endsFirst' });
    const space = parkingSpace === undefined ? undefined : spaces.get(text(parkingSpace));
    if (space?.home && homeOf(space) !== homeOf(row))
      problems.push({
        sheet: row.sheet,
        row: row.row,
        column: 'parkingSpace',
        code: 'spaceElsewhere',
        params: { row: space.row },
      });
  }
  return problems;
};

const empty = (home: Home | null): Unit => ({
  home,
  households: [],
  residents: [],
  vehicles: [],
  keys: [],
  parking: [],
});

/**
 * Puts the rows together that are written together. A household is one with its people: a fault of one of them leaves
 * all of it out, with its things; a fault of a thing leaves out that thing.
 * @param faulty rows with a fault of their own that nevertheless say which home they belong to
 */
export const unitsOf = (
  rows: ReadRow[],
  faulty: ReadRow[],
  buildings: { id: number; code: string }[]
): { units: Unit[]; problems: Problem[] } => {
  const codes = new Map(buildings.map(({ id, code }) => [id, code]));
  const problems = contradictions(rows, codes);
  const wrong = new Set(problems.map(({ sheet, row }) => `${sheet} ${row}`));
  const broken = new Set<string>();
  const breaks = ({ sheet, home }: ReadRow) =>
    home && (sheet === 'households' || sheet === 'residents') ? broken.add(sameHome(codes, home)) : undefined;
  faulty.forEach(breaks);
  rows.filter(({ sheet, row }) => wrong.has(`${sheet} ${row}`)).forEach(breaks);

  // What belongs to nobody in particular comes first: a car may stand on it.
  const loose: Unit[] = [];
  const homes = new Map<string, Unit>();
  for (const { sheet, home, row, values } of rows) {
    if (wrong.has(`${sheet} ${row}`)) continue;
    if (!home) {
      const unit = empty(null);
      unit[sheet].push({ row, values });
      loose.push(unit);
      continue;
    }
    const key = sameHome(codes, home);
    if (broken.has(key)) {
      problems.push({ sheet, row, column: null, code: 'sameHome' });
      continue;
    }
    const unit = homes.get(key) ?? empty(home);
    homes.set(key, unit);
    unit[sheet].push({ row, values });
  }
  return { units: [...loose, ...homes.values()], problems };
};

/** The home that a row names, taken out of its values; null where it names none. */
export const homeIn = (values: Record<string, string | number>): Home | null => {
  const { building, unit, room } = values;
  for (const key of HOME_KEYS) delete values[key];
  return building === undefined || room === undefined
    ? null
    : { building: Number(building), unit: unit === undefined ? null : String(unit), room: String(room) };
};

/** Problems in the order of the sheets and their rows. */
export const inOrder = (problems: Problem[]): Problem[] =>
  [...problems].sort((one, other) => SHEETS.indexOf(one.sheet) - SHEETS.indexOf(other.sheet) || one.row - other.row);
