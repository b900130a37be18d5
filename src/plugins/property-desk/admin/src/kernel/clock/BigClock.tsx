import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words';
import { countdownOf, toneOf, type Promised } from './reading';
import { useNow } from './ticker';
import { useTimes } from './times';

/** From here on the time that is left is shown as danger. */
const DANGER_MS = 15 * 60_000;

const Digits = styled(Typography)`
  font-size: 3.6rem;
  line-height: 1.1;
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
`;

interface BigClockProps {
  obligation: Promised;
  /** What runs, e.g. who must have stepped in. */
  label: string;
}

/** A promise whose every minute counts: what is left in minutes and seconds, large, and how long it is late. */
export function BigClock({ obligation, label }: BigClockProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const left = Date.parse(obligation.dueAt) - now;
  const late = toneOf(obligation, now) === 'overdue';
  const danger = late || left < DANGER_MS;
  return (
    <Box
      background={danger ? 'danger100' : 'warning100'}
      borderColor={danger ? 'danger600' : 'warning200'}
      hasRadius
      padding={3}
      width="100%"
      data-testid="big-clock"
      data-tone={late ? 'late' : danger ? 'danger' : 'running'}
    >
      <Typography variant="pi" fontWeight="semiBold" textColor={danger ? 'danger700' : 'warning700'} tag="div">
        {label}
      </Typography>
      <Flex gap={2} alignItems="baseline" wrap="wrap">
        <Digits
          tag="div"
          role="timer"
          fontWeight="bold"
          textColor={danger ? 'danger700' : 'warning700'}
          aria-label={t(late ? 'clock.lateBy' : 'clock.leftFor', { time: times.span(left) })}
        >
          {late ? t('clock.lateBy', { time: countdownOf(left) }) : countdownOf(left)}
        </Digits>
        <Typography variant="pi" textColor="neutral700">
          {t('clock.dueAt', { time: times.moment(obligation.dueAt, now) })}
        </Typography>
      </Flex>
    </Box>
  );
}
