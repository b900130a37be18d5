import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Pin } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { NoticeListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { ListTable, type ListColumn } from '../kernel/list/ListTable';
import { useWords } from '../kernel/words';
import { Decide } from './Decide';
import type { Tab } from './tabs';

/** The page of one notice. */
export const noticeLink = (documentId: string): string => `${listLink('notices')}/${documentId}`;

function Small({ children }: { children: React.ReactNode }) {
  return (
    <Typography variant="pi" textColor="neutral600" tag="div">
      {children}
    </Typography>
  );
}

/** The moments of a notice that matter in its state. */
function When({ row }: { row: NoticeListItem }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const moment = (iso: string) => times.moment(iso, now);
  return (
    <>
      <Typography>
        {row.issuedAt
          ? t('notices.issued', { time: moment(row.issuedAt) })
          : row.publishAt
            ? t('notices.planned', { time: moment(row.publishAt) })
            : t('notices.written', { time: moment(row.createdAt) })}
      </Typography>
      {row.expiresAt && <Small>{t('notices.until', { time: moment(row.expiresAt) })}</Small>}
      {row.dueAt && <CaseClock obligation={promisedBy(row.dueAt, row.overdue)} />}
    </>
  );
}

interface NoticeTableProps {
  rows: NoticeListItem[];
  tab: Tab;
  onChanged: () => void;
}

/** The notices of a tab; in the approval queue each can be decided on at once. */
export function NoticeTable({ rows, tab, onChanged }: NoticeTableProps) {
  const { t } = useWords();
  const [deciding, setDeciding] = React.useState<NoticeListItem | null>(null);
  const columns: ListColumn<NoticeListItem>[] = [
    {
      key: 'notice',
      head: t('notices.head.notice'),
      cell: (row) => (
        <Box maxWidth="44rem" minWidth="20rem" style={{ whiteSpace: 'normal' }}>
          <Flex gap={2}>
            {row.pinned && <Pin aria-label={t('notices.pinned')} width="1.4rem" fill="primary600" />}
            <Link tag={NavLink} to={noticeLink(row.documentId)} style={{ overflowWrap: 'anywhere' }}>
              {row.title}
            </Link>
          </Flex>
          <Small>{[t(`notice.kind.${row.kind}`), row.number].filter(Boolean).join(' · ')}</Small>
        </Box>
      ),
    },
    {
      key: 'audience',
      head: t('notices.head.audience'),
      cell: (row) => (
        <Box maxWidth="20rem" style={{ whiteSpace: 'normal' }}>
          <Typography>{row.community.name}</Typography>
          <Small>
            {row.buildings.length === 0
              ? t('notices.everywhere')
              : row.buildings.length > 4
                ? t('notices.buildings', { count: row.buildings.length })
                : row.buildings.map(({ name }) => name).join(t('form.listComma'))}
          </Small>
        </Box>
      ),
    },
    {
      key: 'channels',
      head: t('notices.head.channels'),
      cell: (row) => (
        <Box maxWidth="18rem" style={{ whiteSpace: 'normal' }}>
          <Typography>
            {row.channels.map((channel) => t(`notice.channel.${channel}`)).join(t('form.listComma'))}
          </Typography>
          {row.posted && row.state === 'published' && <Small>{t('notices.posted', row.posted)}</Small>}
        </Box>
      ),
    },
    {
      key: 'who',
      head: t('notices.head.who'),
      cell: (row) => (
        <>
          <Typography>{row.author?.name ?? t('case.empty')}</Typography>
          {row.approver && <Small>{t('notices.approvedBy', { name: row.approver.name })}</Small>}
        </>
      ),
    },
    { key: 'when', head: t('notices.head.when'), cell: (row) => <When row={row} /> },
    {
      key: 'state',
      head: t('list.state'),
      cell: (row) =>
        tab === 'submitted' ? (
          <Button size="S" variant="secondary" onClick={() => setDeciding(row)}>
            {t('notices.decide')}
          </Button>
        ) : (
          <StateBadge type="notice" state={row.state} />
        ),
    },
  ];
  return (
    <>
      <ListTable label={t('list.title.notices')} columns={columns} rows={rows} />
      {deciding && (
        <Decide
          key={deciding.documentId}
          notice={deciding}
          onDone={() => {
            setDeciding(null);
            onChanged();
          }}
          onClose={() => setDeciding(null)}
        />
      )}
    </>
  );
}
