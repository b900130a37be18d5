import { Box, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import type { ArchiveImportItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

const HEADS = ['number', 'file', 'state', 'rows', 'at'] as const;

/** Past imports, latest first. */
export function ImportTable({ items }: { items: ArchiveImportItem[] }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  return (
    <Table colCount={HEADS.length} rowCount={items.length + 1}>
      <Thead>
        <Tr>
          {HEADS.map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {t(`archive.list.${head}`)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {items.map((item) => {
          const rows = item.written ?? item.found;
          return (
            <Tr key={item.documentId}>
              <Td>
                <Typography
                  tag={Link}
                  to={`${listLink('archive-imports')}/${item.documentId}`}
                  textColor="primary600"
                  style={{ whiteSpace: 'nowrap' }}
                >
                  {item.number}
                </Typography>
              </Td>
              <Td>
                <Box maxWidth="32rem">
                  <Typography tag="div" ellipsis title={item.fileName}>
                    {item.fileName}
                  </Typography>
                  <Typography variant="pi" textColor="neutral600">
                    {[item.community.name, item.uploadedBy].join(' · ')}
                  </Typography>
                </Box>
              </Td>
              <Td>
                <StateBadge type="archive-import" state={item.state} />
              </Td>
              <Td>
                <Typography>
                  {rows
                    ? t('archive.list.tally', {
                        added: rows.added,
                        changed: rows.changed,
                        leftOut: rows.leftOut + (item.written ? (item.found?.leftOut ?? 0) : 0),
                      })
                    : (item.failure ?? t('case.empty'))}
                </Typography>
              </Td>
              <Td>
                <Typography style={{ whiteSpace: 'nowrap' }}>{times.moment(item.createdAt, now)}</Typography>
              </Td>
            </Tr>
          );
        })}
      </Tbody>
    </Table>
  );
}
