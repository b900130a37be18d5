import * as React from 'react';
import { Box, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { CheckCircle } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { useDeskApi } from '../kernel/api';
import { inUrgency } from '../kernel/case/hour';
import { useCaseLink } from '../kernel/case/links';
import { useLeavesTrail } from '../kernel/case/trail';
import { toneOf } from '../kernel/clock/reading';
import { useNow } from '../kernel/clock/ticker';
import { ArrivalNote } from '../kernel/live/ArrivalNote';
import { useArrivals } from '../kernel/live/useArrivals';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { CountChips, type Narrowing } from './CountChips';
import { OwedLine } from './OwedLine';
import { Warnings } from './Warnings';

const EVERY_MS = 60_000;

/** All that I or my role owe in one list, narrowed by kind or to what is overdue. */
export function OwedList() {
  const { t } = useWords();
  const api = useDeskApi();
  const [narrowing, setNarrowing] = React.useState<Narrowing>('all');
  const { data: desk, failure } = usePolled(api.desk, EVERY_MS, 'all');
  const now = useNow();
  const minute = Math.floor(now / 60_000);
  const wanted = React.useMemo(
    () =>
      desk &&
      inUrgency(desk.owed, minute * 60_000).filter((obligation) => {
        if (narrowing === 'all') return true;
        if (narrowing === 'overdue') return toneOf(obligation, minute * 60_000) === 'overdue';
        return obligation.what === narrowing.what;
      }),
    [desk, narrowing, minute]
  );
  const arrivals = useArrivals(wanted, ({ documentId }) => documentId, JSON.stringify(narrowing));
  const caseLink = useCaseLink();
  useLeavesTrail(
    'nav.desk',
    arrivals.rows.map(({ case: { uid, documentId } }) => caseLink(uid, documentId))
  );

  if (!desk) return failure ? <Warnings desk={null} failure={failure} /> : <Page.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <CountChips desk={desk} narrowing={narrowing} onNarrow={setNarrowing} />
      <ArrivalNote arrivals={arrivals} />
      {arrivals.rows.length === 0 ? (
        <EmptyStateLayout
          icon={<CheckCircle width="6.4rem" height="6.4rem" fill="success500" aria-hidden />}
          content={t(narrowing === 'all' ? 'desk.empty' : 'desk.emptyFiltered')}
        />
      ) : (
        <Box background="neutral0" hasRadius shadow="tableShadow">
          <Box tag="ul" aria-label={t('desk.title')} style={{ listStyle: 'none' }} {...arrivals.pointer}>
            {arrivals.rows.map((obligation) => (
              <OwedLine
                key={obligation.documentId}
                obligation={obligation}
                fresh={arrivals.fresh.has(obligation.documentId)}
                gone={arrivals.gone.has(obligation.documentId)}
              />
            ))}
          </Box>
          {narrowing === 'all' && desk.total > desk.owed.length && (
            <Box padding={4}>
              <Typography variant="pi" textColor="neutral600">
                {t('desk.more', { shown: desk.owed.length, total: desk.total })}
              </Typography>
            </Box>
          )}
        </Box>
      )}
    </Flex>
  );
}
