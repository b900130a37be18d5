import { Badge, Flex, TextButton } from '@strapi/design-system';
import { useWords } from '../words';
import type { Arrivals } from './useArrivals';

/** Says aloud how many have come, and offers to show those that wait. */
export function ArrivalNote<T>({ arrivals }: { arrivals: Pick<Arrivals<T>, 'come' | 'waiting' | 'release'> }) {
  const { t } = useWords();
  return (
    <Flex role="status" aria-live="polite" justifyContent="center">
      {arrivals.waiting > 0 ? (
        <TextButton type="button" onClick={arrivals.release}>
          {t('live.waiting', { count: arrivals.waiting })}
        </TextButton>
      ) : (
        arrivals.come > 0 && (
          // Marked at the lines themselves; here it is only said.
          <span style={{ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }}>
            {t('live.come', { count: arrivals.come })}
          </span>
        )
      )}
    </Flex>
  );
}

/** Marks a line that has come since the page was opened. */
export function NewBadge() {
  const { t } = useWords();
  return (
    <Badge backgroundColor="primary100" textColor="primary700">
      {t('live.new')}
    </Badge>
  );
}
