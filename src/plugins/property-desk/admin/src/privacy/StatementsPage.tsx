import * as React from 'react';
import {
  Badge,
  Box,
  EmptyStateLayout,
  Flex,
  LinkButton,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { Pencil, Plus } from '@strapi/icons';
import { Layouts, Page, useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ConsentStatementItem } from '../../../contracts';
import { caseLink, uidOf } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { useOptions } from '../kernel/form/fields/useOptions';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { CONSENT_READ } from '../permissions';
import { usePrivacyApi } from './usePrivacyApi';
import { whyOf } from '../kernel/failure';
import { useMay } from '../kernel/rights';

const UID = uidOf('consent-statement');

/** One version: what residents read, since when, and how many stand to it. */
function StatementCard({ item, mayEdit }: { item: ConsentStatementItem; mayEdit: boolean }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} tag="article" data-testid="statement">
      <Flex justifyContent="space-between" gap={4} alignItems="flex-start">
        <Box>
          <Flex gap={2} wrap="wrap">
            <Typography variant="delta" tag="h2">
              {item.title}
            </Typography>
            <Badge active={item.inForce}>
              {t(item.inForce ? 'statements.inForce' : item.effectiveFrom ? 'statements.earlier' : 'statements.draft')}
            </Badge>
          </Flex>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[
              t(`consent.purpose.${item.purpose}`),
              t('statements.version', { version: item.version }),
              item.effectiveFrom && t('statements.from', { at: times.moment(item.effectiveFrom, now) }),
              t('statements.agreed', { now: item.agreed, ever: item.ever }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        </Box>
        {mayEdit && item.ever === 0 && (
          <LinkButton
            tag={NavLink}
            to={caseLink(UID, item.documentId)}
            variant="secondary"
            size="S"
            startIcon={<Pencil />}
          >
            {t('statements.edit')}
          </LinkButton>
        )}
      </Flex>
      <Typography tag="p" paddingTop={3} style={{ whiteSpace: 'pre-wrap' }}>
        {item.text}
      </Typography>
    </Box>
  );
}

function Statements() {
  const { t } = useWords();
  useOfficeTime();
  const api = usePrivacyApi();
  const { options } = useOptions('communities', null);
  const [picked, setPicked] = React.useState<string | null>(null);
  const community = picked ?? options?.[0]?.documentId ?? null;
  const load = React.useCallback(async () => (community ? api.statements(community) : null), [api, community]);
  const { data, failure } = usePolled(load, null);
  const mayEdit = useAuth('Statements', ({ permissions }) =>
    permissions.some(({ action, subject }) => action === 'plugin::content-manager.explorer.update' && subject === UID)
  );
  const records = useMay('consent.record');
  return (
    <Page.Main>
      <Page.Title>{t('statements.title')}</Page.Title>
      <Layouts.Header
        title={t('statements.title')}
        subtitle={t('statements.how')}
        primaryAction={
          mayEdit && (
            <LinkButton tag={NavLink} to={caseLink(UID, 'create')} startIcon={<Plus />}>
              {t('statements.new')}
            </LinkButton>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          {options && options.length > 1 && (
            <Box maxWidth="24rem">
              <SingleSelect
                aria-label={t('list.community')}
                value={community ?? undefined}
                onChange={(value) => setPicked(String(value))}
              >
                {options.map(({ documentId, name }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Box>
          )}
          {failure && (
            <Notice variant="warning" title={t('error.failed')}>
              {whyOf(failure, t)}
            </Notice>
          )}
          {!data && !failure && <Page.Loading />}
          {data?.length === 0 && <EmptyStateLayout content={t('statements.empty')} />}
          {data?.map((item) => (
            <StatementCard key={item.documentId} item={item} mayEdit={mayEdit} />
          ))}
          {records && data && data.length > 0 && (
            <Typography variant="pi" textColor="neutral600">
              {t('statements.where')}
            </Typography>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 告知同意书: what residents are told before they agree to a use of their data, version by version. */
export default function StatementsPage() {
  return (
    <Page.Protect permissions={CONSENT_READ}>
      <Statements />
    </Page.Protect>
  );
}
