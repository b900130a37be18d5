import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Desk } from '../../../contracts';
import { obligationName, useWords } from '../kernel/words';

const Chip = styled.button<{ $on: boolean }>`
  border: 1px solid ${({ theme, $on }) => ($on ? theme.colors.primary600 : theme.colors.neutral200)};
  background: ${({ theme, $on }) => ($on ? theme.colors.primary100 : theme.colors.neutral0)};
  border-radius: 1.6rem;
  padding: 0.4rem 1.2rem;
  cursor: pointer;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** What the desk is narrowed to: everything, what is overdue, or one kind of promise. */
export type Narrowing = 'all' | 'overdue' | { what: string };

interface CountChipsProps {
  desk: Desk;
  narrowing: Narrowing;
  onNarrow: (narrowing: Narrowing) => void;
}

const same = (a: Narrowing, b: Narrowing) =>
  typeof a === 'object' && typeof b === 'object' ? a.what === b.what : a === b;

/** How much I owe, by kind; each count narrows the list to itself. */
export function CountChips({ desk, narrowing, onNarrow }: CountChipsProps) {
  const words = useWords();
  const chips: { narrowing: Narrowing; label: string; open: number; overdue: number }[] = [
    { narrowing: 'all', label: words.t('desk.all'), open: desk.total, overdue: 0 },
    { narrowing: 'overdue', label: words.t('desk.overdue'), open: desk.overdue, overdue: 0 },
    ...Object.entries(desk.counts)
      .filter(([, { open }]) => open > 0)
      .map(([what, counts]) => ({ narrowing: { what }, label: obligationName(words, what), ...counts })),
  ];
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={words.t('desk.filter')}>
      {chips.map((chip) => (
        <Chip
          key={chip.label}
          type="button"
          $on={same(chip.narrowing, narrowing)}
          aria-pressed={same(chip.narrowing, narrowing)}
          onClick={() => onNarrow(same(chip.narrowing, narrowing) ? 'all' : chip.narrowing)}
        >
          <Typography textColor={chip.narrowing === 'overdue' && chip.open > 0 ? 'danger600' : 'neutral800'}>
            {chip.label}{' '}
            <Box tag="strong" display="inline">
              {chip.open}
            </Box>
          </Typography>
          {chip.overdue > 0 && (
            <Typography variant="pi" textColor="danger600">
              {' '}
              {words.t('desk.chipOverdue', { count: chip.overdue })}
            </Typography>
          )}
        </Chip>
      ))}
    </Flex>
  );
}
