import { Badge, Box, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { DocumentListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useTimes } from '../kernel/clock/times';
import { stateName, useWords } from '../kernel/words';
import { TwinNote } from './Twins';

/** The page of one document. */
export const documentLink = (documentId: string): string => `${listLink('documents')}/${documentId}`;

const HEADS = ['document', 'date', 'retention', 'paper', 'electronic', 'state'];

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
export function DocumentTable({ rows }: { rows: DocumentListItem[] }) {
  const { t } = useWords();
  const { date } = useTimes();
  return (
    <Table colCount={HEADS.length} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {t(`documents.head.${head}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {rows.map((row) => (
          <Tr key={row.documentId}>
            <Td>
              <Box maxWidth="44rem" minWidth="22rem" style={{ whiteSpace: 'normal' }}>
                <Flex gap={2} wrap="wrap">
                  <Link tag={NavLink} to={documentLink(row.documentId)} style={{ overflowWrap: 'anywhere' }}>
                    {row.title}
                  </Link>
                  {row.secrecy === 'confidential' && <Badge>{t('document.secrecy.confidential')}</Badge>}
                  <SourceBadge document={row} />
                </Flex>
                <Typography variant="pi" textColor="neutral600" tag="div">
                  {[t(`document.kind.${row.kind}`), row.number, row.party, row.community.name]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </Box>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'nowrap' }}>{date(row.date)}</Typography>
            </Td>
            <Td>
              <Typography>{t(`document.retention.${row.retention}`)}</Typography>
              {row.keepUntil && (
                <Typography variant="pi" textColor="neutral600" tag="div">
                  {t('documents.until', { day: date(row.keepUntil) })}
                </Typography>
              )}
            </Td>
            <Td>
              <TwinNote document={row} twin="paper" />
            </Td>
            <Td>
              <TwinNote document={row} twin="electronic" />
            </Td>
            <Td>
              <StateBadge type="document" state={row.state} />
              {row.dueAt && <CaseClock obligation={promisedBy(row.dueAt, row.overdue)} />}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
