import type { RulebookItem } from '../../../contracts';

/** What the rulebook is narrowed to. */
export interface Looking {
  q: string;
  /** Only what the policy itself sets. */
  onlySet: boolean;
}

/** The rules in which every word that was looked for stands; `say` gives the texts that are shown beside the name. */
export function foundIn(
  rules: RulebookItem[],
  { q, onlySet }: Looking,
  say: (rule: RulebookItem) => string[]
): RulebookItem[] {
  const wanted = q.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter((rule) => {
    if (onlySet && !rule.set) return false;
    const text = [rule.name, rule.key, ...say(rule)].join('\n').toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

/** Rules by article, in the order of the articles. */
export function byArticle(rules: RulebookItem[]): { article: string; rules: RulebookItem[] }[] {
  const groups = new Map<string, RulebookItem[]>();
  for (const rule of rules) groups.set(rule.article, [...(groups.get(rule.article) ?? []), rule]);
  return [...groups]
    .map(([article, group]) => ({ article, rules: group }))
    .sort((a, b) => parseFloat(a.article) - parseFloat(b.article) || a.article.localeCompare(b.article));
}
