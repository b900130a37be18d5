import * as React from 'react';
import { Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import type { ComplianceMap } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { hand } from '../kernel/download';
import { readFailure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { Chooser } from '../kernel/period/Chooser';
import type { Preset } from '../kernel/period/period';
import { useAsked } from '../kernel/period/useAsked';
import { useCommunities } from '../kernel/useCommunities';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { COMPLIANCE_READ } from '../permissions';
import { ChapterTable } from './ArticleLines';
import { chaptersOf, trendOf } from './chapters';
import { Totals } from './Totals';
import { Trend } from './Trend';

/** Periods that a button chooses. */
const PERIODS: readonly Preset[] = ['month', 'lastMonth', 'quarter', 'year'];

function PrintButton({ query }: { query: Record<string, string | null> }) {
  const { t } = useWords();
  const api = useDeskApi();
  const [busy, setBusy] = React.useState(false);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const print = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      const { blob, name } = await api.complianceReport(query);
      hand(blob, name ?? 'report.docx');
    } catch (error) {
      const failure = readFailure(error);
      setTrouble(whyOf(failure, t));
    }
    setBusy(false);
  };
  return (
    <Flex direction="column" alignItems="flex-end" gap={2}>
      <Button variant="secondary" startIcon={<Download />} loading={busy} onClick={() => void print()}>
        {t('map.print')}
      </Button>
      {trouble && <span role="alert">{trouble}</span>}
    </Flex>
  );
}

function Drawn({ map, narrowing }: { map: ComplianceMap; narrowing: Record<string, string | undefined> }) {
  const { t } = useWords();
  const weeks = React.useMemo(() => trendOf(map.weeks), [map.weeks]);
  return (
    <>
      {map.total.opened === 0 ? (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('map.empty')} shadow="tableShadow" />
      ) : (
        <>
          <Totals total={map.total} narrowing={narrowing} />
          <Trend weeks={weeks} title={t('map.trend')} />
        </>
      )}
      {chaptersOf(map.articles).map((chapter) => (
        <ChapterTable key={chapter.name} chapter={chapter} narrowing={narrowing} />
      ))}
    </>
  );
}

function ExecutionMap() {
  const { t } = useWords();
  const api = useDeskApi();
  useOfficeTime();
  const { days, community, ask } = useAsked('month');
  const query = React.useMemo(() => ({ ...days, community }), [days, community]);
  const {
    data: map,
    failure,
    refresh,
  } = usePolled(
    React.useCallback(() => api.compliance(query), [api, query]),
    null
  );
  // One community alone names only itself in the answer; the others are still to be chosen from.
  const communities = useCommunities();

  return (
    <Page.Main>
      <Page.Title>{t('map.title')}</Page.Title>
      <Layouts.Header
        title={t('map.title')}
        subtitle={map?.policy ? t('map.policy', { number: map.policy.name }) : t('map.subtitle')}
        primaryAction={<PrintButton query={query} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5} paddingBottom={8}>
          <Chooser
            presets={PERIODS}
            days={days}
            communities={communities}
            community={community}
            onDays={(next) => ask(next, community)}
            onCommunity={(one) => ask({}, one)}
          />
          {failure && (
            <Notice
              key={failure.message}
              variant="warning"
              title={t(map ? 'error.stale' : 'error.failed')}
              action={
                <Button variant="tertiary" size="S" onClick={() => void refresh()}>
                  {t('list.again')}
                </Button>
              }
            >
              {whyOf(failure, t)}
            </Notice>
          )}
          {!map && !failure && <Page.Loading />}
          {map && <Drawn map={map} narrowing={{ from: map.from, to: map.to, community: map.community?.documentId }} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 制度落地: article by article, how far the policy is really carried out. */
export default function ExecutionMapPage() {
  return (
    <Page.Protect permissions={COMPLIANCE_READ}>
      <ExecutionMap />
    </Page.Protect>
  );
}
