import * as React from 'react';
import { Flex, LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { NoticeListItem } from '../../../contracts';
import { ExportButton } from '../case-list/ExportButton';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { useList } from '../kernel/list/useList';
import { useSearchedAddress } from '../kernel/list/useSearchedAddress';
import { PageViews } from '../kernel/list/views/PageViews';
import { useWords } from '../kernel/words';
import { NOTICE_READ } from '../permissions';
import { NoticeFilters } from './NoticeFilters';
import { NoticeTable } from './NoticeTable';
import { addressOf, filtersOf, isNarrowed, viewIn, type View } from './tabs';
import { ToPost } from './ToPost';
import { useMay } from '../kernel/rights';

/** What the page reads off its address. */
const KNOWN = ['tab', 'kind', 'community', 'q'];

/** The list of one tab, growing page by page. */
function Shelf({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t } = useWords();
  const filters = React.useMemo(() => filtersOf(view), [view]);
  const list = useList<NoticeListItem>('notices', filters);
  return (
    <ListFrame
      list={list}
      empty={t(`notices.empty.${view.tab}`)}
      narrowed={isNarrowed(view)}
      onClear={() => onChange({ tab: view.tab, kind: null, community: null, q: '' })}
    >
      {(rows) => <NoticeTable rows={rows} tab={view.tab} onChanged={() => void list.refresh()} />}
    </ListFrame>
  );
}

function Notices() {
  const { t } = useWords();
  useOfficeTime();
  const [view, change] = useSearchedAddress(viewIn, addressOf);
  const writes = useMay('notice.draft');
  return (
    <Page.Main>
      <Page.Title>{t('list.title.notices')}</Page.Title>
      <Layouts.Header
        title={t('list.title.notices')}
        subtitle={t('notices.subtitle')}
        primaryAction={
          <Flex gap={2}>
            <ExportButton plural="notices" filters={filtersOf(view)} />
            {writes && (
              <LinkButton tag={NavLink} to={`${listLink('notices')}/new`} startIcon={<Plus />}>
                {t('notices.new')}
              </LinkButton>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <PageViews list="notices" known={KNOWN} />
          <NoticeFilters view={view} onChange={change} />
          {view.tab === 'to-post' ? <ToPost /> : <Shelf key={view.tab} view={view} onChange={change} />}
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
