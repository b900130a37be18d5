import type * as React from 'react';
import { Box, Checkbox, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { PresentNote } from '../kernel/live/PresentNote';
import { choiceName, useWords } from '../kernel/words';
import type { CaseListConfig, Column } from './lists';
import { aboutOf, handlerOf, placeOf, sourcesOf, type Row } from './row';

interface CellProps {
  list: CaseListConfig;
  row: Row;
}

const CELLS: Record<Column, React.ComponentType<CellProps>> = {
  number: function NumberCell({ list, row }) {
    const caseLink = useCaseLink();
    return (
      <>
        <Link tag={NavLink} to={caseLink(uidOf(list.type), row.documentId)} style={{ whiteSpace: 'nowrap' }}>
          {row.number || aboutOf(row)}
        </Link>
        <PresentNote documentId={row.documentId} />
      </>
    );
  },
  about: function AboutCell({ list, row }) {
    const words = useWords();
    const facts = [
      row.kind && row.kind !== 'complaint' ? choiceName(words, list.type, 'kind', row.kind) : null,
      row.category?.name,
      row.item && words.t(`loan.itemType.${row.item.type}`),
      row.purpose,
      row.repeatCount ? words.t('list.repeats', { count: row.repeatCount }) : null,
    ];
    return (
      <Box maxWidth="clamp(16rem, calc(100vw - 110rem), 60rem)">
        <Flex gap={2}>
          <UrgentBadge type={list.type} priority={row.severity ?? row.priority} />
          <Typography ellipsis title={aboutOf(row)}>
            {aboutOf(row)}
          </Typography>
        </Flex>
        <Typography variant="pi" textColor="neutral600">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
    );
  },
  claim: function ClaimCell({ row }) {
    const words = useWords();
    const kind = row.kind && words.first([`resident.kind.${row.kind}`], row.kind);
    return (
      <>
        <Typography>{row.name}</Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {[kind, row.telephone].filter(Boolean).join(' · ')}
        </Typography>
      </>
    );
  },
  room: function RoomCell({ row }) {
    const { t } = useWords();
    return (
      <>
        <Typography>{row.household?.name ?? row.room}</Typography>
        <Typography variant="pi" textColor={row.household ? 'neutral600' : 'warning700'} tag="div">
          {[row.community?.name, row.household ? null : t('binding.unmatched')].filter(Boolean).join(' · ')}
        </Typography>
      </>
    );
  },
  place: function PlaceCell({ row }) {
    const { t } = useWords();
    return (
      <>
        <Typography>{placeOf(row)}</Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {[row.community?.name, row.anonymous ? t('case.anonymous') : (row.reporterName ?? row.resident?.name)]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </>
    );
  },
  source: function SourceCell({ row }) {
    const caseLink = useCaseLink();
    return (
      <>
        <Flex gap={2} wrap="wrap">
          {sourcesOf(row).map(({ documentId, name }) => (
            <Link
              key={documentId}
              tag={NavLink}
              to={caseLink(uidOf('complaint'), documentId)}
              style={{ whiteSpace: 'nowrap' }}
            >
              {name}
            </Link>
          ))}
          {row.minutes && (
            <Link
              tag={NavLink}
              to={caseLink(uidOf('document'), row.minutes.documentId)}
              style={{ whiteSpace: 'nowrap' }}
            >
              {row.minutes.name}
            </Link>
          )}
        </Flex>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {row.community?.name}
        </Typography>
      </>
    );
  },
  state: function StateCell({ list, row }) {
    return (
      <>
        <StateBadge type={list.type} state={row.state} />
        {handlerOf(row) && (
          <Box maxWidth="14rem" paddingTop={1}>
            <Typography variant="pi" textColor="neutral600" tag="div" ellipsis title={handlerOf(row)}>
              {handlerOf(row)}
            </Typography>
          </Box>
        )}
      </>
    );
  },
  due: function DueCell({ list, row }) {
    const times = useTimes();
    const now = useNow();
    if (!row.dueAt || list.ended.includes(row.state)) {
      return (
        <Typography textColor="neutral600">
          {times.moment((!list.ended.includes(row.state) && row.until) || row.createdAt, now)}
        </Typography>
      );
    }
    return <CaseClock obligation={promisedBy(row.dueAt, row.overdue ?? false)} />;
  },
};

interface CaseTableProps {
  list: CaseListConfig;
  rows: Row[];
  selected: Set<string>;
  onSelect: (selected: Set<string>) => void;
}

/** The lines of a case list; each opens its case, and the marked ones go into a print or a bulk action. */
export function CaseTable({ list, rows, selected, onSelect }: CaseTableProps) {
  const { t } = useWords();
  const all = rows.length > 0 && rows.every(({ documentId }) => selected.has(documentId));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };

  return (
    <Table colCount={list.columns.length + 1} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={t('list.selectAll')}
              checked={all ? true : selected.size > 0 ? 'indeterminate' : false}
              onCheckedChange={() => onSelect(all ? new Set() : new Set(rows.map(({ documentId }) => documentId)))}
            />
          </Th>
          {list.columns.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {t(`list.head.${head}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.documentId}>
            <Td>
              <Checkbox
                aria-label={t('list.select', { number: row.number || aboutOf(row) })}
                checked={selected.has(row.documentId)}
                onCheckedChange={() => toggle(row.documentId)}
              />
            </Td>
            {list.columns.map((column) => {
              const Cell = CELLS[column];
              return (
                <Td key={column}>
                  <Cell list={list} row={row} />
                </Td>
              );
            })}
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
