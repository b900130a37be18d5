import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { PolicyText } from '../../../contracts';
import { useWords } from '../kernel/words';
import { articleTitle, chapterLabel } from './labels';
import { anchorOf, articlesIn } from './outline';
import { useReading } from './useReading';

const Column = styled.nav`
  position: sticky;
  top: 8rem;
  max-height: calc(100vh - 10rem);
  overflow-y: auto;
  ol {
    list-style: none;
    padding: 0;
  }
  a {
    display: block;
    padding: 0.3rem 0.8rem 0.3rem 1.2rem;
    font-size: 1.3rem;
    line-height: 1.5;
    color: ${({ theme }) => theme.colors.neutral600};
    text-decoration: none;
    border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  }
  a:hover {
    color: ${({ theme }) => theme.colors.primary600};
  }
  a[aria-current] {
    color: ${({ theme }) => theme.colors.primary700};
    border-left-color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
  @media (max-width: 1080px) {
    display: none;
  }
`;

/** 目录: the chapters and articles, with the one that is being read marked. */
export function Contents({ chapters }: { chapters: PolicyText['chapters'] }) {
  const words = useWords();
  const reading = useReading(articlesIn(chapters).map(({ number }) => anchorOf(number)));
  return (
    <Column aria-label={words.t('policy.contents')}>
      <ol>
        {chapters.map((chapter) => (
          <Box tag="li" key={chapter.number} paddingBottom={4}>
            <Typography variant="pi" fontWeight="bold" textColor="neutral700" tag="div" paddingBottom={1}>
              {[chapterLabel(words, chapter.number), chapter.title].join(words.t('policy.space'))}
            </Typography>
            <ol>
              {chapter.articles.map((article) => {
                const anchor = anchorOf(article.number);
                return (
                  <li key={article.documentId}>
                    <a
                      href={`#${anchor}`}
                      aria-current={reading === anchor ? 'true' : undefined}
                      onClick={(event) => {
                        event.preventDefault();
                        document.getElementById(anchor)?.scrollIntoView({ behavior: 'smooth', block: 'start' });
                        window.history.replaceState(window.history.state, '', `#${anchor}`);
                      }}
                    >
                      {articleTitle(words, article)}
                    </a>
                  </li>
                );
              })}
            </ol>
          </Box>
        ))}
      </ol>
    </Column>
  );
}
