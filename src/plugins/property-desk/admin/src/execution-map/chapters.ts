import type { ComplianceArticle, ComplianceMap } from '../../../contracts';

/** The articles of one chapter, with what they come to together. */
export interface Chapter {
  name: string;
  articles: ComplianceArticle[];
  kept: number;
  broken: number;
  open: number;
}

/** Articles by chapter, in their order. */
export const chaptersOf = (articles: ComplianceArticle[]): Chapter[] => {
  const chapters = new Map<string, Chapter>();
  for (const article of articles) {
    const { chapter: name, kept, broken, open } = article;
    const chapter = chapters.get(name) ?? { name, articles: [], kept: 0, broken: 0, open: 0 };
    chapter.articles.push(article);
    chapter.kept += kept;
    chapter.broken += broken;
    chapter.open += open;
    chapters.set(name, chapter);
  }
  return [...chapters.values()];
};

/** One week of the trend. */
export interface Week {
  week: string;
  kept: number;
  broken: number;
}

const DAY = 24 * 60 * 60 * 1000;
const monday = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Every week from the first to the last that has figures, of one article or of all; empty ones are shown empty. */
export const trendOf = (weeks: ComplianceMap['weeks'], article?: number): Week[] => {
  const counts = new Map<string, Week>();
  for (const each of weeks.filter((one) => article === undefined || one.article === article)) {
    const week = counts.get(each.week) ?? { week: each.week, kept: 0, broken: 0 };
    week.kept += each.kept;
    week.broken += each.broken;
    counts.set(each.week, week);
  }
  const known = [...counts.keys()].sort();
  if (known.length === 0) return [];
  const [first, last] = [Date.parse(known[0]), Date.parse(known[known.length - 1])];
  const all: Week[] = [];
  for (let at = first; at <= last; at += 7 * DAY)
    all.push(counts.get(monday(at)) ?? { week: monday(at), kept: 0, broken: 0 });
  return all;
};
