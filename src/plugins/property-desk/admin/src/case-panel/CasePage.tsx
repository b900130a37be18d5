import * as React from 'react';
import { Box, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import type { CaseDetail } from '../../../contracts';
import { DESK, listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { CasePanelContent, useCase } from './CasePanel';
import { CaseSummary } from './CaseSummary';

interface CasePageProps {
  plural: string;
  /** What else a page of this type shows, between what the case is about and its panel. */
  about?: (detail: CaseDetail) => React.ReactNode;
  /** The list that the page leads back to; the desk where there is none. */
  back?: string;
}

function CaseOf({ plural, documentId, about, back }: CasePageProps & { documentId: string }) {
  const { t } = useWords();
  const found = useCase(plural, documentId);
  const { detail } = found;
  return (
    <Page.Main>
      <Page.Title>{(detail?.case.number || detail?.case.title) ?? t('nav.title')}</Page.Title>
      <Layouts.Header
        title={(detail?.case.number || detail?.case.title) ?? ''}
        subtitle={detail?.case.title}
        navigationAction={
          <Link tag={NavLink} to={back ? listLink(back) : DESK} startIcon={<ArrowLeft />}>
            {t(back ? `list.title.${back}` : 'nav.desk')}
          </Link>
        }
      />
      <Layouts.Content>
        {detail && <CaseSummary detail={detail} />}
        {detail && about?.(detail)}
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
          <CasePanelContent found={found} />
        </Box>
      </Layouts.Content>
    </Page.Main>
  );
}

/** A case on a telephone: what it is about, and under it the same panel that stands beside Strapi's form. */
export default function CasePage(props: CasePageProps) {
  const { documentId = '' } = useParams();
  return <CaseOf key={documentId} {...props} documentId={documentId} />;
}
