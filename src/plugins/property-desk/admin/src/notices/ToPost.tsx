import * as React from 'react';
import { Box, EmptyStateLayout, Flex, Link, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { NoticeToPost } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { FailureNote } from '../kernel/FailureNote';
import { noticeLink } from './NoticeTable';
import { RecordPosting } from './RecordPosting';
import { useMay } from '../kernel/rights';

const EVERY_MS = 60_000;

function Card({ item, records, onDone }: { item: NoticeToPost; records: boolean; onDone: () => void }) {
  const { t } = useWords();
  const { notice, community, dueAt, overdue, missing, done, total } = item;
  return (
    <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={5} data-testid="to-post">
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={3}>
        <Box>
          <Link tag={NavLink} to={noticeLink(notice.documentId)}>
            {notice.title}
          </Link>
          <Typography variant="pi" textColor="neutral600" tag="div">
            {[notice.number, t(`notice.kind.${notice.kind}`), community.name, t('notices.posted', { done, total })]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        {dueAt && <CaseClock obligation={promisedBy(dueAt, overdue)} />}
      </Flex>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {missing.map((building) => (
          <Flex
            tag="li"
            key={building.documentId}
            justifyContent="space-between"
            gap={3}
            wrap="wrap"
            paddingTop={2}
            paddingBottom={2}
            borderColor="neutral150"
            borderStyle="solid"
            borderWidth="1px 0 0 0"
          >
            <Typography fontWeight="semiBold">{building.name}</Typography>
            {records && <RecordPosting notice={notice.documentId} building={building} onDone={onDone} />}
          </Flex>
        ))}
      </Box>
    </Box>
  );
}

/** What still has to be hung up, and where; soonest due first. */
export function ToPost() {
  const { t } = useWords();
  const api = useDeskApi();
  const { data, failure, refresh } = usePolled(api.noticesToPost, EVERY_MS, { types: ['notice'] });
  const records = useMay('notice.record-posting');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failure && <FailureNote failure={failure} stale={data !== null} onAgain={() => void refresh()} />}
      {!data && !failure && <Page.Loading />}
      {data?.length === 0 && (
        <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('notices.empty.to-post')} />
      )}
      {data && data.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} style={{ listStyle: 'none' }}>
          {data.map((item) => (
            <Card key={item.notice.documentId} item={item} records={records} onDone={() => void refresh()} />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
