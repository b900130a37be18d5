import type * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { FIGURE_AGES, rateInWords, type FigureCount, type Figures } from '../../../contracts';
import { Figure, useListLink } from '../kernel/chart/Figure';
import { useWords } from '../kernel/words';
import { pointsOf, sumOf, turnOf } from './said';
import { typeName } from './types';

const Grid = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(15.6rem, 1fr));
  gap: 1.6rem;
`;

/** One number of which a card is made up. */
interface Part {
  name: string;
  figure: FigureCount;
}

interface CardProps {
  name: string;
  label: string;
  value: React.ReactNode;
  colour?: 'neutral800' | 'danger600';
  /** Against the period before. */
  change?: string | null;
  parts: Part[];
}

function Card({ name, label, value, colour = 'neutral800', change, parts }: CardProps) {
  const { t } = useWords();
  const linkTo = useListLink();
  return (
    <Box
      tag="section"
      aria-label={label}
      data-card={name}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
    >
      <Typography variant="pi" textColor="neutral600" tag="h2">
        {label}
      </Typography>
      <Typography
        variant="alpha"
        textColor={colour}
        tag="p"
        style={{ fontSize: '3.2rem', lineHeight: 1.3, fontVariantNumeric: 'tabular-nums' }}
      >
        {value}
      </Typography>
      {change && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {change}
        </Typography>
      )}
      <Flex gap={3} wrap="wrap" paddingTop={2}>
        {parts.map((part) => (
          <Typography key={part.name} textColor="neutral700">
            {part.name}{' '}
            <Figure
              label={t('map.figure', { what: part.name, count: part.figure.count })}
              to={part.figure.count > 0 ? linkTo(part.figure.list) : null}
            >
              {part.figure.count}
            </Figure>
          </Typography>
        ))}
      </Flex>
    </Box>
  );
}

/** The numbers of the period: what came in, what was done, in time, what people said, and what is open now. */
export function Cards({ figures, compared }: { figures: Figures; compared: string }) {
  const words = useWords();
  const { t } = words;
  const { total, types, onTime, satisfaction, ages } = figures;
  const moreOrLess = (now: number, before: number) =>
    t(`figures.change.${turnOf(now, before)}`, { compared, by: Math.abs(now - before) });
  const points = (now: number | null, before: number | null) =>
    now === null || before === null
      ? t('figures.change.none', { compared })
      : t(`figures.points.${turnOf(now, before)}`, { compared, by: pointsOf(now, before) });
  const open = sumOf(ages.flatMap(({ ages: counts }) => counts));
  const sayEach = (which: 'in' | 'done'): Part[] =>
    types.map((each) => ({ name: typeName(words, each), figure: each[which] }));
  const said = (which: 'good' | 'bad'): Part[] =>
    satisfaction.types.map((each) => ({
      name: `${typeName(words, each)} ${t(`figures.verdict.${which}`)}`,
      figure: each[which],
    }));
  const marks = satisfaction.types.filter(({ mark }) => mark !== null);

  return (
    <Grid>
      <Card
        name="in"
        label={t('figures.in')}
        value={total.in}
        change={moreOrLess(total.in, total.before.in)}
        parts={sayEach('in')}
      />
      <Card
        name="done"
        label={t('figures.done')}
        value={total.done}
        change={moreOrLess(total.done, total.before.done)}
        parts={sayEach('done')}
      />
      <Card
        name="on-time"
        label={t('figures.onTime')}
        value={rateInWords(onTime.rate)}
        change={points(onTime.rate, onTime.before)}
        parts={[
          { name: t('figures.kept'), figure: onTime.kept },
          { name: t('figures.broken'), figure: onTime.broken },
        ]}
      />
      <Card
        name="satisfaction"
        label={t('figures.satisfaction')}
        value={rateInWords(satisfaction.share)}
        change={[
          points(satisfaction.share, satisfaction.before),
          ...marks.map((each) =>
            t('figures.mark', { type: typeName(words, each), mark: (each.mark ?? 0).toFixed(1), count: each.marks })
          ),
        ].join(' · ')}
        parts={[...said('good'), ...said('bad')]}
      />
      <Card
        name="open"
        label={t('figures.openNow')}
        value={open}
        parts={ages.map((each) => ({
          name: `${typeName(words, each)} ${t('figures.age.longer')}`,
          figure: each.ages[FIGURE_AGES.indexOf('longer')],
        }))}
      />
    </Grid>
  );
}
