import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useTheme } from 'styled-components';
import { Legend } from './Legend';
import { everyFor, ticksTo } from './scale';

/** What is stacked in every column, from the bottom up. */
export interface Series {
  key: string;
  name: string;
  /** A colour of the panel's theme, e.g. `success500`. */
  color: 'success500' | 'danger500' | 'primary500' | 'warning500' | 'secondary500' | 'neutral400';
}

/** One column. */
export interface Column {
  key: string;
  /** Below the column, short. */
  name: string;
  /** Above its figures, in full. */
  title: string;
  /** Counts by the series' keys; what is missing is none. */
  values: Record<string, number>;
}

interface TimeColumnsProps {
  /** What the chart shows, for whoever hears it. */
  label: string;
  columns: readonly Column[];
  series: readonly Series[];
  height?: number;
}

const LEFT = 36;
const RIGHT = 8;
const TOP = 8;
const BOTTOM = 24;
const NAME = 52;

/** The width that an element has been given, and again whenever it changes. */
function useWidth(): [React.RefObject<HTMLDivElement>, number] {
  const ref = React.useRef<HTMLDivElement>(null);
  const [width, setWidth] = React.useState(0);
  React.useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}

/**
 * A long run of stacked columns over time, with an axis and as many names as there is room for. The figures of a column
 * are said under the pointer, and under the arrow keys. Own drawing: the panel may bring 350 kB, and libraries of
 * charts begin at a third of that.
 */
export function TimeColumns({ label, columns, series, height = 240 }: TimeColumnsProps) {
  const { colors } = useTheme();
  const [frame, width] = useWidth();
  const [at, setAt] = React.useState<number | null>(null);
  const told = React.useId();

  const total = ({ values }: Column) => series.reduce((sum, { key }) => sum + (values[key] ?? 0), 0);
  const ticks = ticksTo(Math.max(0, ...columns.map(total)));
  const top = Math.max(ticks[ticks.length - 1] ?? 0, 1);
  const across = Math.max(width - LEFT - RIGHT, 0);
  const step = across / Math.max(columns.length, 1);
  const bar = Math.max(1, Math.min(48, step * 0.8));
  const tall = height - TOP - BOTTOM;
  const high = (count: number) => TOP + tall - (count / top) * tall;
  const every = everyFor(columns.length, across, NAME);
  const shown = at === null ? undefined : columns[at];

  const onKeyDown = (event: React.KeyboardEvent) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Escape') setAt(null);
    if (!move || columns.length === 0) return;
    event.preventDefault();
    const from = at ?? (move > 0 ? -1 : columns.length);
    setAt(Math.min(columns.length - 1, Math.max(0, from + move)));
  };

  return (
    <Box>
      <Box
        ref={frame}
        position="relative"
        tabIndex={0}
        role="group"
        aria-label={label}
        aria-describedby={told}
        onKeyDown={onKeyDown}
        onBlur={() => setAt(null)}
        onMouseLeave={() => setAt(null)}
        onMouseMove={({ clientX, currentTarget }: React.MouseEvent) => {
          const column = Math.floor((clientX - currentTarget.getBoundingClientRect().left - LEFT) / step);
          setAt(column >= 0 && column < columns.length ? column : null);
        }}
      >
        <svg width={width} height={height} aria-hidden style={{ display: 'block' }}>
          {ticks.map((tick) => (
            <g key={tick}>
              <line x1={LEFT} x2={width - RIGHT} y1={high(tick)} y2={high(tick)} stroke={colors.neutral200} />
              <text x={LEFT - 8} y={high(tick) + 4} textAnchor="end" fontSize={12} fill={colors.neutral600}>
                {tick}
              </text>
            </g>
          ))}
          {columns.map((column, index) => {
            const middle = LEFT + step * (index + 0.5);
            let below = 0;
            return (
              <g key={column.key}>
                {index === at && (
                  <rect x={middle - step / 2} y={TOP} width={step} height={tall} fill={colors.neutral150} />
                )}
                {series.map(({ key, color }) => {
                  const count = column.values[key] ?? 0;
                  if (count === 0) return null;
                  below += count;
                  return (
                    <rect
                      key={key}
                      data-bar={key}
                      x={middle - bar / 2}
                      y={high(below)}
                      width={bar}
                      height={(count / top) * tall}
                      fill={colors[color]}
                    />
                  );
                })}
                {index % every === 0 && (
                  <text x={middle} y={height - 6} textAnchor="middle" fontSize={12} fill={colors.neutral600}>
                    {column.name}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
        <Box
          id={told}
          aria-live="polite"
          position="absolute"
          top={0}
          left={at === null ? 0 : `${Math.min(LEFT + step * (at + 0.5) + bar, Math.max(0, width - 180))}px`}
          style={{ pointerEvents: 'none' }}
        >
          {shown && (
            <Box background="neutral0" borderColor="neutral200" hasRadius shadow="popupShadow" padding={3}>
              <Typography variant="pi" fontWeight="bold" tag="p">
                {shown.title}
              </Typography>
              {series.map(({ key, name, color }) => (
                <Flex key={key} gap={2}>
                  <Swatch color={color} />
                  <Typography variant="pi">
                    {name} {shown.values[key] ?? 0}
                  </Typography>
                </Flex>
              ))}
            </Box>
          )}
        </Box>
      </Box>
      <Box paddingTop={3}>
        <Legend entries={series.map(({ key, name, color }) => ({ key, name, colour: color }))} />
      </Box>
    </Box>
  );
}

const Swatch = ({ color }: Pick<Series, 'color'>) => (
  <Box aria-hidden background={color} width="10px" height="10px" style={{ borderRadius: 2 }} />
);
