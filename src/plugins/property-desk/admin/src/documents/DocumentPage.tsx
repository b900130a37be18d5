import * as React from 'react';
import { Badge, Box, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseDetail } from '../../../contracts';
import { CasePanelContent } from '../case-panel/CasePanel';
import { useCase } from '../case-panel/useCase';
import { listLink, uidOf, useCaseLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { Notice } from '../kernel/Notice';
import { stateName, useWords } from '../kernel/words';
import { LoanHistory } from '../loans/LoanHistory';
import { DOCUMENT_READ } from '../permissions';
import { ActionItems } from './ActionItems';
import { whyOf } from '../kernel/failure';

/** What the document is, and beside it its next steps; under each other where there is no room. */
const Spread = styled(Box)`
  display: grid;
  grid-template-columns: minmax(0, 1fr) 36rem;
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 1080px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Facts = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr));
  gap: 1.6rem 2.4rem;
`;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <Box>
      <Typography tag="dt" variant="sigma" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </Box>
  );
}

/** Where one of the two copies is, in words. */
function useCopies(fields: CaseDetail['fields']) {
  const { t } = useWords();
  const { day } = useTimes();
  const copy = (at: unknown, lacks: unknown, never: unknown, there: string): string => {
    if (text(lacks)) return t('documents.lacksSince', { day: day(text(lacks)) });
    if (text(never)) return t('documents.neverWhy', { why: text(never) });
    return text(at) ? there : t('case.empty');
  };
  const { paperAt, lacksPaperSince, noPaperReason, paperPlace } = fields;
  const { electronicAt, lacksElectronicSince, noElectronicReason } = fields;
  return {
    paper: copy(paperAt, lacksPaperSince, noPaperReason, text(paperPlace)),
    electronic: copy(electronicAt, lacksElectronicSince, noElectronicReason, t('documents.there')),
  };
}

function Source({ fields }: { fields: CaseDetail['fields'] }) {
  const words = useWords();
  const { t } = words;
  const link = useCaseLink();
  const { source, sourceDocumentId, sourceNumber, sourceState, sourceReason } = fields;
  if (!text(source)) return null;
  const moved = text(sourceState);
  return (
    <Notice
      variant={moved ? 'warning' : 'default'}
      title={
        moved
          ? t('documents.sourceNow', { state: stateName(words, text(source), moved) })
          : t('documents.filedItself', { type: t(`case.${text(source)}`) })
      }
    >
      {text(sourceReason)}{' '}
      <Link tag={NavLink} to={link(uidOf(text(source)), text(sourceDocumentId))}>
        {text(sourceNumber) || t('documents.openSource')}
      </Link>
    </Notice>
  );
}

function Sheet({ detail }: { detail: CaseDetail }) {
  const words = useWords();
  const { t } = words;
  const { date } = useTimes();
  const { fields, case: item } = detail;
  const copies = useCopies(fields);
  const filedBy = fields.filedBy as { name?: string } | null | undefined;
  const left = text(fields.withdrawReason) || text(fields.disposeReason);
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box tag="article" background="neutral0" hasRadius shadow="tableShadow" padding={{ initial: 5, medium: 8 }}>
        <Flex gap={2} wrap="wrap" paddingBottom={3}>
          <Badge>{t(`document.kind.${text(fields.kind)}`)}</Badge>
          {fields.secrecy === 'confidential' && <Badge variant="warning">{t('document.secrecy.confidential')}</Badge>}
        </Flex>
        <Typography variant="alpha" tag="h2" lineHeight={1.4}>
          {item.title}
        </Typography>
        <Box paddingTop={6}>
          <Facts>
            <Fact label={t('document.field.number')}>{item.number}</Fact>
            <Fact label={t('field.date')}>{date(text(fields.date))}</Fact>
            <Fact label={t('field.party')}>{text(fields.party) || t('case.empty')}</Fact>
            <Fact label={t('field.pages')}>{text(fields.pages) || t('case.empty')}</Fact>
            <Fact label={t('field.retention')}>
              {[
                t(`document.retention.${text(fields.retention)}`),
                text(fields.keepUntil) && t('documents.until', { day: date(text(fields.keepUntil)) }),
              ]
                .filter(Boolean)
                .join(t('form.listComma'))}
            </Fact>
            <Fact label={t('field.filedBy')}>{filedBy?.name ?? t('actor.system')}</Fact>
            <Fact label={t('documents.head.paper')}>{copies.paper}</Fact>
            <Fact label={t('documents.head.electronic')}>{copies.electronic}</Fact>
            {left && <Fact label={stateName(words, 'document', item.state)}>{left}</Fact>}
          </Facts>
        </Box>
      </Box>
      <Source fields={fields} />
      {fields.kind === 'minutes' && (
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          <ActionItems minutes={item.documentId} revision={item.revision} />
        </Box>
      )}
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
        <Typography variant="delta" tag="h3" paddingBottom={3}>
          {t('list.title.loans')}
        </Typography>
        <LoanHistory type="document" documentId={item.documentId} />
      </Box>
    </Flex>
  );
}

function DocumentOf({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const found = useCase('documents', documentId);
  const { detail, failure } = found;
  return (
    <Page.Main>
      <Page.Title>{detail?.case.title ?? t('list.title.documents')}</Page.Title>
      <Layouts.Header
        title={t('list.title.documents')}
        navigationAction={
          <Link tag={NavLink} to={listLink('documents')} startIcon={<ArrowLeft />}>
            {t('documents.back')}
          </Link>
        }
      />
      <Layouts.Content>
        {!detail && !failure && <Page.Loading />}
        {!detail && failure && (
          <Notice variant="warning" title={t('error.failed')}>
            {whyOf(failure, t)}
          </Notice>
        )}
        {detail && (
          <Spread>
            <Sheet detail={detail} />
            <Box
              background="neutral0"
              hasRadius
              shadow="tableShadow"
              padding={4}
              tag="aside"
              aria-label={t('case.panel')}
            >
              <CasePanelContent keys found={found} />
            </Box>
          </Spread>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** One document: what it is, where both copies are, and what is owed on it. */
export default function DocumentPage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={DOCUMENT_READ}>
      <DocumentOf key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
