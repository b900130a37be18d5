import type { FormField } from '../kernel/form/schema';

type Values = Record<string, unknown>;

/** One kind of case that a call can become. */
export interface Kind {
  /** What the choice is called. */
  key: string;
  type: string;
  plural: string;
  action: string;
  /** Values that go with the choice. */
  preset?: Values;
}

const complaint = (kind: string): Kind => ({
  key: kind,
  type: 'complaint',
  plural: 'complaints',
  action: 'lodge',
  preset: { kind },
});

/** What a call can become, in the order of the choices. */
export const KINDS: readonly [Kind, ...Kind[]] = [
  { key: 'ticket', type: 'ticket', plural: 'tickets', action: 'register' },
  complaint('complaint'),
  complaint('suggestion'),
  complaint('praise'),
  { key: 'inquiry', type: 'inquiry', plural: 'inquiries', action: 'ask' },
];

/** The kind that an arrow key leads to, past those that may not be started and around the ends. */
export function nextKind(key: string, by: 1 | -1, may: (kind: Kind) => boolean): Kind {
  const open = KINDS.filter((kind) => kind.key === key || may(kind));
  const at = open.findIndex((kind) => kind.key === key);
  return open[(at + by + open.length) % open.length] ?? KINDS[0];
}

/** The actions that start them, one of each case type. */
export const STARTS: readonly Kind[] = KINDS.filter(
  ({ type }, index) => KINDS.findIndex((each) => each.type === type) === index
);

/** What the form starts with, whatever the call becomes. */
export const BEGINNINGS: Values = { source: 'phone', priority: 'ordinary', contactWay: 'phone' };

/** Where the words of the caller go, by case type. */
const SAID: Record<string, string> = { ticket: 'description', inquiry: 'question', complaint: 'content' };

/** What was said is the same, whatever the call becomes. */
export function carryText(values: Values, from: Kind, to: Kind): Values {
  const target = SAID[to.type] ?? 'description';
  const said = values[SAID[from.type] ?? 'description'];
  const { category, ...rest } = values;
  // The categories of one type are not those of another.
  const kept = from.type === to.type ? { ...rest, category } : rest;
  return { ...kept, [target]: values[target] || said, ...to.preset };
}

/** Fixed by the caller or by the choice of the kind. */
export const FIXED = ['community', 'household', 'kind'];
/** Asked where the caller is no household. */
export const ONLY_PUBLIC = ['building', 'publicPlace'];

const ORDER: Record<string, string[]> = {
  ticket: [
    ...ONLY_PUBLIC,
    'category',
    'description',
    'priority',
    'reporterName',
    'contactTelephone',
    'source',
    'wishedFor',
  ],
  inquiry: [...ONLY_PUBLIC, 'question', 'reporterName', 'contactTelephone', 'source'],
  complaint: [
    ...ONLY_PUBLIC,
    'content',
    'demands',
    'category',
    'praised',
    'evidence',
    'anonymous',
    'reporterName',
    'contactTelephone',
    'contactWay',
    'contactMail',
    'source',
  ],
};

/** The order of a kind's fields, and those that its form leaves out. */
export const layoutOf = (kind: Kind, household: boolean): { order: string[]; without: string[] } => ({
  order: ORDER[kind.type] ?? [],
  without: household ? [...FIXED, ...ONLY_PUBLIC] : FIXED,
});

/** A repair is somewhere: in the caller's rooms, or at the place that is named. */
export const placed = (kind: Kind, fields: FormField[]): FormField[] =>
  kind.type === 'complaint'
    ? fields
    : fields.map((field) => (field.name === 'publicPlace' ? { ...field, required: true } : field));
