import type * as React from 'react';
import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { DocumentListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useTimes } from '../kernel/clock/times';
import { ListTable, type Marking } from '../kernel/list/ListTable';
import { stateName, useWords } from '../kernel/words';
import { TwinNote } from './Twins';

/** The page of one document. */
export const documentLink = (documentId: string): string => `${listLink('documents')}/${documentId}`;

/** What has become of what filed itself. */
export function SourceBadge({ document: { source } }: { document: DocumentListItem }) {
  const words = useWords();
  if (!source?.state) return null;
  return (
    <Badge variant="danger">
      {words.t('documents.sourceNow', { state: stateName(words, source.type, source.state) })}
    </Badge>
  );
}

/** Documents as lines: what they are, and where both copies of them are. */
export function DocumentTable({ rows, marking }: { rows: DocumentListItem[]; marking: Marking<DocumentListItem> }) {
  const { t } = useWords();
  const { date } = useTimes();
  const column = (key: string, cell: (row: DocumentListItem) => React.ReactNode) => ({
    key,
    head: t(`documents.head.${key}`),
    cell,
  });
  const columns = [
    column('document', (row) => (
      <Box maxWidth="44rem" minWidth="22rem" style={{ whiteSpace: 'normal' }}>
        <Flex gap={2} wrap="wrap">
          <Link tag={NavLink} to={documentLink(row.documentId)} style={{ overflowWrap: 'anywhere' }}>
            {row.title}
          </Link>
          {row.secrecy === 'confidential' && <Badge>{t('document.secrecy.confidential')}</Badge>}
          <SourceBadge document={row} />
        </Flex>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {[t(`document.kind.${row.kind}`), row.number, row.party, row.community.name].filter(Boolean).join(' · ')}
        </Typography>
      </Box>
    )),
    column('date', (row) => <Typography style={{ whiteSpace: 'nowrap' }}>{date(row.date)}</Typography>),
    column('retention', (row) => (
      <>
        <Typography>{t(`document.retention.${row.retention}`)}</Typography>
        {row.keepUntil && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            {t('documents.until', { day: date(row.keepUntil) })}
          </Typography>
        )}
      </>
    )),
    column('paper', (row) => <TwinNote document={row} twin="paper" />),
    column('electronic', (row) => <TwinNote document={row} twin="electronic" />),
    column('state', (row) => (
      <>
        <StateBadge type="document" state={row.state} />
        {row.dueAt && <CaseClock obligation={promisedBy(row.dueAt, row.overdue)} />}
      </>
    )),
  ];
  return <ListTable label={t('list.title.documents')} columns={columns} rows={rows} marking={marking} />;
}
