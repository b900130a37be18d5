import { Box, Checkbox, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { TICKET_ENDED, INQUIRY_ENDED } from '../../../contracts';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { aboutOf, handlerOf, placeOf, type Row } from './row';

interface CaseTableProps {
  type: string;
  rows: Row[];
  selected: Set<string>;
  onSelect: (selected: Set<string>) => void;
}

const ENDED = new Set<string>([...TICKET_ENDED, ...INQUIRY_ENDED]);

function Due({ row }: { row: Row }) {
  const times = useTimes();
  const now = useNow();
  if (!row.dueAt || ENDED.has(row.state)) {
    return <Typography textColor="neutral600">{times.moment(row.createdAt, now)}</Typography>;
  }
  return <CaseClock obligation={promisedBy(row.dueAt, row.overdue ?? false)} />;
}

/** The lines of a case list; each opens its case, and the marked ones go into a print or a bulk action. */
export function CaseTable({ type, rows, selected, onSelect }: CaseTableProps) {
  const { t } = useWords();
  const caseLink = useCaseLink();
  const all = rows.length > 0 && rows.every(({ documentId }) => selected.has(documentId));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const heads = ['number', 'about', 'place', 'state', 'due'];

  return (
    <Table colCount={heads.length + 1} rowCount={rows.length + 1}>
      <Thead>
        <Tr>
          <Th>
            <Checkbox
              aria-label={t('list.selectAll')}
              checked={all ? true : selected.size > 0 ? 'indeterminate' : false}
              onCheckedChange={() => onSelect(all ? new Set() : new Set(rows.map(({ documentId }) => documentId)))}
            />
          </Th>
          {heads.map((head) => (
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
                aria-label={t('list.select', { number: row.number })}
                checked={selected.has(row.documentId)}
                onCheckedChange={() => toggle(row.documentId)}
              />
            </Td>
            <Td>
              <Link tag={NavLink} to={caseLink(uidOf(type), row.documentId)} style={{ whiteSpace: 'nowrap' }}>
                {row.number}
              </Link>
            </Td>
            <Td>
              <Box maxWidth="clamp(16rem, 17vw, 44rem)">
                <Flex gap={2}>
                  <UrgentBadge priority={row.priority} />
                  <Typography ellipsis title={aboutOf(row)}>
                    {aboutOf(row)}
                  </Typography>
                </Flex>
                {row.category && (
                  <Typography variant="pi" textColor="neutral600">
                    {row.category.name}
                  </Typography>
                )}
              </Box>
            </Td>
            <Td>
              <Typography>{placeOf(row)}</Typography>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {[row.community?.name, row.reporterName].filter(Boolean).join(' · ')}
              </Typography>
            </Td>
            <Td>
              <StateBadge type={type} state={row.state} />
              {handlerOf(row) && (
                <Box maxWidth="14rem" paddingTop={1}>
                  <Typography variant="pi" textColor="neutral600" tag="div" ellipsis title={handlerOf(row)}>
                    {handlerOf(row)}
                  </Typography>
                </Box>
              )}
            </Td>
            <Td>
              <Due row={row} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
