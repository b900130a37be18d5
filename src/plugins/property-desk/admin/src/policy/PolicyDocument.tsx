import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PolicyArticle, PolicyText } from '../../../contracts';
import { BlocksText } from '../kernel/blocks/BlocksText';
import { useWords } from '../kernel/words';
import { articleLabel, chapterLabel } from './labels';
import { anchorOf, rulesOf } from './outline';
import { RuleList } from './RuleList';
import type { Rulebook } from './usePolicy';

/** Printed rules are set in Song; a screen without it falls back to its own serif. */
const SONG = "'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC', SimSun, STSong, serif";

const Sheet = styled(Box)`
  max-width: 88rem;
  h2,
  h3 {
    font-family: ${SONG};
    text-align: center;
    line-height: 1.5;
  }
`;

/** Where an address points at an article, its heading must not lie under the page's own. */
const Article = styled.section`
  scroll-margin-top: 9rem;
  &:target > div {
    animation: found 2.4s ease-out;
  }
  @keyframes found {
    from {
      background: ${({ theme }) => theme.colors.warning100};
    }
  }
  @media (prefers-reduced-motion: reduce) {
    &:target > div {
      animation: none;
    }
  }
`;

/** An article without a heading begins on the line of its number, as on paper. */
const RunIn = styled.div<{ $runIn: boolean }>`
  h4 {
    font-size: 1.6rem;
    line-height: 1.9;
    font-weight: 600;
    ${({ $runIn }) => $runIn && 'float: left; margin-right: 1em;'}
  }
`;

/** One article: its number, its heading, its text and the rules that it sets. */
export function ArticleText({ article, rules }: { article: PolicyArticle; rules: React.ReactNode }) {
  const words = useWords();
  return (
    <RunIn $runIn={!article.title}>
      <Typography tag="h4" textColor="neutral800" paddingBottom={article.title ? 1 : 0}>
        {articleLabel(words, article.number)}
        {article.title && `${words.t('policy.space')}${article.title}`}
      </Typography>
      <BlocksText value={article.body} below={4} />
      {rules}
    </RunIn>
  );
}

interface PolicyDocumentProps {
  text: PolicyText;
  book: Rulebook;
  /** Draws an article in another way than as it is read. */
  draw?: (article: PolicyArticle) => React.ReactNode;
  /** What stands behind an article, or in front of all (0). */
  between?: (after: number) => React.ReactNode;
  /** What stands under the text. */
  children?: React.ReactNode;
}

/** The policy as a document: its title, its chapters, its articles. */
export function PolicyDocument({ text, book, draw, between, children }: PolicyDocumentProps) {
  const words = useWords();
  return (
    <Sheet
      tag="article"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 5, large: 8 }}
      data-testid="policy-text"
    >
      <Typography variant="alpha" tag="h2" paddingTop={4}>
        {text.title}
      </Typography>
      <Typography textColor="neutral600" tag="p" textAlign="center" paddingTop={2} paddingBottom={4}>
        {text.companyName}
      </Typography>
      {between?.(0)}
      {text.chapters.map((chapter) => (
        <Box key={chapter.number}>
          <Typography variant="beta" tag="h3" paddingTop={6} paddingBottom={5}>
            {[chapterLabel(words, chapter.number), chapter.title].join(words.t('policy.space'))}
          </Typography>
          {chapter.articles.map((article) => (
            <React.Fragment key={article.documentId}>
              <Article id={anchorOf(article.number)} aria-label={articleLabel(words, article.number)}>
                <Box paddingBottom={5}>
                  {draw?.(article) ?? (
                    <ArticleText
                      article={article}
                      rules={<RuleList rules={rulesOf(text.rules, article.number)} book={book} />}
                    />
                  )}
                </Box>
              </Article>
              {between?.(article.number)}
            </React.Fragment>
          ))}
        </Box>
      ))}
      {children}
    </Sheet>
  );
}
