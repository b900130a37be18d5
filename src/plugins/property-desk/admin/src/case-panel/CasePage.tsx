import * as React from 'react';
import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseDetail } from '../../../contracts';
import { useWords } from '../kernel/words';
import { CaseSide } from './CaseSide';
import { CaseAbout, CaseStory } from './CaseStory';
import { TrailNav } from './TrailNav';
import { useCase } from './useCase';
import { whyOf } from '../kernel/failure';

/**
 * Facts, then what can be done, then the story, under each other; where there is room, what can be done stands beside
 * the others and stays in sight.
 */
const Sheet = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  gap: 1.6rem;
  @media (min-width: 1280px) {
    grid-template-columns: minmax(0, 1fr) 36rem;
    grid-template-rows: auto 1fr;
    align-items: start;
    gap: 1.6rem 2.4rem;
  }
  @media (min-width: 1680px) {
    grid-template-columns: minmax(0, 1fr) 44rem;
  }
  @media print {
    display: block;
  }
`;

const Side = styled(Box)`
  @media (min-width: 1280px) {
    grid-column: 2;
    grid-row: 1 / span 2;
    position: sticky;
    top: 8rem;
    max-height: calc(100vh - 9.6rem);
    overflow-y: auto;
  }
`;

interface CasePageProps {
  plural: string;
  /** What else a page of this type shows, below what the case is about. */
  about?: (detail: CaseDetail, refresh: () => void) => React.ReactNode;
  /** `about` says what the case is about, and says all of it. */
  wholly?: boolean;
  /** The list that the page leads back to where one did not come from any; the desk where there is none. */
  back?: string;
  /** Actions that have a place of their own on the page. */
  without?: readonly string[];
}

function CaseOf({
  plural,
  documentId,
  about,
  wholly = false,
  back,
  without = [],
}: CasePageProps & { documentId: string }) {
  const { t } = useWords();
  const { detail: read, failure, refresh } = useCase(plural, documentId);
  const onChanged = React.useCallback(() => void refresh(), [refresh]);
  const detail = read && { ...read, actions: read.actions.filter(({ name }) => !without.includes(name)) };
  const name = (detail?.case.number || detail?.case.title) ?? '';
  return (
    <Page.Main>
      <Page.Title>{name || t('nav.title')}</Page.Title>
      <Layouts.Header
        title={name}
        subtitle={name === detail?.case.title ? undefined : detail?.case.title}
        navigationAction={<TrailNav back={back} />}
      />
      <Layouts.Content>
        {!detail && failure && <Typography role="alert">{whyOf(failure, t)}</Typography>}
        {!detail && !failure && <Loader>{t('form.loading')}</Loader>}
        {detail && (
          <Sheet data-testid="case-panel">
            <Flex direction="column" alignItems="stretch" gap={4}>
              {!wholly && <CaseAbout detail={detail} />}
              {read && about?.(read, onChanged)}
            </Flex>
            <Side
              tag="aside"
              aria-label={t('case.panel')}
              background="neutral0"
              hasRadius
              shadow="tableShadow"
              padding={4}
            >
              <CaseSide detail={detail} failure={failure} onChanged={onChanged} keys />
            </Side>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <CaseStory detail={detail} onChanged={onChanged} />
            </Flex>
          </Sheet>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** Everything about one case in one place: what it is about, what can be done now, and how it came to this. */
export default function CasePage(props: CasePageProps) {
  const { documentId = '' } = useParams();
  return <CaseOf key={documentId} {...props} documentId={documentId} />;
}
