import type { Blocks } from '../../../../../contracts';
import type { Rulebook } from '../../../kernel/rulebook/rulebook';
import type { ArticleContent, RuleContent } from '../row';
import { FIRST_CHAPTERS } from './chapters-1-2';
import { MIDDLE_CHAPTERS } from './chapters-3-4';
import { LAST_CHAPTERS } from './chapters-5-6';

/** What the default policy is called. */
export const DEFAULT_TITLE = '客服部管理制度';
/** Who is said to have drafted it. */
export const DEFAULT_DRAFTER = '客服部';

const CHAPTERS = [...FIRST_CHAPTERS, ...MIDDLE_CHAPTERS, ...LAST_CHAPTERS];

const paragraphs = (text: string): Blocks =>
  text.split('\n').map((line) => ({ type: 'paragraph', children: [{ type: 'text', text: line }] }));

/** The seventeen articles in six chapters that the product brings, in the name of a company. */
export const defaultArticles = (company: string): ArticleContent[] =>
  CHAPTERS.flatMap((chapter, index) =>
    chapter.articles.map(({ title, text }) => ({
      chapter: index + 1,
      chapterTitle: chapter.title,
      title,
      body: paragraphs(text.replaceAll('{company}', () => company)),
    }))
  ).map((article, index) => ({ ...article, number: index + 1 }));

/** Every rule that the code knows, with the value that its articles state: what applies stands in the document. */
export const defaultRules = (definitions: Rulebook['definitions']): RuleContent[] =>
  Object.entries(definitions).map(([key, { default: value, article }]) => ({ key, value, article: Number(article) }));
