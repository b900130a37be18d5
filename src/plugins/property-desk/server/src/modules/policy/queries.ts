import type { Knex } from 'knex';
import { oneRow } from '../../kernel/storage/one-row';
import type { Row, Rows } from '../../kernel/storage/rows';
import { SYSTEM_MARK } from './limits';
import {
  POLICY_ACKNOWLEDGEMENT_UID,
  POLICY_ARTICLE_UID,
  POLICY_RULE_UID,
  POLICY_UID,
  type ArticleRow,
  type PolicyRow,
  type RuleRow,
} from './row';

const TABLE = 'pd_policies';

/** SQLite uses the partial index only where the state stands in the statement itself. */
const EFFECTIVE = "state = 'effective'";

/** At most one policy is in force in a community; and finding it costs one step of an index. */
export const POLICY_INDEXES = [
  `create unique index if not exists pd_policies_effective on ${TABLE} (community_id) where ${EFFECTIVE}`,
];

/** The articles of a policy, in their order. */
export const articlesOf = async (connection: Knex, rows: Rows, policy: number): Promise<ArticleRow[]> =>
  ((await rows.find(connection, POLICY_ARTICLE_UID, { policy })) as ArticleRow[]).sort(
    (one, other) => one.number - other.number
  );

/** The rules that a policy sets, by article and key. */
export const rulesOf = async (connection: Knex, rows: Rows, policy: number): Promise<RuleRow[]> =>
  ((await rows.find(connection, POLICY_RULE_UID, { policy })) as RuleRow[]).sort(
    (one, other) => one.article - other.article || (one.key < other.key ? -1 : 1)
  );

/** Articles and rules together. */
export const contentOf = async (
  connection: Knex,
  rows: Rows,
  policy: number
): Promise<{ articles: ArticleRow[]; rules: RuleRow[] }> => ({
  articles: await articlesOf(connection, rows, policy),
  rules: await rulesOf(connection, rows, policy),
});

/** Id and number of the policy in force, and since when it is, in one statement over an index. */
export const effectiveVersion = async (
  connection: Knex,
  community: number
): Promise<{ id: number; number: string; since: Date } | null> => {
  const found = await oneRow(
    connection,
    `select id, number, effective_at from ${TABLE} where community_id = ? and ${EFFECTIVE}`,
    [community]
  );
  return found
    ? { id: Number(found.id), number: String(found.number), since: new Date(found.effective_at as string | number) }
    : null;
};

/** documentIds of policies by their numbers. */
export const versionsNamed = async (connection: Knex, numbers: string[]): Promise<Record<string, string>> => {
  const found = await connection(TABLE).whereIn('number', numbers).select('number', 'document_id');
  return Object.fromEntries(found.map((row: { number: string; document_id: string }) => [row.number, row.document_id]));
};

/** The policy in force, all of it. */
export const effectiveRow = async (connection: Knex, rows: Rows, community: number): Promise<PolicyRow | null> => {
  const raw = await connection(TABLE).where({ community_id: community }).whereRaw(EFFECTIVE).first();
  return raw ? (rows.fromColumns(POLICY_UID, raw) as PolicyRow) : null;
};

/** The policy in force, held until the transaction ends; one that has just been repealed is not in force. */
export const lockedEffective = async (trx: Knex, rows: Rows, community: number): Promise<PolicyRow | null> => {
  const raw = await trx(TABLE).where({ community_id: community }).whereRaw(EFFECTIVE).forUpdate().first();
  return raw ? (rows.fromColumns(POLICY_UID, raw) as PolicyRow) : null;
};

/** Communities that have never had a policy, not even one that was discarded. */
export const communitiesWithout = (connection: Knex): Promise<{ id: number; document_id: string }[]> =>
  connection('pd_communities')
    .whereNotExists(connection(TABLE).select(connection.raw('1')).whereRaw(`${TABLE}.community_id = pd_communities.id`))
    .orderBy('id')
    .select('id', 'document_id');

/** Whether a community has, or has had, a policy of whatever state. */
export const hasPolicy = async (trx: Knex, community: number): Promise<boolean> =>
  (await trx(TABLE).where({ community_id: community }).first('id')) !== undefined;

/** Takes away the default drafts of communities that nobody but the system has had in hand, with their one event. */
export const removeUntouched = async (trx: Knex, communities: number[]) => {
  const drafts: { id: number; document_id: string }[] = await trx(TABLE)
    .whereIn('community_id', communities)
    .where({ state: 'draft', revision: 1, author_mark: SYSTEM_MARK })
    .forUpdate()
    .select('id', 'document_id');
  const ids = drafts.map(({ id }) => id);
  await trx('pd_policy_articles').whereIn('policy_id', ids).del();
  await trx('pd_policy_rules').whereIn('policy_id', ids).del();
  await trx('pd_events')
    .where({ case_type: 'policy' })
    .whereIn(
      'case_document_id',
      drafts.map(({ document_id: documentId }) => documentId)
    )
    .del();
  await trx(TABLE).whereIn('id', ids).del();
};

/** Who has acknowledged a version, first ones first. */
export const acknowledgementsOf = async (
  connection: Knex,
  rows: Rows,
  policy: number
): Promise<(Row & { staff: number; at: Date })[]> =>
  (await rows.find(connection, POLICY_ACKNOWLEDGEMENT_UID, { policy })) as (Row & { staff: number; at: Date })[];

/** Whether somebody has acknowledged a version. */
export const hasAcknowledged = async (connection: Knex, policy: number, staff: number): Promise<boolean> =>
  (await connection('pd_policy_acknowledgements').where({ policy_id: policy, staff_id: staff }).first('id')) !==
  undefined;

/** Staff who have acknowledged, by policy. */
export const acknowledgedBy = async (connection: Knex, policies: number[]): Promise<Map<number, Set<number>>> => {
  const byPolicy = new Map<number, Set<number>>(policies.map((id) => [id, new Set<number>()]));
  if (policies.length === 0) return byPolicy;
  const found: { policy_id: number; staff_id: number }[] = await connection('pd_policy_acknowledgements')
    .whereIn('policy_id', policies)
    .select('policy_id', 'staff_id');
  for (const { policy_id: policy, staff_id: staff } of found) byPolicy.get(Number(policy))?.add(Number(staff));
  return byPolicy;
};

/** What is still owed of acknowledgements on a policy, by staff. */
export const owedAcknowledgements = async (
  connection: Knex,
  rows: Rows,
  policy: string
): Promise<Map<number, { dueAt: Date }>> => {
  const found = await connection('pd_obligations')
    .where({ case_document_id: policy, what: 'policy.acknowledge' })
    .whereNull('closed_at');
  return new Map(
    found.map((raw: Record<string, unknown>) => {
      const row = rows.fromColumns('plugin::property-desk.obligation', raw);
      return [row.ownerStaff as number, { dueAt: row.dueAt as Date }];
    })
  );
};

/** Takes an article, or a rule, out of a draft. */
export const removeRow = (trx: Knex, rows: Rows, uid: string, id: number) =>
  trx(rows.table(uid).name).where({ id }).del();

/** Changes an article, or a rule, of a draft. */
export const updateRow = (trx: Knex, rows: Rows, uid: string, id: number, values: Record<string, unknown>) =>
  trx(rows.table(uid).name).where({ id }).update(rows.toColumns(uid, values));

/** Lines of `GET /policies`. */
export const policiesQuery = (connection: Knex) => connection(TABLE);
