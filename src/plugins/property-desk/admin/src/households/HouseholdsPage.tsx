import * as React from 'react';
import {
  Badge,
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { NavLink, useNavigate, useSearchParams } from 'react-router-dom';
import type { HouseholdListItem } from '../../../contracts';
import { useCaseList } from '../case-list/useCaseList';
import { HouseholdSearch } from '../household-search/HouseholdSearch';
import type { Choice } from '../household-search/choices';
import { listLink, useCaseLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useWords } from '../kernel/words';
import { FailureNote } from '../notices/FailureNote';
import { HOUSEHOLD_READ, rightOf } from '../permissions';
import { HouseholdFilters } from './HouseholdFilters';
import { addressOf, filtersIn, isNarrowed, type HouseholdFilter } from './filters';

function Lines({ rows }: { rows: HouseholdListItem[] }) {
  const { t } = useWords();
  const { day } = useTimes();
  const heads = ['fileNumber', 'name', 'owners', 'responsible', 'occupancy', 'gaps'];
  return (
    <Table colCount={heads.length} rowCount={rows.length + 1} aria-label={t('households.title')}>
      <Thead>
        <Tr>
          {heads.map((head) => (
            <Th key={head}>
              <Typography variant="sigma">{t(`households.head.${head}`)}</Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.documentId}>
            <Td>
              <Typography>{row.fileNumber}</Typography>
            </Td>
            <Td>
              <Link tag={NavLink} to={`${listLink('households')}/${row.documentId}`}>
                {row.name}
              </Link>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {row.community.name}
              </Typography>
            </Td>
            <Td>
              <Typography>{row.owners.join(t('form.listComma')) || t('case.empty')}</Typography>
            </Td>
            <Td>
              <Typography>{row.responsible?.name ?? t('case.empty')}</Typography>
            </Td>
            <Td>
              <Typography>{row.occupancy ? t(`household.occupancy.${row.occupancy}`) : t('case.empty')}</Typography>
            </Td>
            <Td>
              {row.incompleteSince ? (
                <Box maxWidth="32rem">
                  <Flex gap={1} wrap="wrap">
                    {row.gaps.map(({ code }) => (
                      <Badge key={code} backgroundColor="warning100" textColor="warning700">
                        {t(`household.gap.${code}`)}
                      </Badge>
                    ))}
                  </Flex>
                  <Typography variant="pi" textColor="neutral600" tag="div" paddingTop={1}>
                    {t('households.since', { date: day(row.incompleteSince) })}
                  </Typography>
                </Box>
              ) : (
                <Badge backgroundColor="success100" textColor="success700">
                  {t('households.complete')}
                </Badge>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

function Shelf({ filter }: { filter: HouseholdFilter }) {
  const { t } = useWords();
  const filters = React.useMemo(() => ({ ...filter }) as Record<string, string>, [filter]);
  const { rows, meta, failure, busy, refresh, more } = useCaseList<HouseholdListItem>('households', filters, null);
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failure && <FailureNote failure={failure} stale={rows !== null} onAgain={() => void refresh()} />}
      {!rows && !failure && <Page.Loading />}
      {rows?.length === 0 && (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isNarrowed(filter) ? 'list.empty' : 'households.empty')}
        />
      )}
      {rows && rows.length > 0 && (
        <Box>
          <Lines rows={rows} />
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
  const mayFind = useAuth('Households', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('household.search')
  );
  return (
    <Page.Main>
      <Page.Title>{t('households.title')}</Page.Title>
      <Layouts.Header title={t('households.title')} subtitle={t('households.subtitle')} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {mayFind && <Find />}
          <HouseholdFilters filter={filter} onChange={(next) => setParams(addressOf(next), { replace: true })} />
          <Shelf filter={filter} />
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
