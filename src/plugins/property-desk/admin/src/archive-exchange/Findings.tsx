import * as React from 'react';
import { Badge, Box, Button, Flex, Table, Tabs, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import type { ArchiveFinding, ArchiveImportItem } from '../../../contracts';
import { hand } from '../kernel/download';
import { useWords } from '../kernel/words';
import { REPORT_PARTS, useArchiveApi, type ReportPart } from './api';
import { useRun } from './useRun';

type Head = keyof ArchiveFinding;
const HEADS: Record<ReportPart, Head[]> = {
  problems: ['sheet', 'row', 'column', 'text'],
  changes: ['sheet', 'row', 'about', 'column', 'from', 'to'],
  additions: ['sheet', 'row', 'about'],
  leftOut: ['sheet', 'row', 'column', 'text'],
};

function Lines({ documentId, part }: { documentId: string; part: ReportPart }) {
  const { t } = useWords();
  const api = useArchiveApi();
  const { busy, trouble, run } = useRun();
  const [lines, setLines] = React.useState<ArchiveFinding[]>([]);
  const [next, setNext] = React.useState<string | null>(null);
  const [total, setTotal] = React.useState<number | null>(null);

  const more = React.useCallback(
    (cursor: string | null) =>
      run('more', async () => {
        const page = await api.report(documentId, part, cursor);
        setLines((before) => (cursor ? [...before, ...page.data] : page.data));
        setNext(page.meta.nextCursor);
        setTotal(page.meta.total);
      }),
    [api, documentId, part, run]
  );
  React.useEffect(() => void more(null), [more]);

  const save = () =>
    run('file', async () => {
      const { blob, name } = await api.reportFile(documentId, part);
      hand(blob, name ?? `${part}.xlsx`);
    });

  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3}>
      {trouble && (
        <Typography role="alert" textColor="danger600">
          {trouble}
        </Typography>
      )}
      {lines.length > 0 && (
        <Table colCount={HEADS[part].length} rowCount={lines.length + 1}>
          <Thead>
            <Tr>
              {HEADS[part].map((head) => (
                <Th key={head}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(`archive.head.${head}`)}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {lines.map((line, index) => (
              <Tr key={index}>
                {HEADS[part].map((head) => (
                  <Td key={head}>
                    <Typography
                      tag="div"
                      textColor={head === 'from' ? 'neutral600' : 'neutral800'}
                      style={{ whiteSpace: 'normal', maxWidth: '60rem' }}
                    >
                      {line[head] ?? t('case.empty')}
                    </Typography>
                  </Td>
                ))}
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      <Flex gap={4} justifyContent="space-between" wrap="wrap">
        <Typography variant="pi" textColor="neutral600">
          {total === null ? '' : t('list.shown', { shown: lines.length, total })}
        </Typography>
        <Flex gap={2}>
          {next && (
            <Button variant="tertiary" loading={busy === 'more'} onClick={() => void more(next)}>
              {t('list.more')}
            </Button>
          )}
          <Button variant="secondary" startIcon={<Download />} loading={busy === 'file'} onClick={() => void save()}>
            {t('archive.import.saveList')}
          </Button>
        </Flex>
      </Flex>
    </Flex>
  );
}

/** What the check has found, part by part: what is wrong first. */
export function Findings({ item }: { item: ArchiveImportItem }) {
  const { t } = useWords();
  const parts = REPORT_PARTS.filter((part) => item.counts[part] > 0);
  const [first] = parts;
  if (!first) return null;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Tabs.Root defaultValue={first} variant="simple" key={parts.join()}>
        <Tabs.List aria-label={t('archive.import.findings')}>
          {parts.map((part) => (
            <Tabs.Trigger key={part} value={part}>
              <Flex gap={2} tag="span">
                {t(`archive.part.${part}`)}
                <Badge variant={part === 'problems' || part === 'leftOut' ? 'danger' : 'neutral'}>
                  {item.counts[part]}
                </Badge>
              </Flex>
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {parts.map((part) => (
          <Tabs.Content key={part} value={part}>
            <Lines documentId={item.documentId} part={part} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Box>
  );
}
