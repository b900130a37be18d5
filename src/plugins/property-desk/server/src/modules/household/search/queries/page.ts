import type { CaseRef, SearchCase, SearchHousehold, SearchResident } from '../../../../../../contracts';
import type { Actor } from '../../../../kernel/access/actor';
import { caseRef } from '../../../../kernel/api/present';
import type { Kernel } from '../../../../kernel/kernel';
import { byBytes } from '../../../../kernel/storage/indexes';
import type { CaseDefinition, CaseRow } from '../../../../kernel/workflow/define';
import { sees } from '../../../../kernel/workflow/engine';
import { RESIDENT_UID } from '../../uids';
import type { NamedBuilding } from '../places';

type Raw = Record<string, unknown>;

/** Ids of the communities in reach, all of them where the caller is bound to none. */
export const communitiesInReach = async (kernel: Kernel, communities: number[] | 'all'): Promise<number[]> => {
  if (communities !== 'all') return communities;
  const found: { id: number }[] = await kernel.strapi.db.connection('pd_communities').select('id').orderBy('id');
  return found.map(({ id }) => Number(id));
};

/** The buildings of these communities, by all that they are called. */
export const buildingsOf = async (kernel: Kernel, communities: number[]): Promise<NamedBuilding[]> => {
  const found: Raw[] = await kernel.strapi.db
    .connection({ b: 'pd_buildings' })
    .join({ c: 'pd_communities' }, 'c.id', 'b.community_id')
    .whereIn('b.community_id', communities)
    .orderBy('b.id')
    .select('b.id', 'b.code', 'b.name', { community: 'c.name' });
  return found.map(({ id, code, name, community }) => ({
    id: Number(id),
    code: String(code),
    name: String(name),
    community: String(community),
  }));
};

/** The households of a page, with what a line says of each, by numeric id. */
export const householdLines = async (
  kernel: Kernel,
  ids: number[]
): Promise<
  Map<number, Pick<SearchHousehold, 'documentId' | 'name' | 'fileNumber' | 'community'> & { place: number }>
> => {
  if (ids.length === 0) return new Map();
  const found: Raw[] = await kernel.strapi.db
    .connection({ h: 'pd_households' })
    .join({ c: 'pd_communities' }, 'c.id', 'h.community_id')
    .whereIn('h.id', ids)
    .select('h.id', 'h.document_id', 'h.name', 'h.file_number', 'h.community_id', {
      community_document: 'c.document_id',
      community_name: 'c.name',
    });
  return new Map(
    found.map((row) => [
      Number(row.id),
      {
        documentId: row.document_id as string,
        name: (row.name as string) ?? '',
        fileNumber: row.file_number as string | null,
        community: { documentId: row.community_document as string, name: row.community_name as string },
        place: Number(row.community_id),
      },
    ])
  );
};

/** Who lives in these households, and those of them who have left and were found; telephones masked. */
export const residentsOf = async (
  kernel: Kernel,
  ids: number[],
  found: number[]
): Promise<Map<number, (SearchResident & { id: number })[]>> => {
  const all = new Map<number, (SearchResident & { id: number })[]>();
  if (ids.length === 0) return all;
  const rows: Raw[] = await kernel.strapi.db
    .connection('pd_residents')
    .whereIn('household_id', ids)
    .where((who) => {
      who.whereNull('moved_out_at');
      if (found.length > 0) who.orWhereIn('id', found);
    })
    .orderBy('id')
    .select('id', 'document_id', 'household_id', 'name', 'kind', 'telephone', 'moved_out_at');
  for (const row of rows) {
    const documentId = row.document_id as string;
    const telephone = kernel.confidential.mask(RESIDENT_UID, documentId, 'telephone', row.telephone);
    const home = Number(row.household_id);
    const list = all.get(home) ?? [];
    list.push({
      id: Number(row.id),
      documentId,
      name: row.name as string,
      kind: row.kind as string,
      telephone,
      former: row.moved_out_at !== null,
    });
    all.set(home, list);
  }
  return all;
};

