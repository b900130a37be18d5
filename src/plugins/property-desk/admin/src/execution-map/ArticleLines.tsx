import * as React from 'react';
import { Badge, Box, Flex, IconButton, Typography } from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';
import { rateInWords, spanInWords, type ComplianceArticle, type ComplianceFigures } from '../../../contracts';
import { Figure, useListLink } from '../kernel/chart/Figure';
import { obligationName, useWords } from '../kernel/words';
import { Bar } from './Bar';
import type { Chapter } from './chapters';
import { obligationsLink, useMayList, type Narrowing } from './narrowing';

const Grid = styled.table`
  width: 100%;
  min-width: 84rem;
  table-layout: fixed;
  border-collapse: collapse;
  th,
  td {
    padding: 1rem 0.8rem;
    text-align: right;
    white-space: nowrap;
  }
  th:nth-child(-n + 3),
  td:nth-child(-n + 3) {
    text-align: left;
    white-space: normal;
  }
  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tr.inner > * {
    padding-block: 0.6rem;
    background: ${({ theme }) => theme.colors.neutral100};
  }
`;

const HOW = {
  workflow: { background: 'success100', text: 'success700' },
  evidence: { background: 'primary100', text: 'primary700' },
  hand: { background: 'neutral150', text: 'neutral700' },
} as const;

const STATES = ['kept', 'broken', 'open'] as const;
/** Columns and their shares, the same in every chapter, so that figures stand under each other. */
const WIDTHS = {
  article: '26%',
  how: '10%',
  shares: '19%',
  kept: '7%',
  broken: '7%',
  open: '8%',
  rate: '9%',
  median: '14%',
};
const COLUMNS = Object.keys(WIDTHS);

function Cells({ figures, narrowing, name }: { figures: ComplianceFigures; narrowing: Narrowing; name: string }) {
  const { t } = useWords();
  const mayList = useMayList();
  const none = figures.opened === 0;
  return (
    <>
      {STATES.map((state) => (
        <td key={state}>
          <Typography
            textColor={state === 'broken' && figures.broken > 0 ? 'danger600' : 'neutral800'}
            fontWeight={state === 'broken' && figures.broken > 0 ? 'bold' : undefined}
          >
            {none ? (
              ''
            ) : (
              <Figure
                label={t('map.figureOf', { name, what: t(`map.${state}`), count: figures[state] })}
                to={mayList && figures[state] > 0 ? obligationsLink({ ...narrowing, state }) : null}
              >
                {figures[state]}
              </Figure>
            )}
          </Typography>
        </td>
      ))}
      <td>
        <Typography>{none ? '' : rateInWords(figures.rate)}</Typography>
      </td>
      <td>
        <Typography textColor="neutral600">{none ? '' : spanInWords(t, figures.medianMinutes)}</Typography>
      </td>
    </>
  );
}

/** What an article makes owed, and what records show of it. */
function Inside({ article, narrowing }: { article: ComplianceArticle; narrowing: Narrowing }) {
  const words = useWords();
  const linkTo = useListLink();
  return (
    <>
      {article.obligations.map((line) => {
        const name = obligationName(words, line.what);
        return (
          <tr key={line.what} className="inner">
            <td>
              <Box paddingLeft={8}>
                <Typography>{name}</Typography>
              </Box>
            </td>
            <td />
            <td>
              <Bar {...line} />
            </td>
            <Cells figures={line} name={name} narrowing={{ ...narrowing, what: line.what }} />
          </tr>
        );
      })}
      {article.evidence.map(({ key, name, count, list }) => (
        <tr key={key} className="inner">
          <td>
            <Box paddingLeft={8}>
              <Typography textColor="neutral600">{name}</Typography>
            </Box>
          </td>
          <td colSpan={COLUMNS.length - 1} style={{ textAlign: 'left' }}>
            <Typography>
              <Figure label={words.t('map.figure', { what: name, count })} to={count > 0 ? linkTo(list) : null}>
                {words.t('map.records', { count })}
              </Figure>
            </Typography>
          </td>
        </tr>
      ))}
    </>
  );
}

function ArticleLine({ article, narrowing }: { article: ComplianceArticle; narrowing: Narrowing }) {
  const { t } = useWords();
  const [open, setOpen] = React.useState(false);
  const { number, title, how } = article;
  const inside = article.obligations.length + article.evidence.length > 0;
  const own = { ...narrowing, article: String(number) };
  const name = t('desk.article', { article: number });
  return (
    <>
      <tr data-article={number}>
        <td>
          <Flex gap={2}>
            {inside ? (
              <IconButton
                variant="ghost"
                size="XS"
                label={t(open ? 'map.close' : 'map.expand', { number })}
                aria-expanded={open}
                onClick={() => setOpen(!open)}
              >
                {open ? <CaretUp /> : <CaretDown />}
              </IconButton>
            ) : (
              <Box width="2.4rem" shrink={0} />
            )}
            <Typography>
              <Typography fontWeight="bold">{name}</Typography> {title}
            </Typography>
          </Flex>
        </td>
        <td>
          <Badge backgroundColor={HOW[how].background} textColor={HOW[how].text}>
            {t(`compliance.how.${how}`)}
          </Badge>
        </td>
        <td>{article.opened > 0 && <Bar {...article} />}</td>
        <Cells figures={article} name={name} narrowing={own} />
      </tr>
      {open && <Inside article={article} narrowing={own} />}
    </>
  );
}

/** One chapter with its articles; each opens to what it makes owed and what records show. */
export function ChapterTable({ chapter, narrowing }: { chapter: Chapter; narrowing: Narrowing }) {
  const { t } = useWords();
  const { kept, broken } = chapter;
  return (
    <Box tag="section" aria-label={chapter.name} background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex justifyContent="space-between" gap={4} paddingBottom={2} paddingLeft={2} paddingRight={2}>
        <Typography variant="delta" tag="h2">
          {chapter.name}
        </Typography>
        {kept + broken > 0 && (
          <Typography variant="pi" textColor="neutral600">
            {t('map.chapterRate', { rate: rateInWords(kept / (kept + broken)), broken })}
          </Typography>
        )}
      </Flex>
      <Box overflow="auto">
        <Grid>
          <thead>
            <tr>
              {COLUMNS.map((head) => (
                <th key={head} scope="col" style={{ width: WIDTHS[head as keyof typeof WIDTHS] }}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(`map.${head}`)}
                  </Typography>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {chapter.articles.map((article) => (
              <ArticleLine key={article.number} article={article} narrowing={narrowing} />
            ))}
          </tbody>
        </Grid>
      </Box>
    </Box>
  );
}
