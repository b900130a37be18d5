import type { Period } from '../../kernel/clock/clock';
import { hourSql, markSql, verdictSql } from '../../kernel/figures/expressions';
import type { Kernel } from '../../kernel/kernel';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { standingSql } from '../../kernel/obligation/standing';
import type { CaseDefinition } from '../../kernel/workflow/define';

/** What is counted: case types that declare figures, in some communities (numeric ids), of a period and the one before. */
export interface Asked {
  definitions: CaseDefinition[];
  communities: number[];
  period: Period;
  before: Period;
  now: Date;
  /** Where the ages of what is open begin, from the youngest; what is older than all of them has the last. */
  ages: Date[];
}

/** Whether a line counts the period, or the one before. */
export type When = 'now' | 'before';

/** What came in: so many of this type, hour, category (id) and grade; of the period before by type and kind alone. */
export interface Came {
  type: string;
  when: When;
  kind: string | null;
  hour: number | null;
  category: number | null;
  grade: string | null;
  n: number;
}

/** What was done, by whom (id of a staff member) and what people said of it. */
export interface Done {
  type: string;
  when: When;
  kind: string | null;
  /** Whether it still counts as done: it may have come back since. */
  stands: boolean;
  handler: number | null;
  verdict: string | null;
  n: number;
  marks: number;
  sum: number;
}

/** What is open, by its age (place among the ages) and whose it is. */
export interface Open {
  type: string;
  age: number;
  handler: number | null;
  overdue: boolean;
  n: number;
}

type Line = Record<string, unknown>;
interface Statement {
  sql: string;
  bindings: unknown[];
}

const marks = (values: unknown[]): string => values.map(() => '?').join(', ');

const run = async ({ strapi }: Kernel, { sql, bindings }: Statement): Promise<Line[]> => {
  const answer: unknown = await strapi.db.connection.raw(sql, bindings as never);
  return (Array.isArray(answer) ? answer : (answer as { rows: Line[] }).rows) as Line[];
};

/** One part for each case type, sent as a single statement. */
const together = (parts: Statement[]): Statement => ({
  sql: parts.map(({ sql }) => `select * from (${sql}) one`).join('\nunion all\n'),
  bindings: parts.flatMap(({ bindings }) => bindings),
});

const NOTHING = 'cast(null as varchar(1))';
const NOBODY = 'cast(null as integer)';

/** The period in pieces of one offset of the office's clocks each, and the one before it: what the index is asked for. */
const spansOf = ({ clock, strapi }: Kernel, { period, before }: Pick<Asked, 'period' | 'before'>): Statement => {
  const instant = strapi.db.dialect.client === 'postgres' ? 'cast(? as timestamp)' : '?';
  // Numbers stand in the text: SQLite would take bound ones for fractions.
  const spans = [
    ...clock.offsets(period).map(({ from, to, minutes }) => ({ from, to, when: 1, minutes })),
    { ...before, when: 0, minutes: 0 },
  ];
  return {
    sql: `values ${spans.map(({ when, minutes }) => `(${when}, ${instant}, ${instant}, ${minutes})`).join(', ')}`,
    bindings: spans.flatMap(({ from, to }) => [from, to]),
  };
};

const SPANS = 'spans(is_now, starts, ends, minutes)';

const cameSql = (kernel: Kernel, { uid, name, figures }: CaseDefinition, asked: Asked): Statement => {
  const { rows, strapi } = kernel;
  const { client } = strapi.db.dialect;
  const spans = spansOf(kernel, asked);
  const column = (attribute: string | undefined, none: string) => (attribute ? rows.column(uid, attribute) : none);
  // Of the period before nothing but how many is asked.
  const now = (sql: string) => `case when is_now = 1 then ${sql} end`;
  return {
    sql: `
with ${SPANS} as (${spans.sql})
select '${name}' as type, is_now, ${column(figures?.kind?.attribute, NOTHING)} as kind,
  ${now(hourSql(client, 'created_at', 'minutes'))} as hour,
  ${now(column(figures?.category, NOBODY))} as category,
  ${now(column(figures?.grade?.attribute, NOTHING))} as grade, count(*) as n
from spans cross join ${rows.table(uid).name}
where community_id in (${marks(asked.communities)}) and created_at >= starts and created_at < ends
group by 2, 3, 4, 5, 6`,
    bindings: [...spans.bindings, ...asked.communities],
  };
};

