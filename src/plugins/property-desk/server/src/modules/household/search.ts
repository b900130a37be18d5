import type { Context } from 'koa';
import type { SearchAnswer, SearchCase, SearchHousehold } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { bodyOf, noFurther } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { casesByNumber, householdsBy, openCasesOf, residentsOf } from './queries';
import { halfWidth, roomKey } from './room';

const HOUSEHOLDS = 10;
const TELEPHONE = /^\+?[\d\s()-]{5,20}$/;
const NUMBER = /^[a-z]{2}-?\d{2,8}(-?\d{0,6})?$/i;

/**
 * One box for telephone, room, name, pinyin initials and case number. A telephone is looked up by its keyed hash, so
 * only a whole number finds anybody; it never stands in a URL.
 */
export const search = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: SearchAnswer }> => {
  const { query, community: asked, ...rest } = bodyOf(ctx);
  noFurther(rest);
  if (typeof query !== 'string' || query.length > 100 || query.includes('\u0000')) throw invalid('query', 'error.text');
  const communities = await scope(kernel, actor, asked);
  // Chinese input methods write digits and letters in full width.
  const text = halfWidth(query).trim();
  if (text === '') return { data: { households: [], cases: [] } };

  const found = new Map<number, Record<string, unknown>>();
  const add = (rows: Record<string, unknown>[]) => rows.forEach((row) => found.set(Number(row.id), row));
  const room = roomKey(text);
  if (TELEPHONE.test(text)) add(await householdsBy.telephone(kernel, communities, text));
  if (room) add(await householdsBy.room(kernel, communities, room));
  if (/^[a-z]?\d{2,5}[a-z]?$/i.test(text)) add(await householdsBy.bareRoom(kernel, communities, text));
  if (/\p{Script=Han}/u.test(text)) {
    add(await householdsBy.name(kernel, communities, text));
    add(await householdsBy.householdName(kernel, communities, text));
  }
  if (/^[a-z]{1,8}$/i.test(text)) add(await householdsBy.initials(kernel, communities, text.toLowerCase()));

  const rows = [...found.values()].slice(0, HOUSEHOLDS);
  const cases = NUMBER.test(text) ? await casesByNumber(kernel, communities, text.toUpperCase()) : [];
  return { data: { households: await present(kernel, rows), cases } };
};

const scope = async (kernel: Kernel, actor: Actor, asked: unknown): Promise<number[] | 'all'> => {
  if (asked === undefined || asked === null) return actor.communities;
  const row =
    typeof asked === 'string'
      ? await kernel.rows.first(kernel.strapi.db.connection, 'plugin::property-desk.community', { documentId: asked })
      : null;
  if (!row || !covers(actor, row.id))
    throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  return [row.id];
};

const present = async (kernel: Kernel, rows: Record<string, unknown>[]): Promise<SearchHousehold[]> => {
  const ids = rows.map(({ id }) => Number(id));
  const residents = await residentsOf(kernel, ids);
  const open = await openCasesOf(kernel, ids);
  return rows.map((row) => ({
    documentId: row.document_id as string,
    name: row.name as string,
    community: { documentId: row.community_document as string, name: row.community_name as string },
    residents: residents.get(Number(row.id)) ?? [],
    openCases: (open.get(Number(row.id)) ?? []).map(({ type, documentId, number, title, state }: SearchCase) => ({
      type,
      documentId,
      number,
      title,
      state,
    })),
  }));
};
