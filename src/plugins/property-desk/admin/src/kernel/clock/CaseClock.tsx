import { Flex, Typography } from '@strapi/design-system';
import { Check, Clock, Cross, Minus, WarningCircle } from '@strapi/icons';
import { useWords } from '../words';
import { toneOf, type Promised, type Tone } from './reading';
import { useNow } from './ticker';
import { useTimes } from './times';

const LOOK: Record<Tone, { color: string; background: string; Icon: typeof Clock }> = {
  calm: { color: 'neutral700', background: 'neutral100', Icon: Clock },
  warn: { color: 'warning700', background: 'warning100', Icon: Clock },
  overdue: { color: 'danger700', background: 'danger100', Icon: WarningCircle },
  kept: { color: 'success700', background: 'success100', Icon: Check },
  broken: { color: 'danger700', background: 'danger100', Icon: Cross },
  void: { color: 'neutral600', background: 'neutral100', Icon: Minus },
};

/** A promise's clock: what is left or by how much it is late, said in words as well as in colour. */
export function CaseClock({ obligation }: { obligation: Promised }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const tone = toneOf(obligation, now);
  const { color, background, Icon } = LOOK[tone];
  const running = tone === 'calm' || tone === 'warn' || tone === 'overdue';
  const time = times.span(Date.parse(obligation.dueAt) - now);

  return (
    <Flex
      gap={1}
      paddingLeft={2}
      paddingRight={2}
      paddingTop={1}
      paddingBottom={1}
      background={background}
      hasRadius
      role={running ? 'timer' : undefined}
      title={words.t('clock.dueAt', { time: times.full(obligation.dueAt) })}
      width="fit-content"
      style={{ whiteSpace: 'nowrap' }}
    >
      <Icon fill={color} width="1.4rem" height="1.4rem" aria-hidden />
      <Typography
        variant="pi"
        fontWeight={tone === 'calm' || tone === 'void' ? 'regular' : 'bold'}
        textColor={color}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {running ? words.t(`clock.${tone}`, { time }) : words.t(`outcome.${obligation.outcome}`)}
      </Typography>
    </Flex>
  );
}
