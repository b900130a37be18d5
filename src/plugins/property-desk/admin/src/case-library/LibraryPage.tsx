import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseStudyFacets } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { LIBRARY_READ, rightOf } from '../permissions';
import { LibraryFilters } from './LibraryFilters';
import { addressOf, wantedIn, type Wanted } from './pieces';
import { StudyCard } from './StudyCard';
import { useStudies } from './useStudies';

const Shelf = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr));
  gap: 1.6rem;
`;

const isNarrowed = ({ q, category, article, tag }: Wanted) => Boolean(q.trim() || category || article || tag);

/** What the library can be narrowed by; without an answer the box to search in still works. */
function useFacets(): CaseStudyFacets | null {
  const api = useDeskApi();
  const [facets, setFacets] = React.useState<CaseStudyFacets | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.studyFacets().then(
      (answer) => !gone && setFacets(answer),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return facets;
}

function Library() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const wanted = React.useMemo(() => wantedIn(params), [params]);
  const { studies, meta, failure, busy, more, again } = useStudies(wanted);
  const facets = useFacets();
  const works = useAuth('Library', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('case-study.amend')
  );
  const change = (next: Wanted) => setParams(addressOf(next), { replace: true });
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';

  return (
    <Page.Main>
      <Page.Title>{t('library.title')}</Page.Title>
      <Layouts.Header title={t('library.title')} subtitle={meta ? t('library.subtitle', { total }) : undefined} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <LibraryFilters wanted={wanted} facets={facets} works={works} onChange={change} />
          {failure && (
            <Notice
              variant="warning"
              title={t(studies ? 'error.stale' : 'error.failed')}
              action={
                <Button variant="tertiary" size="S" onClick={() => void again()}>
                  {t('library.again')}
                </Button>
              }
            >
              {failure.kind === 'offline' ? t('error.offline') : failure.message}
            </Notice>
          )}
          {!studies && !failure && <Page.Loading />}
          {studies && studies.length === 0 && (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={t(
                isNarrowed(wanted)
                  ? 'library.nothingFound'
                  : wanted.state === 'published'
                    ? 'library.empty'
                    : 'library.emptyState'
              )}
              action={
                isNarrowed(wanted) && (
                  <Button
                    variant="secondary"
                    onClick={() => change({ ...wantedIn(new URLSearchParams()), state: wanted.state })}
                  >
                    {t('library.showAll')}
                  </Button>
                )
              }
            />
          )}
          {studies && studies.length > 0 && (
            <Shelf aria-busy={busy} data-testid="library">
              {studies.map((study) => (
                <StudyCard key={study.documentId} study={study} query={wanted.q} />
              ))}
            </Shelf>
          )}
          {studies && more && (
            <Flex justifyContent="center">
              <Button variant="tertiary" loading={busy} onClick={() => void more()}>
                {t('list.more')}
              </Button>
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 案例库: what complaints have taught, to be searched and read. */
export default function LibraryPage() {
  return (
    <Page.Protect permissions={LIBRARY_READ}>
      <Library />
    </Page.Protect>
  );
}
