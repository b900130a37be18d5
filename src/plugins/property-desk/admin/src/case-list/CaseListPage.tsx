import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import type { BulkResult } from '../../../contracts';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { useLeavesTrail } from '../kernel/case/trail';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { IntakeButton } from '../kernel/IntakeButton';
import { useWords } from '../kernel/words';
import { BulkBar } from './BulkBar';
import { BulkOutcome } from './BulkOutcome';
import { CaseTable } from './CaseTable';
import { FilterBar } from './FilterBar';
import type { Row } from './row';
import { filtersIn, type Filters } from './filters';
import { LedgerButton } from './LedgerButton';
import { StartButton } from './StartButton';
import type { CaseListConfig } from './lists';
import { useCaseList } from './useCaseList';
import { Notice } from '../kernel/Notice';

/** The filters stand in the address, so that a list can be kept as a bookmark. */
function useFilters(list: CaseListConfig): [Filters, (filters: Filters) => void] {
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const filters = React.useMemo(() => filtersIn(text, list), [text, list]);
  return [filters, (next) => setParams(new URLSearchParams(next), { replace: true })];
}

/** 报修工单, 投诉, 整改措施, 咨询: all cases of a type that I may see. */
export default function CaseListPage({ list }: { list: CaseListConfig }) {
  const { plural } = list;
  const { t, first } = useWords();
  useOfficeTime();
  const [filters, setFilters] = useFilters(list);
  const { rows, meta, failure, busy, refresh, more } = useCaseList(plural, filters);
  const [selected, setSelected] = React.useState<Set<string>>(new Set());
  const [outcome, setOutcome] = React.useState<{ results: BulkResult[]; rows: Row[] } | null>(null);
  const caseLink = useCaseLink();
  useLeavesTrail(
    `list.title.${plural}`,
    (rows ?? []).map(({ documentId }) => caseLink(uidOf(list.type), documentId))
  );
  const chosen = (rows ?? []).filter(({ documentId }) => selected.has(documentId));
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';

  return (
    <Page.Main>
      <Page.Title>{t(`list.title.${plural}`)}</Page.Title>
      <Layouts.Header
        title={t(`list.title.${plural}`)}
        subtitle={meta ? t('list.total', { total }) : undefined}
        primaryAction={
          <Flex gap={2}>
            {list.ledger && <LedgerButton plural={plural} />}
            {list.taken && <IntakeButton />}
            {list.starts && <StartButton list={list} />}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <FilterBar
            list={list}
            filters={filters}
            onChange={(next) => {
              setSelected(new Set());
              setFilters(next);
            }}
          />
          {chosen.length > 0 && (
            <BulkBar
              list={list}
              chosen={chosen}
              onDone={(results) => {
                if (results) setOutcome({ results, rows: chosen });
                void refresh();
              }}
              onClear={() => setSelected(new Set())}
            />
          )}
          {failure && (
            <Notice variant="warning" title={t(rows ? 'error.stale' : 'error.failed')}>
              {failure.kind === 'offline' ? t('error.offline') : failure.message}
            </Notice>
          )}
          {!rows && !failure && <Page.Loading />}
          {rows && rows.length === 0 && <EmptyStateLayout content={first([`list.empty.${plural}`], t('list.empty'))} />}
          {rows && rows.length > 0 && (
            <Box>
              <CaseTable list={list} rows={rows} selected={selected} onSelect={setSelected} />
              <Flex justifyContent="center" paddingTop={4} gap={4}>
                <Typography variant="pi" textColor="neutral600">
                  {t('list.shown', { shown: rows.length, total })}
                </Typography>
                {meta?.nextCursor && (
                  <Button variant="tertiary" loading={busy} onClick={() => void more()}>
                    {t('list.more')}
                  </Button>
                )}
              </Flex>
            </Box>
          )}
        </Flex>
        {outcome && <BulkOutcome outcome={outcome.results} rows={outcome.rows} onClose={() => setOutcome(null)} />}
      </Layouts.Content>
    </Page.Main>
  );
}