/** The case types that this person may read. */
const readable = (kernel: Kernel, actor: Actor): CaseDefinition[] =>
  [...kernel.definitions.values()].filter(({ name }) => actor.can(`${name}.read`));

/** What is open in these households, of every case type that has one and that this person may see, oldest first. */
export const openRowsOf = async (
  kernel: Kernel,
  actor: Actor,
  ids: number[]
): Promise<{ household: number; definition: CaseDefinition; row: CaseRow }[]> => {
  if (ids.length === 0) return [];
  const lists = await Promise.all(
    readable(kernel, actor).flatMap((definition) => {
      const { uid, home } = definition;
      if (!home) return [];
      return [
        kernel.strapi.db
          .connection(kernel.rows.table(uid).name)
          .whereIn(kernel.rows.column(uid, home), ids)
          .whereNull('ended_at')
          .orderBy('id')
          .then((found: Raw[]) =>
            found
              .map((raw) => kernel.rows.fromColumns(uid, raw) as CaseRow)
              .filter((row) => sees(definition, row, actor))
              .map((row) => ({ household: Number(row[home]), definition, row }))
          ),
      ];
    })
  );
  return lists.flat();
};

/** The same in a line each, by household. */
export const openCasesOf = async (kernel: Kernel, actor: Actor, ids: number[]): Promise<Map<number, CaseRef[]>> => {
  const all = new Map<number, CaseRef[]>();
  for (const { household, definition, row } of await openRowsOf(kernel, actor, ids))
    all.set(household, [...(all.get(household) ?? []), caseRef(definition, row)]);
  return all;
};

/** Statements of one kind in one: SQLite takes some hundred. */
const TOGETHER = 100;

/** Ids of the cases of one table whose number starts so, the latest of every community. */
const numbered = async (
  kernel: Kernel,
  table: string,
  communities: number[],
  number: string,
  limit: number
): Promise<number[]> => {
  const { connection, dialect } = kernel.strapi.db;
  const column = byBytes(dialect.client, '??');
  const found: { id: number; number: string }[] = [];
  for (let from = 0; from < communities.length; from += TOGETHER) {
    // Community by community, or those of a whole year would be put in order for the sake of ten.
    const [first, ...others] = communities.slice(from, from + TOGETHER).map((community, index) => {
      const latest = connection(table)
        .where({ community_id: community })
        .whereRaw(`${column} >= ? and ${column} < ?`, ['number', number, 'number', `${number}\u{10ffff}`])
        .orderByRaw(`${column} desc`, ['number'])
        .limit(limit)
        .select('id', 'number');
      return connection.from(latest.as(`c${index}`)).select('*');
    });
    found.push(...(await first.unionAll(others)));
  }
  const latestFirst = found.sort((one, other) => (one.number < other.number ? 1 : -1));
  return latestFirst.slice(0, limit).map(({ id }) => Number(id));
};

/** Cases whose number starts so, the latest first, that this person may see. */
export const casesByNumber = async (
  kernel: Kernel,
  actor: Actor,
  communities: number[],
  number: string,
  limit: number
): Promise<SearchCase[]> => {
  const lists = await Promise.all(
    readable(kernel, actor).map(async (definition): Promise<SearchCase[]> => {
      const { name: table, columns } = kernel.rows.table(definition.uid);
      const ids = columns.has('number') ? await numbered(kernel, table, communities, number, limit) : [];
      if (ids.length === 0) return [];
      const found: Raw[] = await kernel.strapi.db
        .connection({ t: table })
        .join({ c: 'pd_communities' }, 'c.id', 't.community_id')
        .whereIn('t.id', ids)
        .orderBy('t.number', 'desc')
        .select('t.*', { place_document: 'c.document_id', place_name: 'c.name' });
      return found
        .map(({ place_document: documentId, place_name: name, ...raw }) => ({
          row: kernel.rows.fromColumns(definition.uid, raw) as CaseRow,
          community: { documentId: documentId as string, name: name as string },
        }))
        .filter(({ row }) => sees(definition, row, actor))
        .map(({ row, community }) => ({ ...caseRef(definition, row), community }));
    })
  );
  return lists.flat().slice(0, limit);
};
