import * as React from 'react';
import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { HouseholdListItem } from '../../../contracts';
import { HouseholdSearch } from '../household-search/HouseholdSearch';
import type { Choice } from '../household-search/choices';
import { listLink, useCaseLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { ListTable } from '../kernel/list/ListTable';
import { useList } from '../kernel/list/useList';
import { PageViews } from '../kernel/list/views/PageViews';
import { useWords } from '../kernel/words';
import { HOUSEHOLD_READ } from '../permissions';
import { HouseholdFilters } from './HouseholdFilters';
import { addressOf, filtersIn, isNarrowed, type HouseholdFilter } from './filters';
import { useMay } from '../kernel/rights';

/** What the page reads off its address. */
const VIEWS = [
  { name: 'all', query: '' },
  { name: 'incomplete', query: 'incomplete=true' },
];
const KNOWN = ['community', 'building', 'responsible', 'occupancy', 'incomplete'];

function Lines({ rows }: { rows: HouseholdListItem[] }) {
  const { t } = useWords();
  const { day } = useTimes();
  const column = (key: string, cell: (row: HouseholdListItem) => React.ReactNode) => ({
    key,
    head: t(`households.head.${key}`),
    cell,
  });
  const text = (said: string | null | undefined) => <Typography>{said || t('case.empty')}</Typography>;
  const columns = [
    column('fileNumber', ({ fileNumber }) => <Typography>{fileNumber}</Typography>),
    column('name', ({ documentId, name, community }) => (
      <>
        <Link tag={NavLink} to={`${listLink('households')}/${documentId}`}>
          {name}
        </Link>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {community.name}
        </Typography>
      </>
    )),
    column('owners', ({ owners }) => text(owners.join(t('form.listComma')))),
    column('responsible', ({ responsible }) => text(responsible?.name)),
    column('occupancy', ({ occupancy }) => text(occupancy && t(`household.occupancy.${occupancy}`))),
    column('gaps', ({ gaps, incompleteSince }) =>
      incompleteSince ? (
        <Box maxWidth="32rem">
          <Flex gap={1} wrap="wrap">
            {gaps.map(({ code }) => (
              <Badge key={code} backgroundColor="warning100" textColor="warning700">
                {t(`household.gap.${code}`)}
              </Badge>
            ))}
          </Flex>
          <Typography variant="pi" textColor="neutral600" tag="div" paddingTop={1}>
            {t('households.since', { date: day(incompleteSince) })}
          </Typography>
        </Box>
      ) : (
        <Badge backgroundColor="success100" textColor="success700">
          {t('households.complete')}
        </Badge>
      )
    ),
  ];
  return <ListTable label={t('households.title')} columns={columns} rows={rows} />;
}

function Shelf({ filter, onClear }: { filter: HouseholdFilter; onClear: () => void }) {
  const { t } = useWords();
  const filters = React.useMemo(() => ({ ...filter }) as Record<string, string>, [filter]);
  const list = useList<HouseholdListItem>('households', filters, null);
  return (
    <ListFrame list={list} empty={t('households.empty')} narrowed={isNarrowed(filter)} onClear={onClear}>
      {(rows) => <Lines rows={rows} />}
    </ListFrame>
  );
}

/** One box for all that a household is found by; what is chosen opens. */
function Find() {
  const { t } = useWords();
  const navigate = useNavigate();
  const caseLink = useCaseLink();
  const [query, setQuery] = React.useState('');
  const choose = (choice: Choice) => {
    if (choice.kind === 'household') navigate(`${listLink('households')}/${choice.household.documentId}`);
    else if (choice.kind === 'case') navigate(caseLink(choice.found.uid, choice.found.documentId));
  };
  return <HouseholdSearch query={query} onQuery={setQuery} onChoose={choose} label={t('households.find')} />;
}

function Households() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const filter = React.useMemo(() => filtersIn(params), [params]);
  const change = (next: HouseholdFilter) => setParams(addressOf(next), { replace: true });
  const mayFind = useMay('household.search');
  return (
    <Page.Main>
      <Page.Title>{t('households.title')}</Page.Title>
      <Layouts.Header title={t('households.title')} subtitle={t('households.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {mayFind && <Find />}
          <PageViews list="households" known={KNOWN} builtIn={VIEWS} />
          <HouseholdFilters filter={filter} onChange={change} />
          <Shelf filter={filter} onClear={() => change({})} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 住户档案: one line a household, what its file lacks and since when. */
export default function HouseholdsPage() {
  return (
    <Page.Protect permissions={HOUSEHOLD_READ}>
      <Households />
    </Page.Protect>
  );
}
