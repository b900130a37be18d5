import { isDeepStrictEqual } from 'node:util';
import { forbidden, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import type { Route } from '../../kernel/workflow/define';
import { POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_UID } from './row';

type Data = Record<string, unknown>;

const FACE = ['title', 'companyName', 'draftedBy', 'draftedOn', 'effectiveOn', 'public'];
const ARTICLE = ['number', 'chapter', 'chapterTitle', 'title', 'body'];
const RULE = ['value', 'article'];

/** What Strapi itself puts into a document, and what it sends of relations that nobody touched. */
const OF_STRAPI = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations', 'status'];
const untouched = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => Array.isArray(each) && each.length === 0));

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value === '' ? null : (value ?? null));

const found = async ({ rows, strapi }: Kernel, uid: string, where: Data): Promise<Row> => {
  const row = await rows.first(strapi.db.connection, uid, where);
  if (!row) throw notFound();
  return row;
};

/** The fields whose value differs; the Content Manager sends all of them, and those that are not written there must stand. */
const changed = (kernel: Kernel, uid: string, row: Row, data: Data, written: string[]): Data => {
  const { columns } = kernel.rows.table(uid);
  const given: Data = {};
  for (const [field, value] of Object.entries(data)) {
    if (OF_STRAPI.includes(field) || untouched(value)) continue;
    const column = columns.get(field);
    const instant = column?.kind === 'instant' && value ? new Date(value as string).toISOString() : plain(value);
    const id = column?.kind === 'relation' ? ((value as { id?: unknown } | null)?.id ?? null) : instant;
    if (isDeepStrictEqual(id, plain(row[field]))) continue;
    if (!written.includes(field))
      throw forbidden('error.useAction', {
        case: { word: 'case.policy' },
        actions: [{ word: 'policy.action.edit' }],
      });
    given[field] = plain(value);
  }
  return given;
};

/** A JSON field comes as it was typed: `"PT24H"`, `90`, or a bare word. */
const typed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** Saved as it is: there is nothing to do. */
const NOTHING = { action: '', input: {} };

const policyOf = async (kernel: Kernel, row: Row) => (await found(kernel, POLICY_UID, { id: row.policy })).documentId;

const face: Route = async (kernel, { documentId, data }) => {
  const input = changed(kernel, POLICY_UID, await found(kernel, POLICY_UID, { documentId }), data, FACE);
  return Object.keys(input).length ? { documentId, action: 'edit', input } : { documentId, ...NOTHING };
};

const article: Route = async (kernel, { documentId, data }) => {
  const row = await found(kernel, POLICY_ARTICLE_UID, { documentId });
  const policy = await policyOf(kernel, row);
  const given = changed(kernel, POLICY_ARTICLE_UID, row, data, ARTICLE);
  if (Object.keys(given).length === 0) return { documentId: policy, ...NOTHING };
  const whole = Object.fromEntries(ARTICLE.map((field) => [field, field in given ? given[field] : row[field]]));
  return { documentId: policy, action: 'write-article', input: { ...whole, was: row.number } };
};

const withoutArticle: Route = async (kernel, { documentId }) => {
  const row = await found(kernel, POLICY_ARTICLE_UID, { documentId });
  return { documentId: await policyOf(kernel, row), action: 'remove-article', input: { number: row.number } };
};

const rule: Route = async (kernel, { documentId, data }) => {
  const row = await found(kernel, POLICY_RULE_UID, { documentId });
  const policy = await policyOf(kernel, row);
  const entered = 'value' in data ? { ...data, value: typed(data.value) } : data;
  const given = changed(kernel, POLICY_RULE_UID, row, entered, RULE);
  if (Object.keys(given).length === 0) return { documentId: policy, ...NOTHING };
  const { key, value, article: number } = { ...row, ...given } as unknown as Data;
  return { documentId: policy, action: 'set-rule', input: { key, value, article: number } };
};

const withoutRule: Route = async (kernel, { documentId }) => {
  const row = await found(kernel, POLICY_RULE_UID, { documentId });
  return { documentId: await policyOf(kernel, row), action: 'clear-rule', input: { key: row.key } };
};

/**
 * What people write of a draft in the Content Manager, as the actions that they are. New articles and rules come by
 * the actions themselves.
 */
export const POLICY_EDITS = {
  [POLICY_UID]: { update: face },
  [POLICY_ARTICLE_UID]: { update: article, delete: withoutArticle },
  [POLICY_RULE_UID]: { update: rule, delete: withoutRule },
};
