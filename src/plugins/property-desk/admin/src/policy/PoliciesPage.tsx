import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import type { AvailableAction, PolicyListItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { ActionModal } from '../kernel/case/ActionModal';
import { listLink } from '../kernel/case/links';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { POLICY_READ } from '../permissions';
import { CommunitySection } from './CommunitySection';
import { byCommunity } from './groups';
import { whyOf } from '../kernel/failure';

const EVERY_MS = 60_000;
const MOST = 100;

/** Every version that I may see; a company has few, but it may have them for years. */
function usePolicies() {
  const api = useDeskApi();
  const load = React.useCallback(async () => {
    const all: PolicyListItem[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof api.list<PolicyListItem>>> = await api.list<PolicyListItem>('policies', {
        cursor,
        limit: MOST,
      });
      all.push(...page.data);
      cursor = page.meta.nextCursor;
    } while (cursor);
    return all;
  }, [api]);
  return usePolled(load, EVERY_MS, { types: ['policy'] });
}

/** The action that starts a draft, if I may take it. */
function useDraftAction(): AvailableAction | null {
  const api = useDeskApi();
  const [action, setAction] = React.useState<AvailableAction | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.startActions('policies').then(
      (starts) => !gone && setAction(starts.find(({ name, allowed }) => name === 'draft' && allowed) ?? null),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return action;
}

type From = 'default' | 'effective';

function Policies() {
  const { t } = useWords();
  useOfficeTime();
  const api = useDeskApi();
  const navigate = useNavigate();
  const { data, failure, refresh } = usePolicies();
  const action = useDraftAction();
  const [drafting, setDrafting] = React.useState<{ from: From; community?: string } | null>(null);
  const groups = React.useMemo(() => byCommunity(data ?? []), [data]);
  const begin = action ? (from: From, community?: string) => setDrafting({ from, community }) : undefined;

  return (
    <Page.Main>
      <Page.Title>{t('policies.title')}</Page.Title>
      <Layouts.Header
        title={t('policies.title')}
        subtitle={t('policies.subtitle')}
        primaryAction={
          begin && (
            <Button startIcon={<Plus />} onClick={() => begin('default')}>
              {t('policies.draftDefault')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {failure && (
            <Notice variant="warning" title={t(data ? 'error.stale' : 'error.failed')}>
              {whyOf(failure, t)}
            </Notice>
          )}
          {!data && !failure && <Page.Loading />}
          {data && data.length === 0 && (
            <EmptyStateLayout
              icon={<EmptyDocuments width="16rem" />}
              content={t('policies.empty')}
              action={
                begin && (
                  <Button variant="secondary" startIcon={<Plus />} onClick={() => begin('default')}>
                    {t('policies.draftDefault')}
                  </Button>
                )
              }
            />
          )}
          {groups.map((group) => (
            <Box key={group.community.documentId}>
              <CommunitySection group={group} onDraft={begin} />
            </Box>
          ))}
        </Flex>
        {action && drafting && (
          <ActionModal
            type="policy"
            community={drafting.community ?? null}
            about={t(`policies.from.${drafting.from}`)}
            action={{
              ...action,
              defaults: {
                ...action.defaults,
                from: drafting.from,
                ...(drafting.community ? { community: drafting.community } : {}),
              },
            }}
            submit={async (input) => {
              const result = await api.start('policies', 'draft', input);
              navigate(`${listLink('policies')}/${result.data.documentId}`);
              return result;
            }}
            onDone={() => setDrafting(null)}
            onClose={() => setDrafting(null)}
            onConflict={() => void refresh()}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** 管理制度: all versions, by community. */
export default function PoliciesPage() {
  return (
    <Page.Protect permissions={POLICY_READ}>
      <Policies />
    </Page.Protect>
  );
}
