import type { PolicyText, RuleKind, RulebookItem, RuleValue } from '../../../../contracts';
import { articlesIn, rulesOf } from '../outline';

/** A rule as the editor shows it in its article: set by the policy, or what applies while it is silent. */
export interface RuleEntry {
  key: string;
  article: number;
  kind: RuleKind;
  set: RuleValue | null;
  default: RuleValue | null;
}

const kindOfValue = (value: RuleValue): RuleKind =>
  typeof value === 'boolean' ? 'switch' : typeof value === 'string' ? 'duration' : 'number';

/** The article of the text that a rule of the code belongs to: `12.3` stands in article 12. */
export const articleOf = ({ article }: RulebookItem): number => parseInt(article, 10);

/** The rules of an article: first those that the policy sets there, then what it leaves to the default. */
export function entriesOf(text: PolicyText, book: Map<string, RulebookItem>, number: number): RuleEntry[] {
  const set = new Set(text.rules.map(({ key }) => key));
  const written = rulesOf(text.rules, number).map((rule): RuleEntry => {
    const known = book.get(rule.key);
    return {
      key: rule.key,
      article: number,
      kind: known?.kind ?? kindOfValue(rule.value),
      set: rule.value,
      default: known?.default ?? null,
    };
  });
  const silent = [...book.values()]
    .filter((rule) => articleOf(rule) === number && !set.has(rule.key))
    .map((rule): RuleEntry => ({
      key: rule.key,
      article: number,
      kind: rule.kind,
      set: null,
      default: rule.default,
    }));
  return [...written, ...silent];
}

/** Rules of the code whose article the text does not have, nor sets elsewhere: they stand at the end, so that none is out of reach. */
export function homeless(text: PolicyText, book: Map<string, RulebookItem>): RulebookItem[] {
  const numbers = new Set(articlesIn(text.chapters).map(({ number }) => number));
  const set = new Set(text.rules.map(({ key }) => key));
  return [...book.values()].filter((rule) => !set.has(rule.key) && !numbers.has(articleOf(rule)));
}

/** Whether a value says something of its kind; the server has the last word. */
export function isComplete(kind: RuleKind, value: RuleValue | null): value is RuleValue {
  if (value === null || value === '') return false;
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 && (kind !== 'percentage' || value <= 100);
  return true;
}
