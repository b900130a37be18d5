/** A chapter of the default policy: a line of the text is a paragraph, `{company}` stands for the company's name. */
export interface DefaultChapter {
  title: string;
  articles: { title: string; text: string }[];
}