const doneSql = (kernel: Kernel, definition: CaseDefinition, asked: Asked): Statement => {
  const { rows } = kernel;
  const { uid, name, figures, handler } = definition;
  if (!figures) throw new Error(`${name} declares no figures`);
  const { done, kind, verdict } = figures;
  const spans = spansOf(kernel, asked);
  const at = rows.column(uid, done.at);
  const mark = verdict ? markSql(rows, uid, verdict) : NOBODY;
  return {
    sql: `
with ${SPANS} as (${spans.sql})
select '${name}' as type, is_now, ${kind ? rows.column(uid, kind.attribute) : NOTHING} as kind,
  case when state in (${marks([...done.states])}) then 1 else 0 end as stands,
  ${handler ? `case when is_now = 1 then ${rows.column(uid, handler)} end` : NOBODY} as handler,
  ${verdict ? verdictSql(rows, uid, verdict) : NOTHING} as verdict,
  count(*) as n, count(${mark}) as marks, sum(${mark}) as sum
from spans cross join ${rows.table(uid).name}
where community_id in (${marks(asked.communities)}) and ${at} is not null and ${at} >= starts and ${at} < ends
group by 2, 3, 4, 5, 6`,
    bindings: [...spans.bindings, ...done.states, ...asked.communities],
  };
};

const openSql = (
  kernel: Kernel,
  { uid, name, handler }: CaseDefinition,
  { communities, now, ages }: Asked
): Statement => {
  const { rows } = kernel;
  return {
    sql: `
select '${name}' as type, case ${ages.map((_, age) => `when created_at >= ? then ${age}`).join(' ')} else ${ages.length} end as age,
  ${handler ? rows.column(uid, handler) : NOBODY} as handler,
  case when due_at < ? then 1 else 0 end as overdue, count(*) as n
from ${rows.table(uid).name}
where community_id in (${marks(communities)}) and ended_at is null and due_at is not null
group by 2, 3, 4`,
    bindings: [...ages, now, ...communities],
  };
};

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const number = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const when = ({ is_now }: Line): When => (Number(is_now) === 1 ? 'now' : 'before');

/** What came in, in one statement over the indexes of what came. */
export const whatCame = async (kernel: Kernel, asked: Asked): Promise<Came[]> =>
  (await run(kernel, together(asked.definitions.map((each) => cameSql(kernel, each, asked))))).map((line) => ({
    type: String(line.type),
    when: when(line),
    kind: text(line.kind),
    hour: number(line.hour),
    category: number(line.category),
    grade: text(line.grade),
    n: Number(line.n),
  }));

/** What was done, in one statement over the indexes of what is done. */
export const whatWasDone = async (kernel: Kernel, asked: Asked): Promise<Done[]> =>
  (await run(kernel, together(asked.definitions.map((each) => doneSql(kernel, each, asked))))).map((line) => ({
    type: String(line.type),
    when: when(line),
    kind: text(line.kind),
    stands: Number(line.stands) === 1,
    handler: number(line.handler),
    verdict: text(line.verdict),
    n: Number(line.n),
    marks: Number(line.marks),
    sum: Number(line.sum ?? 0),
  }));

/** What is open now, in one statement over the indexes of what is owed. */
export const whatIsOpen = async (kernel: Kernel, asked: Asked): Promise<Open[]> =>
  (await run(kernel, together(asked.definitions.map((each) => openSql(kernel, each, asked))))).map((line) => ({
    type: String(line.type),
    age: Number(line.age),
    handler: number(line.handler),
    overdue: Number(line.overdue) === 1,
    n: Number(line.n),
  }));

/** Promises opened in a period, kept and broken. */
export interface Promised {
  kept: number;
  broken: number;
}

/** How promises opened in the period and the one before stand, from the ledger's covering index. */
export const whatWasPromised = async (kernel: Kernel, asked: Asked): Promise<Record<When, Promised>> => {
  const spans = spansOf(kernel, asked);
  const standing = standingSql(asked.now);
  const sum = (each: string) => `sum(case when standing = '${each}' then 1 else 0 end) as ${each}`;
  const lines = await run(kernel, {
    sql: `
with ${SPANS} as (${spans.sql})
select is_now, ${sum('kept')}, ${sum('broken')} from (
  select is_now, ${standing.sql} as standing
  from spans cross join ${kernel.rows.table(OBLIGATION_UID).name}
  where community_id in (${marks(asked.communities)}) and opened_at >= starts and opened_at < ends
) opened group by is_now`,
    bindings: [...spans.bindings, ...standing.bindings, ...asked.communities],
  });
  const of = (wanted: When): Promised => {
    const found = lines.find((line) => when(line) === wanted);
    return { kept: Number(found?.kept ?? 0), broken: Number(found?.broken ?? 0) };
  };
  return { now: of('now'), before: of('before') };
};
