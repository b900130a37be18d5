import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { HOUSEHOLD_PAPER_UID, HOUSEHOLD_UID } from '../uids';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import type { FileFacts, Gaps } from './completeness';

type Raw = Record<string, unknown>;

const parsed = (stored: unknown): Gaps | null =>
  typeof stored === 'string' ? (JSON.parse(stored) as Gaps) : ((stored as Gaps | null | undefined) ?? null);

const grouped = (rows: Raw[]): Map<number, Raw[]> => {
  const groups = new Map<number, Raw[]>();
  for (const row of rows) {
    const home = Number(row.household_id);
    groups.set(home, [...(groups.get(home) ?? []), row]);
  }
  return groups;
};

/** What decides whether files are complete, each file locked before it is looked into. */
export const filesToCheck = async (
  trx: Knex.Transaction,
  ids: number[]
): Promise<(FileFacts & { id: number; community: number; gaps: Gaps | null; requirements: string | null })[]> => {
  const households: Raw[] = await trx('pd_households')
    .whereIn('id', ids)
    .whereNotNull('community_id')
    .orderBy('id')
    // Whoever enters somebody new has named the file by then, and so may others: they all come to be looked at in turn.
    .forNoKeyUpdate()
    .select('id', 'community_id', 'responsible_id', 'occupancy', 'gaps', 'requirements');
  const members = grouped(
    await trx('pd_residents')
      .whereIn('household_id', ids)
      .whereNull('moved_out_at')
      .select('household_id', 'kind', 'telephone', 'identity_number')
  );
  const certified = grouped(
    await trx('pd_household_papers')
      .whereIn('household_id', ids)
      .where({ kind: 'title_certificate' })
      .whereNull('until')
      .where((there) => there.where('scans', '>', 0).orWhere('paper_place', '>', ''))
      .select('household_id')
  );
  return households.map((row) => {
    const present = members.get(Number(row.id)) ?? [];
    return {
      id: Number(row.id),
      community: Number(row.community_id),
      gaps: parsed(row.gaps),
      requirements: row.requirements as string | null,
      owners: present
        .filter(({ kind }) => kind === 'owner')
        .map((owner) => ({ telephone: Boolean(owner.telephone), identityNumber: Boolean(owner.identity_number) })),
      tenant: present.some(({ kind }) => kind === 'tenant'),
      rentedOut: row.occupancy === 'rented_out',
      titleCertificate: certified.has(Number(row.id)),
      responsible: row.responsible_id !== null,
    };
  });
};

/** Writes what files lack, and of which requirements; the same of all of them. */
export const keepGaps = async (
  trx: Knex.Transaction,
  ids: number[],
  { gaps, since, requirements }: { gaps: Gaps; since: Date | null; requirements: string }
): Promise<void> => {
  await trx('pd_households')
    .whereIn('id', ids)
    .update({ gaps: JSON.stringify(gaps), incomplete_since: since, requirements });
};

const ids = (rows: Raw[]): number[] => rows.map(({ id }) => Number(id));

/** How a file may be known not to have been held against certain requirements; each way is a stretch of the index. */
const OTHERWISE: ((files: Knex.QueryBuilder, requirements: string) => Knex.QueryBuilder)[] = [
  (files) => files.whereNull('requirements'),
  (files, requirements) => files.where('requirements', '<', requirements),
  (files, requirements) => files.where('requirements', '>', requirements),
];

/** Households of a community whose files nobody has held against these requirements, `limit` of them at most. */
export const filesBehind = async (
  connection: Knex,
  community: number,
  requirements: string,
  limit: number
): Promise<number[]> => {
  const behind: number[] = [];
  for (const narrowed of OTHERWISE) {
    const left = limit - behind.length;
    const files = connection('pd_households').where({ community_id: community }).limit(left).select('id');
    if (left > 0) behind.push(...ids(await narrowed(files, requirements)));
  }
  return behind;
};

/** Households without a file number. */
export const unnumberedFiles = async (trx: Knex.Transaction, limit: number): Promise<number[]> =>
  ids(await trx('pd_households').whereNull('file_number').orderBy('id').limit(limit).select('id'));

