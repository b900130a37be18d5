import * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useHref, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseDetail } from '../../../contracts';
import { CasePanelContent } from '../case-panel/CasePanel';
import { useCase, type FoundCase } from '../case-panel/useCase';
import { listLink, uidOf, useCaseLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { LIBRARY_READ } from '../permissions';
import { studyOf, type Study } from './pieces';
import { SeverityBadge } from './SeverityBadge';
import { StudyText, Suspicious } from './StudyText';
import { libraryLink, Tags } from './Tags';
import { ToLookAt } from './ToLookAt';
import { whyOf } from '../kernel/failure';
import { useMay } from '../kernel/rights';

/** The article, and beside it what those who work on it need; under each other where there is no room. */
const Spread = styled(Box)<{ $alone: boolean }>`
  display: grid;
  grid-template-columns: ${({ $alone }) => ($alone ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) 34rem')};
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 1080px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

function SourceLink({ complaint }: { complaint: { documentId: string; name: string } }) {
  const { t } = useWords();
  const may = useMay('complaint.read');
  const href = useHref(useCaseLink()(uidOf('complaint'), complaint.documentId));
  if (!may) return null;
  return (
    <Link href={href} isExternal>
      {t('library.source', { number: complaint.name })}
    </Link>
  );
}

function Article({ study, detail }: { study: Study; detail: CaseDetail }) {
  const { t } = useWords();
  const { day } = useTimes();
  const { title, texts, tags, article, category, severity, suspects } = study;
  return (
    <Box
      tag="article"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 5, medium: 8 }}
      maxWidth="96rem"
    >
      <Flex gap={3} wrap="wrap" paddingBottom={3}>
        <SeverityBadge severity={severity} />
        <Typography variant="pi" textColor="neutral600">
          {[category, detail.case.community.name, detail.case.number].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      <Typography variant="alpha" tag="h2" lineHeight={1.4}>
        <Suspicious text={title} field="title" suspects={suspects} />
      </Typography>
      <Flex gap={4} wrap="wrap" paddingTop={3} paddingBottom={7}>
        <Typography variant="pi" textColor="neutral600">
          {study.confirmedAt
            ? t('library.publishedOn', { date: day(study.confirmedAt) })
            : t('library.draftedOn', { date: day(detail.case.createdAt) })}
        </Typography>
        {article && (
          <Link tag={NavLink} to={libraryLink({ article })}>
            {t('desk.article', { article })}
          </Link>
        )}
        {study.complaint && <SourceLink complaint={study.complaint} />}
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={7}>
        {texts.map(({ name, text }) => (
          <StudyText key={name} name={name} text={text} suspects={suspects} />
        ))}
      </Flex>
      <Box paddingTop={7}>
        <Tags tags={tags} />
      </Box>
    </Box>
  );
}

/** Whoever works on a case is told its story; a reader is not. */
const worksOn = ({ timeline }: CaseDetail): boolean => timeline.length > 0;

function Reading({ found }: { found: FoundCase }) {
  const { t } = useWords();
  const { detail, failure } = found;
  if (!detail) {
    if (!failure) return <Page.Loading />;
    return (
      <Notice variant="warning" title={t('error.failed')}>
        {whyOf(failure, t)}
      </Notice>
    );
  }
  const study = studyOf(detail.fields);
  const works = worksOn(detail);
  const draft = detail.case.state === 'draft';
  return (
    <Spread $alone={!works}>
      <Article study={draft ? study : { ...study, suspects: [] }} detail={detail} />
      {works && (
        <Flex direction="column" alignItems="stretch" gap={4} tag="aside" aria-label={t('case.panel')}>
          {draft && <ToLookAt suspects={study.suspects} />}
          <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
            <CasePanelContent keys found={found} />
          </Box>
        </Flex>
      )}
    </Spread>
  );
}

function StudyOf({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const found = useCase('case-studies', documentId);
  return (
    <Page.Main>
      <Page.Title>{found.detail?.case.title ?? t('library.title')}</Page.Title>
      <Layouts.Header
        title={t('library.title')}
        navigationAction={
          <Link tag={NavLink} to={listLink('case-studies')} startIcon={<ArrowLeft />}>
            {t('library.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Reading found={found} />
      </Layouts.Content>
    </Page.Main>
  );
}

/** One case of the library as an article; who works on it has its next steps beside it. */
export default function StudyPage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={LIBRARY_READ}>
      <StudyOf key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
