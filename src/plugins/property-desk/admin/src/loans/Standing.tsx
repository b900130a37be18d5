import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { LoanStanding } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

function LoanLink({ loan }: { loan: { documentId: string; number: string } }) {
  return (
    <Link tag={NavLink} to={`${listLink('loans')}/${loan.documentId}`} style={{ whiteSpace: 'nowrap' }}>
      {loan.number}
    </Link>
  );
}

/** Where an item is: in its place, with somebody until when, or lost; and who waits for it, in their turn. */
export function Standing({ standing: { item, queue }, current }: { standing: LoanStanding; current?: string }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const { holder, place } = item;
  const waiting = queue.filter(({ loan }) => loan.documentId !== current || queue.length > 1);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="loan-standing">
      {holder ? (
        <Flex gap={2} wrap="wrap">
          <StateBadge type="loan" state={holder.state} />
          {holder.overdue && <Badge active>{t('loans.overdue')}</Badge>}
          <Typography>
            {t(holder.state === 'lost' ? 'loans.lostBy' : 'loans.with', {
              who: holder.borrower?.name ?? '',
              until: times.moment(holder.until, now),
            })}
          </Typography>
          <LoanLink loan={holder.loan} />
        </Flex>
      ) : (
        <Typography>{place ? t('loans.inPlaceAt', { place }) : t('loans.inPlace')}</Typography>
      )}
      {waiting.length > 0 && (
        <Box>
          <Typography variant="sigma" textColor="neutral600" tag="h4">
            {t('loans.queue')}
          </Typography>
          <Box tag="ol" paddingTop={1}>
            {waiting.map(({ loan, borrower, state, from, until }, at) => (
              <Flex key={loan.documentId} tag="li" gap={2} wrap="wrap" paddingTop={1}>
                <Typography textColor="neutral600">{at + 1}.</Typography>
                <Typography fontWeight={loan.documentId === current ? 'bold' : 'regular'}>
                  {borrower?.name ?? ''}
                </Typography>
                <StateBadge type="loan" state={state} />
                <Typography textColor="neutral600">
                  {t('loans.stretch', { from: times.moment(from, now), until: times.moment(until, now) })}
                </Typography>
                <LoanLink loan={loan} />
              </Flex>
            ))}
          </Box>
        </Box>
      )}
    </Flex>
  );
}
