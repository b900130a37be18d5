import { defaultArticles, defaultRules } from './default-policy';
import { reworded } from './blocks';
import { ruleEntered, type Changing } from './changes';
import { articlesOf, contentOf, effectiveRow, removeRow, rulesOf, updateRow } from './queries';
import {
  POLICY_ACKNOWLEDGEMENT_UID,
  POLICY_ARTICLE_UID,
  POLICY_RULE_UID,
  type ArticleContent,
  type PolicyContent,
  type RuleContent,
} from './row';

/**
 * Articles and rules of a draft, and acknowledgements: rows of their own, written in the transaction of the action
 * that has just moved the policy's revision.
 */

const contentFrom = async ({ input, trx, rows, case: policy, rulebook }: Changing): Promise<PolicyContent> => {
  if (input.from === 'default')
    return { articles: defaultArticles(policy.companyName), rules: defaultRules(rulebook.definitions) };
  const inForce = input.from === 'effective' ? await effectiveRow(trx, rows, policy.community) : null;
  return inForce ? contentOf(trx, rows, inForce.id) : { articles: [], rules: [] };
};

/** Fills a new draft. */
export const filled = async (acting: Changing) => {
  const { trx, rows, now, case: policy } = acting;
  const { articles, rules } = await contentFrom(acting);
  await rows.insertMany(
    trx,
    POLICY_ARTICLE_UID,
    articles.map(({ chapter, chapterTitle, number, title, body }: ArticleContent) => ({
      policy: policy.id,
      chapter,
      chapterTitle,
      number,
      title,
      body,
    })),
    now
  );
  await rows.insertMany(
    trx,
    POLICY_RULE_UID,
    rules.map(({ key, value, article }: RuleContent) => ({ policy: policy.id, key, value, article })),
    now
  );
};

/** A company's new name stands in the articles too. */
export const renamed = async ({ before, case: policy, trx, rows, now }: Changing) => {
  const [from, to] = [before.companyName, policy.companyName];
  if (!from || from === to) return;
  for (const article of await articlesOf(trx, rows, policy.id)) {
    const body = reworded(article.body, from, to);
    if (JSON.stringify(body) !== JSON.stringify(article.body))
      await updateRow(trx, rows, POLICY_ARTICLE_UID, article.id, { body, updatedAt: now });
  }
};

/** Writes an article; its chapter's other articles take the chapter's title on, and its rules its number. */
export const wroteArticle = async ({ input, case: policy, trx, rows, now, sayOnce }: Changing) => {
  const { number, chapter, chapterTitle, title = null, body, was } = input;
  const written = { chapter, chapterTitle, number, title, body };
  const articles = await articlesOf(trx, rows, policy.id);
  const old = articles.find((article) => article.number === was);
  if (old) await updateRow(trx, rows, POLICY_ARTICLE_UID, old.id, { ...written, updatedAt: now });
  else {
    const { documentId } = await rows.insert(trx, POLICY_ARTICLE_UID, { ...written, policy: policy.id }, now);
    sayOnce('article', documentId);
  }
  for (const other of articles)
    if (other !== old && other.chapter === chapter && other.chapterTitle !== chapterTitle)
      await updateRow(trx, rows, POLICY_ARTICLE_UID, other.id, { chapterTitle, updatedAt: now });
  if (was !== undefined && was !== number)
    for (const rule of await rulesOf(trx, rows, policy.id))
      if (rule.article === was)
        await updateRow(trx, rows, POLICY_RULE_UID, rule.id, { article: number, updatedAt: now });
};

/** Takes an article out. */
export const removedArticle = async ({ input, case: policy, trx, rows }: Changing) => {
  const article = (await articlesOf(trx, rows, policy.id)).find(({ number }) => number === input.number);
  if (article) await removeRow(trx, rows, POLICY_ARTICLE_UID, article.id);
};

/** Sets a rule, anew or for the first time. */
export const wroteRule = async (acting: Changing) => {
  const { case: policy, trx, rows, now } = acting;
  const { key, value, article } = ruleEntered(acting);
  const old = (await rulesOf(trx, rows, policy.id)).find((rule) => rule.key === key);
  if (old) await updateRow(trx, rows, POLICY_RULE_UID, old.id, { value, article, updatedAt: now });
  else {
    const { documentId } = await rows.insert(trx, POLICY_RULE_UID, { policy: policy.id, key, value, article }, now);
    acting.sayOnce('rule', documentId);
  }
};

/** Takes a rule out: the default applies. */
export const removedRule = async ({ input, case: policy, trx, rows }: Changing) => {
  const rule = (await rulesOf(trx, rows, policy.id)).find(({ key }) => key === input.key);
  if (rule) await removeRow(trx, rows, POLICY_RULE_UID, rule.id);
};

/** Puts down who has acknowledged, and when. */
export const wroteAcknowledgement = async ({ case: policy, actor, trx, rows, now }: Changing) => {
  await rows.insert(trx, POLICY_ACKNOWLEDGEMENT_UID, { policy: policy.id, staff: actor.staff?.id, at: now }, now);
};
