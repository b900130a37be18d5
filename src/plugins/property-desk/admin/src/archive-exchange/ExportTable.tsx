import * as React from 'react';
import { Box, Button, Flex, Link, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { Check, Cross, Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ArchiveExportItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { hand } from '../kernel/download';
import { useWords } from '../kernel/words';
import { useArchiveApi } from './api';
import { RejectDialog } from './RejectDialog';
import { useRun } from './useRun';
import { useRights } from '../kernel/rights';

const HEADS = ['number', 'why', 'state', 'households', 'at', 'next'] as const;

function Next({ item, onDone }: { item: ArchiveExportItem; onDone: () => void }) {
  const { t } = useWords();
  const desk = useDeskApi();
  const api = useArchiveApi();
  const { toggleNotification } = useNotification();
  const { busy, trouble, run } = useRun();
  const [rejecting, setRejecting] = React.useState(false);
  const has = useRights();
  const may = (right: string) => has(`archive-export.${right}`);
  const act = (action: string, input: Record<string, unknown> = {}) =>
    run(action, async () => {
      await desk.act('archive-exports', item.documentId, action, input, item.revision);
      toggleNotification({ type: 'success', message: t(`archive.export.did.${action}`) });
      onDone();
    });
  const fetchFile = () =>
    run('file', async () => {
      const { blob, name } = await api.exportFile(item.documentId);
      hand(blob, name ?? `${item.number}.xlsx`);
    });

  return (
    <Flex direction="column" alignItems="flex-end" gap={1}>
      <Flex gap={2}>
        {item.state === 'requested' && !item.mine && may('approve') && (
          <Button size="S" startIcon={<Check />} loading={busy === 'approve'} onClick={() => void act('approve')}>
            {t('archive-export.action.approve')}
          </Button>
        )}
        {item.state === 'requested' && !item.mine && may('reject') && (
          <Button size="S" variant="tertiary" startIcon={<Cross />} onClick={() => setRejecting(true)}>
            {t('archive-export.action.reject')}
          </Button>
        )}
        {item.state === 'ready' && item.mine && (
          <Button size="S" startIcon={<Download />} loading={busy === 'file'} onClick={() => void fetchFile()}>
            {t('archive.export.fetch')}
          </Button>
        )}
        {['requested', 'ready'].includes(item.state) && item.mine && may('cancel') && (
          <Button size="S" variant="tertiary" loading={busy === 'cancel'} onClick={() => void act('cancel')}>
            {t('archive-export.action.cancel')}
          </Button>
        )}
      </Flex>
      {trouble && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {trouble}
        </Typography>
      )}
      {rejecting && (
        <RejectDialog
          onClose={() => setRejecting(false)}
          onReject={(reason) => {
            setRejecting(false);
            void act('reject', { reason });
          }}
        />
      )}
    </Flex>
  );
}

/** Exports that another had to agree to, with what comes next. */
export function ExportTable({ items, onDone }: { items: ArchiveExportItem[]; onDone: () => void }) {
  const { t } = useWords();
  const caseLink = useCaseLink();
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
        {items.map((item) => (
          <Tr key={item.documentId}>
            <Td>
              <Link tag={NavLink} to={caseLink(uidOf('archive-export'), item.documentId)}>
                <Typography style={{ whiteSpace: 'nowrap' }}>{item.number}</Typography>
              </Link>
            </Td>
            <Td>
              <Box maxWidth="30rem">
                <Typography tag="div" ellipsis title={item.reason}>
                  {item.reason}
                </Typography>
                <Typography variant="pi" textColor="neutral600">
                  {[item.community.name, item.requestedBy].join(' · ')}
                </Typography>
              </Box>
            </Td>
            <Td>
              <StateBadge type="archive-export" state={item.state} />
            </Td>
            <Td>
              <Typography>{item.households}</Typography>
              <Typography tag="div" variant="pi" textColor={item.plain ? 'danger600' : 'neutral600'}>
                {t(item.plain ? 'archive.export.isPlain' : 'archive.export.isMasked')}
              </Typography>
            </Td>
            <Td>
              <Typography style={{ whiteSpace: 'nowrap' }}>{times.moment(item.createdAt, now)}</Typography>
              {item.expiresAt && (
                <Typography tag="div" variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                  {t('archive.export.until', { at: times.moment(item.expiresAt, now) })}
                </Typography>
              )}
            </Td>
            <Td>
              <Next item={item} onDone={onDone} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
