import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, CheckCircle } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { Desk } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { inUrgency } from '../kernel/case/hour';
import { useCaseLink } from '../kernel/case/links';
import { useLeavesTrail } from '../kernel/case/trail';
import { toneOf } from '../kernel/clock/reading';
import { useNow, useTicker } from '../kernel/clock/ticker';
import { IntakeButton } from '../kernel/IntakeButton';
import { usePolled } from '../kernel/usePolled';
import { roleName, useWords } from '../kernel/words';
import { CountChips, type Narrowing } from './CountChips';
import { OwedLine } from './OwedLine';
import { Warnings } from './Warnings';

const EVERY_MS = 15_000;

function OwedList({ desk, narrowing }: { desk: Desk; narrowing: Narrowing }) {
  const { t } = useWords();
  const now = useNow();
  const lines = inUrgency(desk.owed, now).filter((obligation) => {
    if (narrowing === 'all') return true;
    if (narrowing === 'overdue') return toneOf(obligation, now) === 'overdue';
    return obligation.what === narrowing.what;
  });
  const caseLink = useCaseLink();
  useLeavesTrail(
    'nav.desk',
    lines.map(({ case: { uid, documentId } }) => caseLink(uid, documentId))
  );

  if (lines.length === 0) {
    return (
      <EmptyStateLayout
        icon={<CheckCircle width="6.4rem" height="6.4rem" fill="success500" aria-hidden />}
        content={t(narrowing === 'all' ? 'desk.empty' : 'desk.emptyFiltered')}
      />
    );
  }
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow">
      <Box tag="ul" aria-label={t('desk.title')} style={{ listStyle: 'none' }}>
        {lines.map((obligation) => (
          <OwedLine key={obligation.documentId} obligation={obligation} />
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
  );
}

/** 我的工作台: what I or my role owe, by when. */
export default function DeskPage() {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const ticker = useTicker();
  const [narrowing, setNarrowing] = React.useState<Narrowing>('all');
  const load = React.useCallback(async () => {
    const desk = await api.desk();
    ticker.sync(desk);
    return desk;
  }, [api, ticker]);
  const { data: desk, failure, refresh } = usePolled(load, EVERY_MS);

  const who = desk
    ? [
        desk.me.name,
        desk.me.role ? roleName(words, desk.me.role) : null,
        ...desk.me.communities.map(({ name }) => name),
      ]
        .filter(Boolean)
        .join(' · ')
    : '';
  return (
    <Page.Main>
      <Page.Title>{t('desk.title')}</Page.Title>
      <Layouts.Header
        title={t('desk.title')}
        subtitle={who}
        primaryAction={
          <Flex gap={2}>
            <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={() => void refresh()}>
              {t('desk.refresh')}
            </Button>
            <IntakeButton />
          </Flex>
        }
      />
      <Layouts.Content>
        <Warnings desk={desk} failure={failure} />
        {!desk && !failure && <Page.Loading />}
        {desk && (
          <Flex direction="column" alignItems="stretch" gap={4}>
            <CountChips desk={desk} narrowing={narrowing} onNarrow={setNarrowing} />
            <OwedList desk={desk} narrowing={narrowing} />
          </Flex>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}
