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

/** Parts of one statement, so that each part is a range of its own index. */
const together = (parts: Statement[]): Statement => ({
  sql: parts.map(({ sql }) => `select * from (${sql}) one`).join('\nunion all\n'),
  bindings: parts.flatMap(({ bindings }) => bindings),
});

const NOTHING = 'cast(null as varchar(1))';
const NOBODY = 'cast(null as integer)';

/** A piece of the period in which the office's clocks keep one offset, or the whole of the period before. */
interface Span extends Period {
  present: boolean;
  /** Minutes ahead of UTC. */
  minutes: number;
}

const spansOf = ({ clock }: Kernel, { period, before }: Pick<Asked, 'period' | 'before'>): Span[] => [
  ...clock.offsets(period).map((piece) => ({ ...piece, present: true })),
  // Of the period before nothing but how many is asked.
  { ...before, present: false, minutes: 0 },
];

const cameSql = (
  { rows, strapi }: Kernel,
  { uid, name, figures }: CaseDefinition,
  { communities }: Asked,
  { present, minutes, from, to }: Span
): Statement => {
  const column = (attribute: string | undefined, none: string) => (attribute ? rows.column(uid, attribute) : none);
  const now = (sql: string, none: string) => (present ? sql : none);
  return {
    sql: `
select '${name}' as type, ${present ? 1 : 0} as is_now, ${column(figures?.kind?.attribute, NOTHING)} as kind,
  ${now(hourSql(strapi.db.dialect.client, 'created_at', String(minutes)), NOBODY)} as hour,
  ${now(column(figures?.category, NOBODY), NOBODY)} as category,
  ${now(column(figures?.grade?.attribute, NOTHING), NOTHING)} as grade, count(*) as n
from ${rows.table(uid).name}
where community_id in (${marks(communities)}) and created_at >= ? and created_at < ?
group by 3, 4, 5, 6`,
    bindings: [...communities, from, to],
  };
};

const doneSql = (
  { rows }: Kernel,
  { uid, name, figures, handler }: CaseDefinition,
  { communities }: Asked,
  { present, from, to }: Span
): Statement => {
  if (!figures) throw new Error(`${name} declares no figures`);
  const { done, kind, verdict } = figures;
  const at = rows.column(uid, done.at);
  const mark = verdict ? markSql(rows, uid, verdict) : NOBODY;
  return {
    sql: `
select '${name}' as type, ${present ? 1 : 0} as is_now, ${kind ? rows.column(uid, kind.attribute) : NOTHING} as kind,
  case when state in (${marks([...done.states])}) then 1 else 0 end as stands,
  ${present && handler ? rows.column(uid, handler) : NOBODY} as handler,
  ${verdict ? verdictSql(rows, uid, verdict) : NOTHING} as verdict,
  count(*) as n, count(${mark}) as marks, sum(${mark}) as sum
from ${rows.table(uid).name}
where community_id in (${marks(communities)}) and ${at} is not null and ${at} >= ? and ${at} < ?
group by 3, 4, 5, 6`,
    bindings: [...done.states, ...communities, from, to],
  };
};

/** A part for every case type and span. */
const eachSpan = (
  kernel: Kernel,
  asked: Asked,
  part: (kernel: Kernel, definition: CaseDefinition, asked: Asked, span: Span) => Statement
): Statement => {
  const spans = spansOf(kernel, asked);
  return together(asked.definitions.flatMap((each) => spans.map((span) => part(kernel, each, asked, span))));
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
  (await run(kernel, eachSpan(kernel, asked, cameSql))).map((line) => ({
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
  (await run(kernel, eachSpan(kernel, asked, doneSql))).map((line) => ({
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
  const standing = standingSql(asked.now);
  const sum = (each: string) => `sum(case when standing = '${each}' then 1 else 0 end) as ${each}`;
  const part = (present: boolean, { from, to }: Period): Statement => ({
    sql: `
select ${present ? 1 : 0} as is_now, ${sum('kept')}, ${sum('broken')} from (
  select ${standing.sql} as standing from ${kernel.rows.table(OBLIGATION_UID).name}
  where community_id in (${marks(asked.communities)}) and opened_at >= ? and opened_at < ?
) opened`,
    bindings: [...standing.bindings, ...asked.communities, from, to],
  });
  const lines = await run(kernel, together([part(true, asked.period), part(false, asked.before)]));
  const of = (wanted: When): Promised => {
    const found = lines.find((line) => when(line) === wanted);
    return { kept: Number(found?.kept ?? 0), broken: Number(found?.broken ?? 0) };
  };
  return { now: of('now'), before: of('before') };
};
