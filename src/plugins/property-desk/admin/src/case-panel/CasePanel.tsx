import * as React from 'react';
import { Badge, Box, Divider, Flex, Loader, Typography } from '@strapi/design-system';
import { unstable_useDocument as useDocument, useQueryParams } from '@strapi/strapi/admin';
import type { ActionResult, CaseDetail, Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { CaseActions } from '../kernel/case/CaseActions';
import { runningHour } from '../kernel/case/hour';
import { typeOfPlural } from '../kernel/case/links';
import { Promises } from '../kernel/case/Promises';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { Timeline } from '../kernel/case/Timeline';
import { BigClock } from '../kernel/clock/BigClock';
import { TickerProvider, useTicker } from '../kernel/clock/ticker';
import type { Failure } from '../kernel/failure';
import { useOpenCase } from '../kernel/live/live';
import { LiveProvider } from '../kernel/live/LiveProvider';
import { PresentNote } from '../kernel/live/PresentNote';
import { usePolled } from '../kernel/usePolled';
import { obligationName, useWords } from '../kernel/words';
import { CaseFiles } from './CaseFiles';
import { ComplaintCard } from './complaint/ComplaintCard';
import { DataRequestCard } from '../privacy/DataRequestCard';
import { PrintButtons } from './PrintButtons';
import { maskedFieldsOf, Reveals } from './Reveal';
import { HouseholdLink } from '../households/HouseholdLink';
import { Notice } from '../kernel/Notice';

const EVERY_MS = 30_000;

/** The Content Manager's own copy of the record, so that its form shows what an action changed. */
function useContentManagerRefetch(uid: string, documentId: string): () => void {
  const [{ query }] = useQueryParams<{ plugins?: Record<string, object> }>();
  const params = React.useMemo(() => {
    const { plugins = {}, ...rest } = query ?? {};
    return Object.assign({}, rest, ...Object.values(plugins)) as object;
  }, [query]);
  return useDocument({ collectionType: 'collection-types', model: uid, documentId, params }).refetch;
}

/** A case as it is read and read again; `refresh` after something was done to it. */
export interface FoundCase {
  detail: CaseDetail | null;
  failure: Failure | null;
  refresh: () => Promise<void>;
}

/** Reads a case now and then; its answer also tells the office's time zone. */
export function useCase(plural: string, documentId: string): FoundCase {
  const api = useDeskApi();
  const ticker = useTicker();
  const load = React.useCallback(async () => {
    const detail = await api.detail(plural, documentId);
    ticker.sync(detail);
    return detail;
  }, [api, ticker, plural, documentId]);
  const type = typeOfPlural(plural);
  useOpenCase(type, documentId);
  const about = React.useMemo(() => ({ type, documentId }), [type, documentId]);
  const { data, failure, refresh } = usePolled(load, EVERY_MS, about);
  return { detail: data, failure, refresh };
}

interface CasePanelContentProps {
  found: FoundCase;
  /** Called when an action has changed the case, besides reading it anew. */
  onChanged?: () => void;
  /** What an action answered, for pages that lead on to what it started. */
  onResult?: (action: string, result: ActionResult) => void;
}

/** The panel itself, wherever it stands. */
export function CasePanelContent({ found, onChanged, onResult }: CasePanelContentProps) {
  const words = useWords();
  const { detail, failure, refresh } = found;
  const changed = React.useCallback(() => {
    void refresh();
    onChanged?.();
  }, [refresh, onChanged]);

  if (!detail) {
    return failure ? (
      <Typography role="alert">{failure.kind === 'offline' ? words.t('error.offline') : failure.message}</Typography>
    ) : (
      <Loader small>{words.t('form.loading')}</Loader>
    );
  }
  const { case: item } = detail;
  const mayAttach = detail.actions.some(({ name, allowed }) => name === 'attach' && allowed);
  const home = detail.fields.household as Ref | null | undefined;
  const owed = detail.obligations.length > 0;
  const hour = runningHour(detail.obligations);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-testid="case-panel">
      <Box>
        <Flex gap={2} wrap="wrap">
          <StateBadge type={item.type} state={item.state} />
          <UrgentBadge
            type={item.type}
            priority={typeof detail.fields.severity === 'string' ? detail.fields.severity : item.priority}
          />
          {detail.fields.anonymous === true && <Badge>{words.t('case.anonymous')}</Badge>}
        </Flex>
        <Typography variant="pi" textColor="neutral600" tag="div" paddingTop={1}>
          {[item.number, item.community?.name].filter(Boolean).join(' · ')}
        </Typography>
        {home && (
          <HouseholdLink documentId={home.documentId}>
            {words.t('case.householdFile', { name: home.name })}
          </HouseholdLink>
        )}
      </Box>
      <PresentNote spoken documentId={item.documentId} />
      {failure && (
        <Notice variant="warning" title={words.t('error.stale')}>
          {failure.kind === 'offline' ? words.t('error.offline') : failure.message}
        </Notice>
      )}
      {hour && <BigClock obligation={hour} label={obligationName(words, hour.what)} />}
      {owed && <Promises obligations={detail.obligations} />}
      <CaseActions detail={detail} onChanged={changed} onResult={onResult} />
      <PrintButtons detail={detail} />
      {item.type === 'complaint' && <ComplaintCard detail={detail} />}
      {item.type === 'data-request' && <DataRequestCard detail={detail} />}
      {maskedFieldsOf(detail.fields).length > 0 && (
        <>
          <Divider />
          <Reveals detail={detail} />
        </>
      )}
      <Divider />
      <Typography variant="sigma" tag="h3" textColor="neutral600">
        {words.t('timeline.title')}
      </Typography>
      <Timeline detail={detail} />
      {(mayAttach || detail.files.length > 0) && (
        <>
          <Divider />
          <Typography variant="sigma" tag="h3" textColor="neutral600">
            {words.t('files.title')}
          </Typography>
          <CaseFiles detail={detail} mayAdd={mayAttach} onChanged={changed} />
        </>
      )}
    </Flex>
  );
}

interface CasePanelProps {
  uid: string;
  plural: string;
  documentId: string;
}

function BesideForm({ uid, plural, documentId }: CasePanelProps) {
  return <CasePanelContent found={useCase(plural, documentId)} onChanged={useContentManagerRefetch(uid, documentId)} />;
}

/** State, clocks, next steps, story, files and paper of one case, beside the Content Manager's form. */
export function CasePanel(props: CasePanelProps) {
  return (
    <TickerProvider>
      <LiveProvider>
        <BesideForm key={props.documentId} {...props} />
      </LiveProvider>
    </TickerProvider>
  );
}
