import type { RuleValue } from '../../../../contracts';
import { invalid, invalidAll, type Fault } from '../../kernel/errors';
import type { Rulebook } from '../../kernel/rulebook/rulebook';
import { fitsRule } from '../../kernel/rulebook/rulebook';
import type { PolicyContent, RuleContent } from './row';

type Definitions = Rulebook['definitions'];

/** What is wrong with a rule as it stands, or null. */
const faultOf = (
  definitions: Definitions,
  { key, value, article }: RuleContent,
  articles: Set<number>
): Fault | null => {
  if (!Object.hasOwn(definitions, key))
    return { path: ['rules', key], key: 'error.unknownRule', params: { key, article } };
  const rule = { word: `rule.${key}` };
  if (!fitsRule(definitions[key].kind, value)) {
    const form = { word: `rule-form.${definitions[key].kind}` };
    return { path: ['rules', key], key: 'error.ruleValue', params: { key, article, rule, form } };
  }
  if (!articles.has(article))
    return { path: ['rules', key], key: 'error.ruleArticleMissing', params: { key, article, rule } };
  return null;
};

/** What is wrong with the sequence of articles: one missing or standing twice, or a chapter out of its order. */
const articleFaults = ({ articles }: PolicyContent): Fault[] => {
  if (articles.length === 0) return [{ path: ['articles'], key: 'error.noArticles', params: {} }];
  const faults: Fault[] = [];
  const path = (number: number) => ['articles', String(number)];
  const numbers = articles.map(({ number }) => number);
  const last = Math.max(...numbers);
  for (let number = 1; number <= last; number += 1) {
    const times = numbers.filter((each) => each === number).length;
    if (times === 0) faults.push({ path: path(number), key: 'error.articleMissing', params: { article: number } });
    if (times > 1) faults.push({ path: path(number), key: 'error.articleTwice', params: { article: number } });
  }
  let chapter = 0;
  for (const article of [...articles].sort((one, other) => one.number - other.number)) {
    if (article.chapter !== chapter && article.chapter !== chapter + 1)
      faults.push({
        path: path(article.number),
        key: 'error.chapterOrder',
        params: { article: article.number, chapter: article.chapter, before: chapter },
      });
    ({ chapter } = article);
  }
  return faults;
};

/**
 * Refuses a policy that could not be carried out as it is written.
 * @throws ValidationError that names every fault, with its article and key
 */
export const checkPolicy = (definitions: Definitions, content: PolicyContent) => {
  const articles = new Set(content.articles.map(({ number }) => number));
  const faults = [
    ...articleFaults(content),
    ...content.rules.map((rule) => faultOf(definitions, rule, articles)).filter((fault) => fault !== null),
  ];
  if (faults.length) throw invalidAll(faults);
};

/** The values of rules by key, without those that an upgrade has taken away or made another kind of since. */
export const fittingValues = (definitions: Definitions, rules: RuleContent[]): Record<string, RuleValue> =>
  Object.fromEntries(
    rules
      .filter(({ key, value }) => Object.hasOwn(definitions, key) && fitsRule(definitions[key].kind, value))
      .map(({ key, value }) => [key, value])
  );

/** Refuses a rule that the code does not know, a value that does not fit it, or an article that is not there. */
export const checkRule = (rulebook: Pick<Rulebook, 'check'>, rule: RuleContent, articles: { number: number }[]) => {
  rulebook.check(rule.key, rule.value, rule.article);
  if (!articles.some(({ number }) => number === rule.article))
    throw invalid('article', 'error.ruleArticleMissing', {
      key: rule.key,
      article: rule.article,
      rule: { word: `rule.${rule.key}` },
    });
};
