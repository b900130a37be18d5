import * as React from 'react';
import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { DocumentListItem, DocumentVolume } from '../../../contracts';
import { Bulk } from '../case-list/Bulk';
import { ExportButton } from '../case-list/ExportButton';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { useList } from '../kernel/list/useList';
import { useSearchedAddress } from '../kernel/list/useSearchedAddress';
import { PageViews } from '../kernel/list/views/PageViews';
import { useWords } from '../kernel/words';
import { DOCUMENT_READ } from '../permissions';
import { DocumentFilters } from './DocumentFilters';
import { DocumentTable } from './DocumentTable';
import { PrintVolume } from './PrintVolume';
import { addressOf, filtersOf, isNarrowed, viewIn, type View } from './view';
import { useMay } from '../kernel/rights';

/** The years that there are documents of; without an answer the other filters still work. */
function useVolumes(community: string | null): DocumentVolume[] {
  const api = useDeskApi();
  const [volumes, setVolumes] = React.useState<DocumentVolume[]>([]);
  React.useEffect(() => {
    let gone = false;
    api.documentVolumes(community).then(
      (found) => !gone && setVolumes(found),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, community]);
  return volumes;
}

/** Minutes differ in what was taken on: that is written down one by one. */
const BULK = { type: 'document', plural: 'documents', prints: true, single: ['add-action-item', 'attach'] };

/** What the page reads off its address. */
const KNOWN = ['tab', 'kind', 'year', 'community', 'q'];

function Shelf({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const { t } = useWords();
  const filters = React.useMemo(() => filtersOf(view), [view]);
  const list = useList<DocumentListItem>('documents', filters);
  const [marked, setMarked] = React.useState<Set<string>>(new Set());
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Bulk list={BULK} rows={list.rows} marked={marked} onMark={setMarked} onDone={() => void list.refresh()} />
      <ListFrame
        list={list}
        empty={t(`documents.empty.${view.tab}`)}
        narrowed={isNarrowed(view)}
        onClear={() => onChange({ tab: view.tab, kind: null, year: null, community: null, q: '' })}
      >
        {(rows) => <DocumentTable rows={rows} marking={{ marked, onMark: setMarked, nameOf: ({ title }) => title }} />}
      </ListFrame>
    </Flex>
  );
}

function Documents() {
  const { t } = useWords();
  useOfficeTime();
  const [view, change] = useSearchedAddress(viewIn, addressOf);
  const volumes = useVolumes(view.community);
  const [printing, setPrinting] = React.useState(false);
  const files = useMay('document.file');
  return (
    <Page.Main>
      <Page.Title>{t('list.title.documents')}</Page.Title>
      <Layouts.Header
        title={t('list.title.documents')}
        subtitle={t('documents.subtitle')}
        primaryAction={
          files && (
            <LinkButton tag={NavLink} to={`${listLink('documents')}/new`} startIcon={<Plus />}>
              {t('documents.new')}
            </LinkButton>
          )
        }
        secondaryAction={
          <Flex gap={2}>
            <ExportButton plural="documents" filters={filtersOf(view)} />
            <Button variant="tertiary" startIcon={<Download />} onClick={() => setPrinting(true)}>
              {t('documents.volume')}
            </Button>
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <PageViews list="documents" known={KNOWN} />
          <DocumentFilters view={view} volumes={volumes} onChange={change} />
          <Shelf key={view.tab} view={view} onChange={change} />
        </Flex>
        {printing && <PrintVolume community={view.community} onClose={() => setPrinting(false)} />}
      </Layouts.Content>
    </Page.Main>
  );
}

/** 文件档案: by year and kind, and what lacks one of its copies. */
export default function DocumentsPage() {
  return (
    <Page.Protect permissions={DOCUMENT_READ}>
      <Documents />
    </Page.Protect>
  );
}
