import { forbidden, invalid } from '../../kernel/errors';
import type { Acting } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { checkPolicy, checkRule, fittingValues } from './check';
import { DEFAULT_DRAFTER, DEFAULT_TITLE } from './default-policy';
import { digestOf } from './digest';
import { markOf, SYSTEM_MARK } from './limits';
import { articlesOf, contentOf, effectiveRow, hasAcknowledged, lockedEffective, rulesOf } from './queries';
import type { PolicyRow, RuleContent } from './row';

/** What an action on a policy sees. */
export type Changing = Acting<PolicyRow>;

const content = ({ trx, rows, case: policy }: Changing) => contentOf(trx, rows, policy.id);

/** Who wrote last, for whoever approves. */
const byEditor = ({ actor }: Changing) => ({ lastEditor: actor.staff?.id ?? null, editorMark: markOf(actor) });

const NOT_YET = {
  submittedAt: null,
  approver: null,
  approvedAt: null,
  approvedDigest: null,
  effectiveAt: null,
  supersedes: null,
  repealReason: null,
};

/** The face of a new draft: of the version in force, else the company's name from the community's settings. */
export const drafted = async (acting: Changing) => {
  const { actor, input, trx, rows, case: blank, dayKey, now } = acting;
  const own =
    actor.kind === 'system'
      ? { author: null, authorMark: SYSTEM_MARK, lastEditor: null, editorMark: null }
      : { author: actor.staff?.id ?? null, authorMark: markOf(actor), ...byEditor(acting) };
  const today = dayKey(now).replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const drafting = { ...NOT_YET, ...own, draftedOn: today, effectiveOn: null, promulgateAt: null };
  if (input.from === 'effective') {
    const inForce = await effectiveRow(trx, rows, blank.community);
    if (!inForce) throw invalid('from', 'error.noEffectivePolicy');
    const { title, companyName, draftedBy, public: open } = inForce;
    return { ...drafting, title, companyName, draftedBy, public: open };
  }
  const community = await acting.record(COMMUNITY_UID, blank.community);
  const companyName = String(community?.companyName ?? '');
  return { ...drafting, title: DEFAULT_TITLE, companyName, draftedBy: DEFAULT_DRAFTER, public: false };
};

/** Fields of the face that were entered; a day of effect also tells the clock when. */
export const edited = (acting: Changing) => {
  const { note: _note, ...entered } = acting.input;
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) throw invalid('title', 'error.nothingToAmend');
  const { effectiveOn } = given;
  const then =
    'effectiveOn' in given
      ? { promulgateAt: effectiveOn ? (acting.day(effectiveOn as string)?.from ?? null) : null }
      : {};
  return { ...given, ...then, ...byEditor(acting) };
};

/** No number twice; what is to be replaced must be there. */
export const articleWritten = async (acting: Changing) => {
  const { number, was } = acting.input as { number: number; was?: number };
  const numbers = (await articlesOf(acting.trx, acting.rows, acting.case.id)).map((article) => article.number);
  if (was !== undefined && !numbers.includes(was)) throw invalid('was', 'error.articleMissing', { article: was });
  if (number !== was && numbers.includes(number)) throw invalid('number', 'error.articleTwice', { article: number });
  return byEditor(acting);
};

/** A rule must not lose the article that it stands in. */
export const articleRemoved = async (acting: Changing) => {
  const { number } = acting.input;
  const { articles, rules } = await content(acting);
  if (!articles.some((article) => article.number === number))
    throw invalid('number', 'error.articleMissing', { article: number });
  const keys = rules.filter(({ article }) => article === number).map(({ key }) => key);
  if (keys.length) throw invalid('number', 'error.articleHasRules', { article: number, keys });
  return byEditor(acting);
};

/** The rule as it was entered, in the article that the code has it in unless another was named. */
export const ruleEntered = ({ input, rulebook }: Changing): RuleContent => ({
  key: input.key,
  value: input.value,
  article:
    input.article ?? Number(Object.hasOwn(rulebook.definitions, input.key) && rulebook.definitions[input.key].article),
});

/** A rule that the code knows, with a value that fits it, in an article that is there. */
export const ruleSet = async (acting: Changing) => {
  const articles = await articlesOf(acting.trx, acting.rows, acting.case.id);
  checkRule(acting.rulebook, ruleEntered(acting), articles);
  return byEditor(acting);
};

/** Only what is set can be cleared. */
export const ruleCleared = async (acting: Changing) => {
  const { key } = acting.input;
  const rules = await rulesOf(acting.trx, acting.rows, acting.case.id);
  if (!rules.some((rule) => rule.key === key)) throw invalid('key', 'error.ruleNotSet', { key });
  return byEditor(acting);
};

/** Whoever submits a draft that nobody had written makes it theirs. */
export const submitted = async (acting: Changing) => {
  const { case: policy, actor, now } = acting;
  checkPolicy(acting.rulebook.definitions, await content(acting));
  const nobodys = policy.authorMark === SYSTEM_MARK;
  return {
    submittedAt: now,
    ...(nobodys ? { author: actor.staff?.id ?? null, authorMark: markOf(actor) } : {}),
  };
};

/** Back with its writers: submitted by nobody. */
export const returned = () => ({ submittedAt: null });

/** What is approved is put down as a digest: promulgated is this and nothing else. */
export const approved = async (acting: Changing) => {
  const { case: policy, actor, now } = acting;
  const text = await content(acting);
  checkPolicy(acting.rulebook.definitions, text);
  return { approver: actor.staff?.id ?? null, approvedAt: now, approvedDigest: digestOf(policy, text) };
};

/** Back with its writers: what was approved is approved no longer. */
export const unapproved = () => ({ approver: null, approvedAt: null, approvedDigest: null, submittedAt: null });

/**
 * In force from now on. Of two promulgations at once the second waits at the sequence and then supersedes the first.
 * The one before it ends first, for at no moment may two be in force.
 */
export const promulgated = async (
  acting: Changing,
  supersede: (acting: Changing, before: PolicyRow) => Promise<unknown>
) => {
  const { case: policy, now, trx, rows } = acting;
  const text = await content(acting);
  if (digestOf(policy, text) !== policy.approvedDigest) throw forbidden('error.notAsApproved');
  await acting.next(`policy-in-force:${policy.community}`);
  const before = await lockedEffective(trx, rows, policy.community);
  if (before) await supersede(acting, before);
  // Its own terms apply from this moment on: what everybody owes for its sake is owed under them.
  const values = fittingValues(acting.rulebook.definitions, text.rules);
  acting.rules = acting.rulebook.under({ version: policy.number, values });
  return { effectiveAt: now, supersedes: before?.id ?? null };
};

/** Once for each version and person. */
export const acknowledged = async ({ trx, case: policy, actor }: Changing) => {
  if (await hasAcknowledged(trx, policy.id, actor.staff?.id as number)) throw forbidden('error.acknowledgedAlready');
  return {};
};

/** Out of force without a successor, for a reason. */
export const repealed = ({ input }: Changing) => ({ repealReason: input.reason });
