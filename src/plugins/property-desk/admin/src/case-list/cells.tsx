import type * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { Ref } from '../../../contracts';
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
import { useMay } from '../kernel/rights';

interface CellProps {
  list: CaseListConfig;
  row: Row;
}

/** A value by itself, on one line. */
function Plain({ children }: { children: React.ReactNode }) {
  return <Typography style={{ whiteSpace: 'nowrap' }}>{children}</Typography>;
}

function Moment({ at }: { at: string | null | undefined }) {
  const times = useTimes();
  const now = useNow();
  return <Plain>{at ? times.moment(at, now) : ''}</Plain>;
}

/** What a case comes from; a name only, for those who may not read it. */
function SourceLink({ type, source: { documentId, name } }: { type: string; source: Ref }) {
  const caseLink = useCaseLink();
  const may = useMay(`${type}.read`);
  if (!may) return <Typography style={{ whiteSpace: 'nowrap' }}>{name}</Typography>;
  return (
    <Link tag={NavLink} to={caseLink(uidOf(type), documentId)} style={{ whiteSpace: 'nowrap' }}>
      {name}
    </Link>
  );
}

/** What stands in each column. */
export const CELLS: Record<Column, React.ComponentType<CellProps>> = {
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
    return (
      <>
        <Flex gap={2} wrap="wrap">
          {sourcesOf(row).map((source) => (
            <SourceLink key={source.documentId} type="complaint" source={source} />
          ))}
          {row.minutes && <SourceLink type="document" source={row.minutes} />}
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
  category: ({ row }) => <Plain>{row.category?.name}</Plain>,
  urgency: function UrgencyCell({ list, row }) {
    const words = useWords();
    const value = row.severity ?? row.priority;
    const field = row.severity ? 'severity' : 'priority';
    return <Plain>{value ? choiceName(words, list.type, field, value) : ''}</Plain>;
  },
  kind: function KindCell({ list, row }) {
    const words = useWords();
    return <Plain>{row.kind ? choiceName(words, list.type, 'kind', row.kind) : ''}</Plain>;
  },
  community: ({ row }) => <Plain>{row.community?.name}</Plain>,
  handler: ({ row }) => <Plain>{handlerOf(row)}</Plain>,
  reporter: function ReporterCell({ row }) {
    const { t } = useWords();
    return <Plain>{row.anonymous ? t('case.anonymous') : (row.reporterName ?? row.resident?.name)}</Plain>;
  },
  telephone: ({ row }) => <Plain>{row.contactTelephone ?? row.telephone}</Plain>,
  createdAt: ({ row }) => <Moment at={row.createdAt} />,
  promisedAt: ({ row }) => <Moment at={row.promisedAt} />,
};
