import type { Knex } from 'knex';
import type { Period } from '../../kernel/clock/clock';
import type { Evidence, EvidenceScope } from '../../kernel/evidence';
import type { Kernel } from '../../kernel/kernel';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { articleNumberSql, standingSql, STANDINGS, type Standing } from '../../kernel/obligation/standing';

/** Obligations opened in a period in some communities (numeric ids). */
export interface Asked extends Period {
  communities: number[];
  now: Date;
}

type Counts = Record<Standing, number>;

/** One kind of obligation of one article, counted. */
export interface Line extends Counts {
  number: number;
  what: string;
  /** As the ledger keeps it, e.g. `12.3`; the first where there are several. */
  article: string;
  medianMinutes: number | null;
}

/** All lines, and the medians that cannot be added up from theirs. */
export interface Counted {
  lines: Line[];
  medianOfArticle: Map<number, number>;
  median: number | null;
}

const clientOf = ({ strapi }: Kernel): string => strapi.db.dialect.client;

/** What a raw statement found, on either database. */
const rowsOf = <T>(answer: unknown): T[] => (Array.isArray(answer) ? answer : (answer as { rows: T[] }).rows) as T[];

const marks = (values: unknown[]): string => values.map(() => '?').join(', ');

/** Whole minutes from opening to settling; null where it is not settled. */
const minutesSql = (client: string): string =>
  client === 'postgres'
    ? "cast(floor(date_part('epoch', settled_at - opened_at) / 60) as integer)"
    : '(settled_at - opened_at) / 60000';

/** Levels at which a median is taken. */
const LEVELS = { line: 1, article: 2, all: 3 };

/**
 * One pass over the covering index, in which equal rows become one with their number; everything else, the medians
 * at three levels too, is worked out from those few. A median is the middle one of all settled, or the mean of the
 * two middle ones: a row holds it whose running number reaches the middle. The same statement on both databases.
 */
const figuresSql = (kernel: Kernel, { communities, from, to, now }: Asked) => {
  const client = clientOf(kernel);
  const standing = standingSql(now);
  const sums = STANDINGS.map((each) => `sum(case when standing = '${each}' then n else 0 end) as "${each}"`).join(', ');
  const settled = (level: number, columns: string, grouped: string) =>
    `select ${level} as level, ${columns}, minutes, sum(n) as n from counted where minutes is not null group by ${grouped}minutes`;
  const sql = `
with raw as (
  select article, what, ${standing.sql} as standing, ${minutesSql(client)} as minutes, count(*) as n
  from ${kernel.rows.table(OBLIGATION_UID).name}
  where community_id in (${marks(communities)}) and opened_at >= ? and opened_at < ?
  group by 1, 2, 3, 4
), counted as (
  select ${articleNumberSql(client, 'article')} as number, article, what, standing, minutes, n from raw
), settled as (
  ${settled(LEVELS.line, 'number, what', 'number, what, ')}
  union all ${settled(LEVELS.article, "number, '' as what", 'number, ')}
  union all ${settled(LEVELS.all, "0 as number, '' as what", '')}
), placed as (
  select level, number, what, minutes, n,
    sum(n) over (partition by level, number, what order by minutes) as upto,
    sum(n) over (partition by level, number, what) as total
  from settled
), medians as (
  select level, number, what, avg(minutes * 1.0) as median from placed
  where 2 * upto >= total and 2 * (upto - n) <= total
  group by level, number, what
)
select ${LEVELS.line} as level, c.*, m.median
from (select number, what, min(article) as article, ${sums} from counted group by number, what) c
left join medians m on m.level = ${LEVELS.line} and m.number = c.number and m.what = c.what
union all
select level, number, what, '' as article, ${STANDINGS.map(() => '0').join(', ')}, median
from medians where level <> ${LEVELS.line}`;
  return { sql, bindings: [...standing.bindings, ...communities, from, to] };
};

const numberOf = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));

/** The figures of a period: one statement. */
export const figuresOf = async (kernel: Kernel, asked: Asked): Promise<Counted> => {
  const counted: Counted = { lines: [], medianOfArticle: new Map(), median: null };
  if (asked.communities.length === 0) return counted;
  const { sql, bindings } = figuresSql(kernel, asked);
  const found = rowsOf<Record<string, unknown>>(await kernel.strapi.db.connection.raw(sql, bindings as never));
  for (const row of found) {
    const median = numberOf(row.median);
    const number = Number(row.number);
    if (Number(row.level) === LEVELS.all) counted.median = median;
    else if (Number(row.level) === LEVELS.article) counted.medianOfArticle.set(number, median as number);
    else
      counted.lines.push({
        number,
        what: row.what as string,
        article: row.article as string,
        ...(Object.fromEntries(STANDINGS.map((each) => [each, Number(row[each])])) as Counts),
        medianMinutes: median,
      });
  }
  return counted;
};

/** Kept and broken of one article in one week. */
export interface WeekCount {
  monday: string;
  number: number;
  kept: number;
  broken: number;
}

/**
 * Kept and broken by week and article: one range of the covering index for each week and community, instead of a
 * date worked out for every row.
 */
export const weeksOf = async (kernel: Kernel, { communities, from, to, now }: Asked): Promise<WeekCount[]> => {
  const weeks = kernel.clock.weeks({ from, to });
  if (communities.length === 0 || weeks.length === 0) return [];
  const standing = standingSql(now);
  const instant = clientOf(kernel) === 'postgres' ? 'cast(? as timestamp)' : '?';
  const sum = (each: Standing) => `sum(case when standing = '${each}' then 1 else 0 end) as "${each}"`;
  const sql = `
with weeks(week, starts, ends) as (values ${weeks.map((_, week) => `(${week}, ${instant}, ${instant})`).join(', ')})
select week, article, ${sum('kept')}, ${sum('broken')} from (
  select week, article, ${standing.sql} as standing
  from weeks cross join ${kernel.rows.table(OBLIGATION_UID).name}
  where community_id in (${marks(communities)}) and opened_at >= starts and opened_at < ends
) opened
group by week, article`;
  const bindings = [...weeks.flatMap((week) => [week.from, week.to]), ...standing.bindings, ...communities];
  const found = rowsOf<Record<string, unknown>>(await kernel.strapi.db.connection.raw(sql, bindings as never));
  const counts = new Map<string, WeekCount>();
  for (const row of found) {
    const { monday } = weeks[Number(row.week)];
    const number = parseInt(row.article as string, 10) || 0;
    const key = `${monday} ${number}`;
    const count = counts.get(key) ?? { monday, number, kept: 0, broken: 0 };
    count.kept += Number(row.kept);
    count.broken += Number(row.broken);
    counts.set(key, count);
  }
  return [...counts.values()]
    .filter(({ kept, broken }) => kept + broken > 0)
    .sort((one, other) => (one.monday < other.monday ? -1 : one.monday > other.monday ? 1 : one.number - other.number));
};

/** How many records each piece of evidence counts: all of them in one statement. */
export const evidenceCounts = async (
  kernel: Kernel,
  evidence: Evidence[],
  scope: EvidenceScope
): Promise<Map<string, number>> => {
  if (evidence.length === 0 || scope.communities.length === 0) return new Map();
  const { connection } = kernel.strapi.db;
  const counts = evidence.map((each, index) => each.count(kernel, scope).as(`n${index}`));
  const [found] = (await connection.select(counts as Knex.QueryBuilder[])) as Record<string, unknown>[];
  return new Map(evidence.map(({ key }, index) => [key, Number(found[`n${index}`])]));
};
