import * as React from 'react';
import { Box, Grid, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import { CasePanelContent, useCase, type FoundCase } from '../case-panel/CasePanel';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useWords } from '../kernel/words';
import { Beside } from './Beside';

/** The panel without its own form of approval: whom to approve is chosen beside the archive. */
const withoutApproval = (found: FoundCase): FoundCase =>
  found.detail
    ? { ...found, detail: { ...found.detail, actions: found.detail.actions.filter(({ name }) => name !== 'approve') } }
    : found;

function BindingOf({ documentId }: { documentId: string }) {
  const { t } = useWords();
  useOfficeTime();
  const found = useCase('bindings', documentId);
  const { detail, refresh } = found;
  const title = detail?.case.number ?? '';
  return (
    <Page.Main>
      <Page.Title>{title || t('list.title.bindings')}</Page.Title>
      <Layouts.Header
        title={title}
        subtitle={detail?.case.title}
        navigationAction={
          <Link tag={NavLink} to={listLink('bindings')} startIcon={<ArrowLeft />}>
            {t('binding.back')}
          </Link>
        }
      />
      <Layouts.Content>
        <Grid.Root gap={4}>
          <Grid.Item col={8} s={12} xs={12} direction="column" alignItems="stretch">
            {detail && <Beside detail={detail} onChanged={() => void refresh()} />}
          </Grid.Item>
          <Grid.Item col={4} s={12} xs={12} direction="column" alignItems="stretch">
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
              <CasePanelContent found={withoutApproval(found)} />
            </Box>
          </Grid.Item>
        </Grid.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 账号绑定: one request, what it claims beside what the archive says, and the decision. */
export default function BindingPage() {
  const { documentId = '' } = useParams();
  return <BindingOf key={documentId} documentId={documentId} />;
}
