import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { FigureCount } from '../../../contracts';
import { ChartCard } from '../kernel/chart/ChartCard';
import { Figure, useListLink } from '../kernel/chart/Figure';
import { Legend } from '../kernel/chart/Legend';
import { Shares } from '../kernel/chart/Shares';
import { useWords } from '../kernel/words';

const Lines = styled.ul`
  display: grid;
  grid-template-columns: minmax(8rem, max-content) minmax(0, 1fr) max-content;
  gap: 1rem 1.6rem;
  align-items: center;
  list-style: none;
  li {
    display: contents;
  }
`;

/** One bar: its name and its parts. */
export interface BarOf {
  key: string;
  name: string;
  parts: { key: string; name: string; colour: string; figure: FigureCount }[];
}

interface BarsProps {
  title: string;
  hint?: string;
  /** What the first column of the table is. */
  head: string;
  empty: string;
  bars: BarOf[];
  /** What the colours stand for, where bars have several. */
  legend?: boolean;
}

const totalOf = ({ parts }: BarOf) => parts.reduce((sum, { figure }) => sum + figure.count, 0);

/** Bars under each other, each as long as what it counts; every part, and every number, opens its list. */
export function Bars({ title, hint, head, empty, bars, legend = false }: BarsProps) {
  const { t } = useWords();
  const linkTo = useListLink();
  const most = Math.max(1, ...bars.map(totalOf));
  const label = (bar: BarOf, part: BarOf['parts'][number]) =>
    t('map.figureOf', {
      name: `${bar.name} `,
      what: bar.parts.length > 1 ? part.name : '',
      count: part.figure.count,
    });
  const kinds = [...new Map(bars.flatMap(({ parts }) => parts).map((part) => [part.key, part])).values()];
  const number = (bar: BarOf, part: BarOf['parts'][number]) => (
    <Figure key={part.key} label={label(bar, part)} to={part.figure.count > 0 ? linkTo(part.figure.list) : null}>
      {part.figure.count}
    </Figure>
  );
  const none = bars.every((bar) => totalOf(bar) === 0);
  return (
    <ChartCard
      title={title}
      hint={hint}
      empty={empty}
      table={{
        heads: [head, ...(legend ? kinds.map(({ name }) => name) : [t('figures.count')])],
        rows: none
          ? []
          : bars.map((bar) => ({
              key: bar.key,
              cells: [bar.name, ...bar.parts.map((part) => number(bar, part))],
            })),
      }}
    >
      {legend && <Legend entries={kinds} />}
      <Lines>
        {bars.map((bar) => (
          <li key={bar.key} data-bar={bar.key}>
            <Typography textColor="neutral800">{bar.name}</Typography>
            <Shares
              thick
              most={most}
              shares={bar.parts.map((part) => ({
                key: part.key,
                count: part.figure.count,
                colour: part.colour,
                label: label(bar, part),
                to: linkTo(part.figure.list),
              }))}
            />
            <Box>
              <Typography fontWeight="bold" textColor="neutral800">
                {bar.parts.length === 1 ? number(bar, bar.parts[0]) : totalOf(bar)}
              </Typography>
            </Box>
          </li>
        ))}
      </Lines>
    </ChartCard>
  );
}