/** Writes file numbers, in one statement. */
export const keepNumbers = async (trx: Knex.Transaction, households: number[], numbers: string[]): Promise<void> => {
  const cases = households.map(() => 'when ? then ?').join(' ');
  await trx('pd_households')
    .whereIn('id', households)
    .update({
      file_number: trx.raw(
        `case id ${cases} end`,
        households.flatMap((id, index) => [id, numbers[index]])
      ),
    });
};

/** The file number of the household that a write is about, in whatever transaction is under way. */
export const fileNumberWhere = async (strapi: Core.Strapi, where: object): Promise<unknown> =>
  (await strapi.db.query(HOUSEHOLD_UID).findOne({ select: ['fileNumber'], where }))?.fileNumber;

/** Whether a paper that a deletion is about has scans. */
export const scannedWhere = async (strapi: Core.Strapi, where: object): Promise<boolean> =>
  (await strapi.db
    .query(HOUSEHOLD_PAPER_UID)
    .findOne({ select: ['id'], where: { $and: [where, { scans: { $gt: 0 } }] } })) !== null;

/** Says with a paper how many scans it has. */
export const recountScans = async ({ rows, clock }: Kernel, trx: Knex.Transaction, paper: Row): Promise<void> => {
  const [{ n }] = await trx('pd_case_files').where({ case_document_id: paper.documentId }).count({ n: '*' });
  await trx('pd_household_papers')
    .where({ id: paper.id })
    .update(rows.toColumns(HOUSEHOLD_PAPER_UID, { scans: Number(n), updatedAt: clock.now() }));
};

/** The filter over the files that a list shows; every part of it has its index. */
export const filesWhere = (
  connection: Knex,
  asked: {
    building?: number;
    responsible?: number;
    occupancies?: string[];
    incomplete?: boolean;
  }
): Knex.QueryBuilder => {
  const query = connection('pd_households');
  if (asked.building !== undefined) query.where({ building_id: asked.building });
  if (asked.responsible !== undefined) query.where({ responsible_id: asked.responsible });
  if (asked.occupancies) query.whereIn('occupancy', asked.occupancies);
  if (asked.incomplete === true) query.whereNotNull('incomplete_since');
  if (asked.incomplete === false) query.whereNull('incomplete_since');
  return query;
};

/** The names of those who own these households now. */
export const ownersOf = async (connection: Knex, homes: number[]): Promise<Map<number, string[]>> => {
  const owners = new Map<number, string[]>();
  if (homes.length === 0) return owners;
  const found: Raw[] = await connection('pd_residents')
    .whereIn('household_id', homes)
    .where({ kind: 'owner' })
    .whereNull('moved_out_at')
    .orderBy('id')
    .select('household_id', 'name');
  for (const [home, rows] of grouped(found))
    owners.set(
      home,
      rows.map(({ name }) => name as string)
    );
  return owners;
};

/** Records that meet a condition over attributes, latest first. */
export const latestOf = async (
  { rows, strapi }: Kernel,
  uid: string,
  where: Record<string, unknown>,
  limit: number
): Promise<Row[]> => {
  const found: Raw[] = await strapi.db
    .connection(rows.table(uid).name)
    .where(rows.toColumns(uid, where))
    .orderBy('id', 'desc')
    .limit(limit);
  return found.map((raw) => rows.fromColumns(uid, raw));
};

/** How many complaints a household has made since a day; what was found to be none does not count. */
export const complaintsSince = async (
  { rows, strapi }: Kernel,
  uid: string,
  household: number,
  since: Date
): Promise<number> => {
  const [{ count }] = (await strapi.db
    .connection(rows.table(uid).name)
    .where({ household_id: household, kind: 'complaint' })
    .whereNot({ state: 'dismissed' })
    .where('created_at', '>=', since)
    .count({ count: '*' })) as { count: unknown }[];
  return Number(count);
};

/** How many of those who live there had the use of their data restricted. */
export const restrictedIn = async (connection: Knex, household: number): Promise<number> => {
  const [{ count }] = (await connection('pd_residents')
    .where({ household_id: household })
    .whereNull('moved_out_at')
    .whereNotNull('restricted_at')
    .count({ count: '*' })) as { count: unknown }[];
  return Number(count);
};
