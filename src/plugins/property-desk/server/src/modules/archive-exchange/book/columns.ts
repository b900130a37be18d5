/** The sheets of the workbook, in their order. */
export const SHEETS = ['households', 'residents', 'vehicles', 'keys', 'parking'] as const;
export type SheetName = (typeof SHEETS)[number];

/** What a cell must be. */
export type ColumnKind =
  | 'building'
  | 'text'
  | 'staff'
  | 'area'
  | 'whole'
  | 'date'
  | 'choice'
  | 'telephone'
  | 'identityNumber'
  | 'mail'
  | 'plate'
  | 'space'
  /** Shown by the export and passed over by the import. */
  | 'shown';

/** A column of a sheet; its header is the word `archive.column.<key>`, its note `archive.note.<key>` where there is one. */
export interface Column {
  /** Attribute that it fills, or a name of its own where it leads to one. */
  key: string;
  kind: ColumnKind;
  required?: boolean;
  /** Signs at most. */
  max?: number;
  /** Codes to choose from, and the prefix of their words. */
  choices?: { values: readonly string[]; words: string };
  /** Width in the template, in signs. */
  width: number;
}

const HOME: Column[] = [
  { key: 'building', kind: 'building', required: true, max: 30, width: 10 },
  { key: 'unit', kind: 'text', max: 10, width: 8 },
  { key: 'room', kind: 'text', required: true, max: 20, width: 10 },
];
/** The same of what may belong to nobody in particular. */
const HOME_IF_ANY: Column[] = HOME.map((column) => ({ ...column, required: false }));
const NOTES: Column = { key: 'notes', kind: 'text', max: 500, width: 24 };

/** The columns of each sheet: what the template offers, the import reads and the export fills. */
export const COLUMNS: Record<SheetName, Column[]> = {
  households: [
    ...HOME,
    { key: 'area', kind: 'area', width: 12 },
    {
      key: 'occupancy',
      kind: 'choice',
      choices: { values: ['owner_occupied', 'rented_out', 'vacant'], words: 'household.occupancy' },
      width: 12,
    },
    { key: 'responsible', kind: 'staff', max: 50, width: 12 },
    { key: 'paperPlace', kind: 'text', max: 60, width: 18 },
    NOTES,
    { key: 'fileNumber', kind: 'shown', width: 14 },
  ],
  residents: [
    ...HOME,
    { key: 'name', kind: 'text', required: true, max: 50, width: 12 },
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      choices: { values: ['owner', 'family', 'tenant'], words: 'archive.kind' },
      width: 10,
    },
    { key: 'relation', kind: 'text', max: 20, width: 12 },
    { key: 'telephone', kind: 'telephone', width: 18 },
    { key: 'identityNumber', kind: 'identityNumber', width: 24 },
    { key: 'mail', kind: 'mail', width: 24 },
    { key: 'movedInAt', kind: 'date', width: 14 },
    { key: 'movedOutAt', kind: 'date', width: 14 },
  ],
  vehicles: [
    ...HOME,
    { key: 'plate', kind: 'plate', required: true, max: 12, width: 14 },
    { key: 'brand', kind: 'text', max: 40, width: 18 },
    { key: 'colour', kind: 'text', max: 20, width: 10 },
    {
      key: 'energy',
      kind: 'choice',
      choices: { values: ['fuel', 'electric', 'hybrid'], words: 'vehicle.energy' },
      width: 10,
    },
    { key: 'parkingSpace', kind: 'space', max: 30, width: 14 },
    { key: 'from', kind: 'date', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    NOTES,
  ],
  keys: [
    { key: 'number', kind: 'text', required: true, max: 30, width: 14 },
    { key: 'name', kind: 'text', required: true, max: 60, width: 20 },
    ...HOME_IF_ANY,
    { key: 'place', kind: 'text', max: 60, width: 18 },
    { key: 'copies', kind: 'whole', width: 8 },
    { key: 'from', kind: 'date', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    NOTES,
  ],
  parking: [
    { key: 'number', kind: 'text', required: true, max: 30, width: 14 },
    {
      key: 'kind',
      kind: 'choice',
      required: true,
      choices: { values: ['bought', 'rented', 'public'], words: 'parking-space.kind' },
      width: 10,
    },
    { key: 'place', kind: 'text', max: 60, width: 18 },
    ...HOME_IF_ANY,
    { key: 'from', kind: 'date', width: 14 },
    { key: 'until', kind: 'date', width: 14 },
    NOTES,
  ],
};

/** Columns that say which home a row belongs to. */
export const HOME_KEYS = ['building', 'unit', 'room'];

/** Rows of all sheets together, and cells of one row, that a book may hold. */
export const MOST_ROWS = 100_000;
export const MOST_COLUMNS = 60;

/** Word of a column's header; those of a key's or a space's number and kind have names of their own. */
export const headerWord = (sheet: SheetName, { key }: Pick<Column, 'key'>): string =>
  `archive.column.${['number', 'name', 'kind', 'place', 'from', 'until'].includes(key) ? `${sheet}.` : ''}${key}`;
