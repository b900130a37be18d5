import type { Knex } from 'knex';
import { COMMUNITY_UID, type Actor } from '../access/actor';
import { EVENT_UID } from '../ledger/ledger';
import type { Rows } from '../storage/rows';

/** What each kind of case came to last in each community is read off an index over these. */
export const PULSE_INDEX = 'create index if not exists pd_events_pulse on pd_events (community_id, case_type, id)';

/**
 * How many of the latest events a mark is made of. Ids are given out before they are committed, so that the latest id
 * alone would miss what another transaction commits a moment later under a smaller one; the sum of several does not.
 */
const LATEST = 16;

/** Names of case types are ours and stand in the statement itself: they are few, and PostgreSQL knows their kind. */
const literal = (name: string): string => {
  if (!/^[a-z-]+$/.test(name)) throw new Error(`"${name}" is no name of a case type`);
  return `'${name}'`;
};

/** For each type and community: a number that is another one whenever something has happened there. */
export const latestEvents = async (
  connection: Knex,
  rows: Rows,
  communities: Actor['communities'],
  types: readonly string[]
): Promise<{ type: string; community: number; mark: string }[]> => {
  if (types.length === 0 || (communities !== 'all' && communities.length === 0)) return [];
  const listed = types.map((type) => `select ${literal(type)} as type`).join(' union all ');
  const within = communities === 'all' ? '' : `where c.id in (${communities.map(() => '?').join(', ')})`;
  const answer = await connection.raw(
    `select t.type, c.id as community,
      (select sum(x.id) from (
        select e.id from ${rows.table(EVENT_UID).name} e
        where e.community_id = c.id and e.case_type = t.type order by e.id desc limit ${LATEST}
      ) x) as mark
    from ${rows.table(COMMUNITY_UID).name} c cross join (${listed}) t ${within}
    order by t.type, c.id`,
    communities === 'all' ? [] : communities
  );
  const found = (answer.rows ?? answer) as { type: string; community: number; mark: number | string | null }[];
  return found.map(({ type, community, mark }) => ({ type, community, mark: String(mark ?? 0) }));
};

/** The latest event of each of these cases. An action locks its case, so that they come one after the other. */
export const latestOfCases = async (connection: Knex, rows: Rows, cases: string[]): Promise<Map<string, string>> => {
  if (cases.length === 0) return new Map();
  const found = await connection(rows.table(EVENT_UID).name)
    .whereIn('case_document_id', cases)
    .groupBy('case_document_id')
    .select('case_document_id')
    .max({ latest: 'id' });
  return new Map(found.map((row: Record<string, unknown>) => [row.case_document_id as string, String(row.latest)]));
};
