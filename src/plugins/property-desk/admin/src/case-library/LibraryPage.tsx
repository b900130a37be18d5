import * as React from 'react';
import { Box, Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { CaseStudyFacets, CaseStudyListItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { totalOf, useList } from '../kernel/list/useList';
import { useSearchedAddress } from '../kernel/list/useSearchedAddress';
import { useWords } from '../kernel/words';
import { LIBRARY_READ } from '../permissions';
import { LibraryFilters } from './LibraryFilters';
import { addressOf, filtersOf, wantedIn, type Wanted } from './pieces';
import { StudyCard } from './StudyCard';
import { useMay } from '../kernel/rights';

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
  const [wanted, change] = useSearchedAddress(wantedIn, addressOf);
  const filters = React.useMemo(() => filtersOf(wanted), [wanted]);
  const list = useList<CaseStudyListItem>('case-studies', filters, null);
  const facets = useFacets();
  const works = useMay('case-study.amend');

  return (
    <Page.Main>
      <Page.Title>{t('library.title')}</Page.Title>
      <Layouts.Header
        title={t('library.title')}
        subtitle={list.meta ? t('library.subtitle', { total: totalOf(list.meta) }) : undefined}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          <LibraryFilters wanted={wanted} facets={facets} works={works} onChange={change} />
          <ListFrame
            list={list}
            empty={t(wanted.state === 'published' ? 'library.empty' : 'library.emptyState')}
            narrowed={isNarrowed(wanted)}
            onClear={() => change({ ...wantedIn(new URLSearchParams()), state: wanted.state })}
          >
            {(studies) => (
              <Shelf data-testid="library">
                {studies.map((study) => (
                  <StudyCard key={study.documentId} study={study} query={wanted.q} />
                ))}
              </Shelf>
            )}
          </ListFrame>
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
