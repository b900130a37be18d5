import { isDeepStrictEqual } from 'node:util';
import { forbidden, invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { instant, mentioned, ofStrapi, plain as read, typed } from '../../kernel/workflow/content-form';
import type { Route } from '../../kernel/workflow/define';
import { rulesOf } from './queries';
import { POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_UID, type PolicyRow } from './row';

type Data = Record<string, unknown>;

const FACE = ['title', 'companyName', 'draftedBy', 'draftedOn', 'effectiveOn', 'public'];
const ARTICLE = ['number', 'chapter', 'chapterTitle', 'title', 'body'];
/** The key of a rule is what it is: another one is another rule. */
const RULE = ['value', 'article'];

/** What Strapi sends of relations that nobody touched. */
const untouched = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => Array.isArray(each) && each.length === 0));

const plain = (value: unknown) => (value === '' ? null : read(value));

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
    if (ofStrapi(field) || untouched(value)) continue;
    const column = columns.get(field);
    const kept = column?.kind === 'instant' ? instant(value) : plain(value);
    const sent = column?.kind === 'relation' ? ((value as { id?: unknown } | null)?.id ?? null) : kept;
    if (isDeepStrictEqual(sent, plain(row[field]))) continue;
    if (!written.includes(field))
      throw forbidden('error.useAction', {
        case: { word: 'case.policy' },
        actions: [{ word: 'policy.action.edit' }],
      });
    given[field] = plain(value);
  }
  return given;
};

/** Saved as it is: there is nothing to do. */
const NOTHING = { action: '', input: {} };

const revisionOf = (policy: Row) => (policy as PolicyRow).revision;

/**
 * An article or a rule with its policy, the record read after the policy's revision: whoever writes at this revision
 * writes over nothing that they have not read.
 */
const standing = async (kernel: Kernel, uid: string, documentId?: string) => {
  const { policy: id } = await found(kernel, uid, { documentId });
  const policy = await found(kernel, POLICY_UID, { id });
  return {
    row: await found(kernel, uid, { documentId }),
    on: { documentId: policy.documentId, revision: revisionOf(policy) },
  };
};

/** The one record that a relation of a new record names: by id or documentId, bare or connected. */
const connected = (value: unknown): ReturnType<typeof mentioned> => {
  const { connect, set } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const [first, ...others] = [connect ?? set ?? value].flat() as unknown[];
  return others.length ? null : mentioned(first);
};

/** The draft that a new article or rule is to stand in. */
const policyNamed = async ({ rows, strapi }: Kernel, value: unknown): Promise<PolicyRow> => {
  const where = connected(value);
  const row = where && (await rows.first(strapi.db.connection, POLICY_UID, where));
  if (!row) throw invalid('policy', 'error.unknownReference', { field: { word: 'case.policy' } });
  return row as PolicyRow;
};

/** What was filled in of the fields that a new record takes. */
const filledIn = (data: Data, fields: string[]): Data =>
  Object.fromEntries(fields.map((field) => [field, plain(data[field])] as const).filter(([, value]) => value !== null));

const face: Route = async (kernel, { documentId, data }) => {
  const row = await found(kernel, POLICY_UID, { documentId });
  const seen = data.revision;
  // A form that was opened before somebody else wrote: its fields are not compared, the refusal says who was quicker.
  if (typeof seen === 'number' && seen < revisionOf(row))
    return { documentId, action: 'edit', input: {}, revision: seen };
  const input = changed(kernel, POLICY_UID, row, data, FACE);
  return Object.keys(input).length ? { documentId, action: 'edit', input } : { documentId, ...NOTHING };
};

const newArticle: Route = async (kernel, { data }) => {
  const { documentId } = await policyNamed(kernel, data.policy);
  return { documentId, action: 'write-article', input: filledIn(data, ARTICLE), answer: 'article' };
};

const article: Route = async (kernel, { documentId, data }) => {
  const { row, on } = await standing(kernel, POLICY_ARTICLE_UID, documentId);
  const given = changed(kernel, POLICY_ARTICLE_UID, row, data, ARTICLE);
  if (Object.keys(given).length === 0) return { ...on, ...NOTHING };
  const whole = Object.fromEntries(ARTICLE.map((field) => [field, field in given ? given[field] : row[field]]));
  return { ...on, action: 'write-article', input: { ...whole, was: row.number } };
};

const withoutArticle: Route = async (kernel, { documentId }) => {
  const { row, on } = await standing(kernel, POLICY_ARTICLE_UID, documentId);
  return { ...on, action: 'remove-article', input: { number: row.number } };
};

const newRule: Route = async (kernel, { data }) => {
  const { id, documentId, revision } = await policyNamed(kernel, data.policy);
  const set = await rulesOf(kernel.strapi.db.connection, kernel.rows, id);
  // The action would set it anew; whoever makes a record means one that is not there yet.
  if (set.some(({ key }) => key === data.key)) throw invalid('key', 'error.ruleTwice', { key: data.key });
  const input = filledIn({ ...data, value: typed(data.value) }, ['key', ...RULE]);
  return { documentId, revision, action: 'set-rule', input, answer: 'rule' };
};

const rule: Route = async (kernel, { documentId, data }) => {
  const { row, on } = await standing(kernel, POLICY_RULE_UID, documentId);
  const entered = 'value' in data ? { ...data, value: typed(data.value) } : data;
  const given = changed(kernel, POLICY_RULE_UID, row, entered, RULE);
  if (Object.keys(given).length === 0) return { ...on, ...NOTHING };
  const { key, value, article: number } = { ...row, ...given } as unknown as Data;
  return { ...on, action: 'set-rule', input: { key, value, article: number } };
};

const withoutRule: Route = async (kernel, { documentId }) => {
  const { row, on } = await standing(kernel, POLICY_RULE_UID, documentId);
  return { ...on, action: 'clear-rule', input: { key: row.key } };
};

/** What people write of a draft in the Content Manager, as the actions that they are. */
export const POLICY_EDITS = {
  [POLICY_UID]: { update: face },
  [POLICY_ARTICLE_UID]: { create: newArticle, update: article, delete: withoutArticle },
  [POLICY_RULE_UID]: { create: newRule, update: rule, delete: withoutRule },
};
