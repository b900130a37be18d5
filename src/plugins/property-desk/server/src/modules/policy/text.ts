import type { PolicyArticle, PolicyText, PublicPolicy, Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { holdsRight } from '../../kernel/workflow/engine';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { articlesOf, contentOf, effectiveRow, hasAcknowledged } from './queries';
import { POLICY_UID, type ArticleContent, type PolicyRow } from './row';
import { policyWorkflow } from './workflow';

const ref = (row: Row | null): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? '') } : null;

/** Articles under their chapters, in their order. */
const chaptersOf = <A extends ArticleContent, T>(articles: A[], shown: (article: A) => T) => {
  const chapters: { number: number; title: string; articles: T[] }[] = [];
  for (const article of articles) {
    let chapter = chapters.find(({ number }) => number === article.chapter);
    if (!chapter) chapters.push((chapter = { number: article.chapter, title: article.chapterTitle, articles: [] }));
    chapter.articles.push(shown(article));
  }
  return chapters.sort((one, other) => one.number - other.number);
};

/** A policy with all its articles and rules, as staff and paper read it. */
export const policyText = async (kernel: Kernel, row: PolicyRow, actor?: Actor): Promise<PolicyText> => {
  const { rows, strapi } = kernel;
  const { connection } = strapi.db;
  const { articles, rules } = await contentOf(connection, rows, row.id);
  const named = async (uid: string, id: number | null) =>
    id === null ? null : ref(await rows.first(connection, uid, { id }));
  const may = (action: string) =>
    actor !== undefined &&
    policyWorkflow.actions[action].from.includes(row.state) &&
    holdsRight(policyWorkflow, action, actor);
  return {
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    state: row.state,
    revision: row.revision,
    community: (await named(COMMUNITY_UID, row.community)) as Ref,
    companyName: row.companyName,
    draftedBy: row.draftedBy,
    draftedOn: row.draftedOn,
    approver: await named(STAFF_UID, row.approver),
    approvedAt: iso(row.approvedAt),
    effectiveOn: row.effectiveOn,
    effectiveAt: iso(row.effectiveAt),
    endedAt: iso(row.endedAt),
    public: row.public,
    supersedes: await named(POLICY_UID, row.supersedes),
    chapters: chaptersOf(articles, ({ documentId, chapter, chapterTitle, number, title, body }): PolicyArticle => ({
      documentId,
      chapter,
      chapterTitle,
      number,
      title,
      body,
    })),
    rules: rules.map(({ documentId, key, value, article }) => ({ documentId, key, value, article })),
    editable: may('edit'),
    toAcknowledge:
      may('acknowledge') && Boolean(actor?.staff) && !(await hasAcknowledged(connection, row.id, actor!.staff!.id)),
  };
};

/** The policy in force in a community as front-end sites read it, or null where there is none or it is not public. */
export const effectivePolicy = async ({ rows, strapi }: Kernel, community: number): Promise<PublicPolicy | null> => {
  const { connection } = strapi.db;
  const row = await effectiveRow(connection, rows, community);
  if (!row?.public) return null;
  const articles = await articlesOf(connection, rows, row.id);
  return {
    documentId: row.documentId,
    number: row.number,
    title: row.title,
    companyName: row.companyName,
    community: ref(await rows.first(connection, COMMUNITY_UID, { id: community })) as Ref,
    effectiveAt: iso(row.effectiveAt) as string,
    chapters: chaptersOf(articles, ({ number, title, body }) => ({ number, title, body })),
  };
};
