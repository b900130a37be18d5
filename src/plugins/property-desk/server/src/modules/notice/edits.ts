import { isDeepStrictEqual } from 'node:util';
import type { Blocks } from '../../../../contracts';
import { readBlocks } from '../../kernel/blocks/blocks';
import { forbidden, invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { instant, mentioned, ofStrapi, plain, typed } from '../../kernel/workflow/content-form';
import type { Route } from '../../kernel/workflow/define';
import { BUILDING_UID } from '../staff';
import { linkedTo } from './content';
import { FILE_UID, NOTICE_UID, type NoticeRow } from './row';

/** What of a notice is edited in the Content Manager, while it is a draft. */
const PLAIN = ['title', 'kind', 'channels', 'issuer', 'pinned'] as const;
const INSTANTS = ['publishAt', 'expiresAt'] as const;
const LINKED = { buildings: BUILDING_UID, attachments: FILE_UID } as const;

type Relation = Partial<Record<'connect' | 'disconnect' | 'set', unknown>>;

const asList = (value: unknown): unknown[] => (value === null || value === undefined ? [] : [value].flat());

/** documentIds of what a form of the Content Manager mentions. */
const documentIds = async ({ rows, strapi }: Kernel, field: string, uid: string, named: unknown[]) => {
  const ids: string[] = [];
  for (const each of named) {
    const where = mentioned(each);
    const row = where && (await rows.first(strapi.db.connection, uid, where));
    if (!row) throw invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });
    ids.push(row.documentId);
  }
  return ids;
};

const linkedAs = async (kernel: Kernel, field: keyof typeof LINKED, now: string[], value: unknown) => {
  const uid = LINKED[field];
  const relation = (
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  ) as Relation | null;
  const isRelation = relation && ['connect', 'disconnect', 'set'].some((key) => key in relation);
  // As it was read: how many there are, and none of them changed.
  if (relation && 'count' in relation && !isRelation) return now;
  if (!isRelation) return documentIds(kernel, field, uid, asList(value));
  const gone = await documentIds(kernel, field, uid, asList(relation.disconnect));
  const base = relation.set ? await documentIds(kernel, field, uid, asList(relation.set)) : now;
  const come = await documentIds(kernel, field, uid, asList(relation.connect));
  return [...new Set([...base.filter((id) => !gone.includes(id)), ...come])];
};

const sameText = (entered: unknown, kept: Blocks): boolean => {
  const one = readBlocks(entered);
  const other = readBlocks(kept);
  return 'blocks' in one && 'blocks' in other && isDeepStrictEqual(one.blocks, other.blocks);
};

/** A field that the Content Manager sends along although nobody edits it there: it must be as it is. */
const mustStand = (row: NoticeRow, field: string, value: unknown, columns: Map<string, { kind: string }>) => {
  const column = columns.get(field);
  const empty =
    value === null ||
    value === undefined ||
    (typeof value === 'object' &&
      !(value instanceof Date) &&
      Object.values(value as object).every((each) => Array.isArray(each) && each.length === 0));
  if (empty && (column?.kind === 'relation' || (row[field] ?? null) === null || !column)) return;
  const kept = column?.kind === 'instant' ? instant(value) : plain(value);
  if (column && column.kind !== 'relation' && isDeepStrictEqual(kept, plain(row[field]))) return;
  if (column?.kind === 'relation' && (value as { id?: unknown })?.id === row[field]) return;
  throw forbidden('error.workflowField', { field: { word: `field.${field}` } });
};

const update: Route = async (kernel, { documentId, data }) => {
  const { rows, links, strapi } = kernel;
  const { connection } = strapi.db;
  const row = (await rows.first(connection, NOTICE_UID, { documentId })) as NoticeRow | null;
  if (!row) throw notFound();
  const linked = (await linkedTo({ rows, links, trx: connection }, [row.id])).get(row.id);
  const input: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(data)) {
    if (ofStrapi(field) || field === 'pictures') continue;
    if ((PLAIN as readonly string[]).includes(field)) {
      const given = field === 'channels' ? typed(value) : value;
      if (!isDeepStrictEqual(given ?? null, plain(row[field]))) input[field] = given;
    } else if ((INSTANTS as readonly string[]).includes(field)) {
      if (instant(value) !== plain(row[field])) input[field] = instant(value);
    } else if (field === 'body') {
      if (!sameText(value, row.body)) input.body = value;
    } else if (field === 'buildings' || field === 'attachments') {
      const now = (linked?.[field] ?? []).map((each) => each.documentId);
      const given = await linkedAs(kernel, field, now, value);
      if (!isDeepStrictEqual(given, now)) input[field] = given;
    } else mustStand(row, field, value, rows.table(NOTICE_UID).columns);
  }
  // Saved as it is: nothing was changed, so there is nothing to do either.
  return { documentId, action: Object.keys(input).length ? 'edit' : '', input };
};

/** How the Content Manager's form writes a draft: as the action `edit`. */
export const routedEdits = { update };
