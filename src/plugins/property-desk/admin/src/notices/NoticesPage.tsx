import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { NoticeListItem } from '../../../contracts';
import { useCaseList } from '../case-list/useCaseList';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useWords } from '../kernel/words';
import { NOTICE_READ, rightOf } from '../permissions';
import { FailureNote } from './FailureNote';
import { NoticeFilters } from './NoticeFilters';
import { NoticeTable } from './NoticeTable';
import { addressOf, filtersOf, isNarrowed, viewIn, type View } from './tabs';
import { ToPost } from './ToPost';

/** The list of one tab, growing page by page. */
function Shelf({ view }: { view: View }) {
  const { t } = useWords();
  const filters = React.useMemo(() => filtersOf(view), [view]);
  const { rows, meta, failure, busy, refresh, more } = useCaseList<NoticeListItem>('notices', filters);
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failure && <FailureNote failure={failure} stale={rows !== null} onAgain={() => void refresh()} />}
      {!rows && !failure && <Page.Loading />}
      {rows?.length === 0 && (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isNarrowed(view) ? 'list.empty' : `notices.empty.${view.tab}`)}
        />
      )}
      {rows && rows.length > 0 && (
        <Box>
          <NoticeTable rows={rows} tab={view.tab} onChanged={() => void refresh()} />
          <Flex justifyContent="center" paddingTop={4} gap={4}>
            <Typography variant="pi" textColor="neutral600">
              {t('list.shown', { shown: rows.length, total })}
            </Typography>
            {meta?.nextCursor && (
              <Button variant="tertiary" loading={busy} onClick={() => void more()}>
                {t('list.more')}
              </Button>
            )}
          </Flex>
        </Box>
      )}
    </Flex>
  );
}

function Notices() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const view = React.useMemo(() => viewIn(params), [params]);
  const writes = useAuth('Notices', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('notice.draft')
  );
  return (
    <Page.Main>
      <Page.Title>{t('list.title.notices')}</Page.Title>
      <Layouts.Header
        title={t('list.title.notices')}
        subtitle={t('notices.subtitle')}
        primaryAction={
          writes && (
            <LinkButton tag={NavLink} to={`${listLink('notices')}/new`} startIcon={<Plus />}>
              {t('notices.new')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <NoticeFilters view={view} onChange={(next) => setParams(addressOf(next), { replace: true })} />
          {view.tab === 'to-post' ? <ToPost /> : <Shelf key={view.tab} view={view} />}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 通知公告: by how far they have come, with the approval queue and what is still to be hung up. */
export default function NoticesPage() {
  return (
    <Page.Protect permissions={NOTICE_READ}>
      <Notices />
    </Page.Protect>
  );
}
