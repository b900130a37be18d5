import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { DocumentListItem, DocumentVolume } from '../../../contracts';
import { useCaseList } from '../case-list/useCaseList';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useWords } from '../kernel/words';
import { FailureNote } from '../notices/FailureNote';
import { DOCUMENT_READ, rightOf } from '../permissions';
import { DocumentFilters } from './DocumentFilters';
import { DocumentTable } from './DocumentTable';
import { PrintVolume } from './PrintVolume';
import { addressOf, filtersOf, isNarrowed, viewIn, type View } from './view';

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

function Shelf({ view }: { view: View }) {
  const { t } = useWords();
  const filters = React.useMemo(() => filtersOf(view), [view]);
  const { rows, meta, failure, busy, refresh, more } = useCaseList<DocumentListItem>('documents', filters);
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failure && <FailureNote failure={failure} stale={rows !== null} onAgain={() => void refresh()} />}
      {!rows && !failure && <Page.Loading />}
      {rows?.length === 0 && (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" />}
          content={t(isNarrowed(view) ? 'list.empty' : `documents.empty.${view.tab}`)}
        />
      )}
      {rows && rows.length > 0 && (
        <Box>
          <DocumentTable rows={rows} />
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

function Documents() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const view = React.useMemo(() => viewIn(params), [params]);
  const volumes = useVolumes(view.community);
  const [printing, setPrinting] = React.useState(false);
  const files = useAuth('Documents', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('document.file')
  );
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
          <Button variant="tertiary" startIcon={<Download />} onClick={() => setPrinting(true)}>
            {t('documents.volume')}
          </Button>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <DocumentFilters
            view={view}
            volumes={volumes}
            onChange={(next) => setParams(addressOf(next), { replace: true })}
          />
          <Shelf key={view.tab} view={view} />
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
