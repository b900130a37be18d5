import * as React from 'react';
import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { useLeavesTrail } from '../kernel/case/trail';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { IntakeButton } from '../kernel/IntakeButton';
import { columnsIn } from '../kernel/list/address';
import { LeftOut } from '../kernel/list/LeftOut';
import { ListFrame } from '../kernel/list/ListFrame';
import { ListTable } from '../kernel/list/ListTable';
import { totalOf, useList } from '../kernel/list/useList';
import { ColumnPicker } from '../kernel/list/views/ColumnPicker';
import { useAddress } from '../kernel/list/views/useAddress';
import { useViews } from '../kernel/list/views/useViews';
import { ViewBar } from '../kernel/list/views/ViewBar';
import { useWords } from '../kernel/words';
import { Bulk } from './Bulk';
import { CELLS } from './cells';
import { CountedBy } from './CountedBy';
import { ExportButton } from './ExportButton';
import { FilterBar } from './FilterBar';
import { LedgerButton } from './LedgerButton';
import { allColumns, filterNames, type CaseListConfig, type Column } from './lists';
import { aboutOf, type Row } from './row';
import { StartButton } from './StartButton';

/** 报修工单, 投诉, 整改措施, 咨询 …: all cases of a type that I may see. */
export default function CaseListPage({ list }: { list: CaseListConfig }) {
  const { plural } = list;
  const { t, first } = useWords();
  useOfficeTime();
  const known = React.useMemo(() => filterNames(list), [list]);
  const address = useAddress(known);
  const { filters } = address;
  const views = useViews(plural);
  const found = useList<Row>(plural, filters);
  const caseLink = useCaseLink();
  useLeavesTrail(
    `list.title.${plural}`,
    (found.rows ?? []).map(({ documentId }) => caseLink(uidOf(list.type), documentId))
  );
  const [selected, setSelected] = React.useState<Set<string>>(new Set());

  const every = allColumns(list);
  const wanted = address.columns ?? views.columns;
  const shown = columnsIn<Column>(wanted, every, list.columns);
  const headOf = (column: Column) => t(`list.head.${column}`);
  const change = (next: typeof filters) => {
    setSelected(new Set());
    address.setFilters(next);
  };

  return (
    <Page.Main>
      <Page.Title>{t(`list.title.${plural}`)}</Page.Title>
      <Layouts.Header
        title={t(`list.title.${plural}`)}
        subtitle={found.meta ? t('list.total', { total: totalOf(found.meta) }) : undefined}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            <ExportButton plural={plural} filters={filters} />
            {list.ledger && <LedgerButton plural={plural} />}
            {list.taken && <IntakeButton />}
            {list.starts && <StartButton list={list} />}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <ViewBar list={plural} builtIn={list.views} views={views} address={address} shown={wanted ? shown : null}>
            <ColumnPicker
              known={every}
              shown={shown}
              headOf={headOf}
              onChange={(next) => {
                address.setColumns(next);
                void views.set({ columns: next }).catch(() => undefined);
              }}
            />
          </ViewBar>
          <FilterBar list={list} filters={filters} onChange={change} />
          <CountedBy filters={filters} onChange={change} />
          <LeftOut address={address} failure={found.failure} />
          <Bulk
            list={list}
            rows={found.rows}
            marked={selected}
            onMark={setSelected}
            onDone={() => void found.refresh()}
          />
          <ListFrame
            list={found}
            empty={first([`list.empty.${plural}`], t('list.empty'))}
            narrowed={Object.keys(filters).some((name) => name !== 'sort')}
            onClear={() => change({})}
          >
            {(rows) => (
              <ListTable
                label={t(`list.title.${plural}`)}
                rows={rows}
                columns={shown.map((column) => {
                  const Cell = CELLS[column];
                  return { key: column, head: headOf(column), cell: (row: Row) => <Cell list={list} row={row} /> };
                })}
                marking={{
                  marked: selected,
                  onMark: setSelected,
                  nameOf: (row) => row.number || aboutOf(row),
                }}
              />
            )}
          </ListFrame>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
