import { say, type Locale, type Ref } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';

/** How one article is called, and in which chapter it stands. */
export interface Heading {
  number: number;
  title: string;
  chapter: string;
}

/** The articles of the policy that the product brings; its words name them where no policy is in force. */
export const ARTICLES = 17;
/** The first article of each chapter. */
const CHAPTERS = [1, 4, 6, 9, 13, 16];

const chapterOf = (number: number): number => CHAPTERS.filter((first) => first <= number).length;

/** The 17 articles in our words. */
export const defaultHeadings = (locale: Locale): Heading[] =>
  Array.from({ length: ARTICLES }, (_, index) => index + 1).map((number) => ({
    number,
    title: say(locale, `article.${number}`),
    chapter: say(locale, `article.chapter.${chapterOf(number)}`),
  }));

/**
 * The articles as the policy in force calls them, where one community is asked for; else, and where it gives an
 * article no heading, in our words.
 */
export const headingsOf = async (
  kernel: Kernel,
  community: number | undefined,
  locale: Locale
): Promise<{ headings: Heading[]; policy: Ref | null }> => {
  const ours = defaultHeadings(locale);
  const policy = community === undefined ? null : await kernel.rulebook.headings(community);
  if (!policy) return { headings: ours, policy: null };
  const headings = policy.articles.map(({ number, title, chapter }) => ({
    number,
    title: title ?? ours.find((each) => each.number === number)?.title ?? say(locale, 'article.nth', { number }),
    chapter,
  }));
  return { headings, policy: { documentId: policy.documentId, name: policy.number } };
};

/** What the ledger names and no policy does: an article that a later version left out. */
export const strayHeading = (number: number, locale: Locale): Heading => ({
  number,
  title: say(locale, 'article.nth', { number }),
  chapter: say(locale, 'article.chapter.none'),
});
