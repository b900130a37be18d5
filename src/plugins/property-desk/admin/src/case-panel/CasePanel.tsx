import * as React from 'react';
import { Divider, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { unstable_useDocument as useDocument, useQueryParams } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ActionResult, Ref } from '../../../contracts';
import { HouseholdLink } from '../households/HouseholdLink';
import { pageOf } from '../kernel/case/links';
import { Timeline } from '../kernel/case/Timeline';
import { TickerProvider } from '../kernel/clock/ticker';
import { ConnectionBanner } from '../kernel/live/ConnectionBanner';
import { LiveProvider } from '../kernel/live/LiveProvider';
import { useWords } from '../kernel/words';
import { DataRequestCard } from '../privacy/DataRequestCard';
import { CaseFiles } from './CaseFiles';
import { CaseSide } from './CaseSide';
import { ComplaintCard } from './complaint/ComplaintCard';
import { maskedFieldsOf } from './masked';
import { Reveals } from './Reveal';
import { useCase, type FoundCase } from './useCase';
import { whyOf } from '../kernel/failure';

/** The Content Manager's own copy of the record, so that its form shows what an action changed. */
function useContentManagerRefetch(uid: string, documentId: string): () => void {
  const [{ query }] = useQueryParams<{ plugins?: Record<string, object> }>();
  const params = React.useMemo(() => {
    const { plugins = {}, ...rest } = query ?? {};
    return Object.assign({}, rest, ...Object.values(plugins)) as object;
  }, [query]);
  return useDocument({ collectionType: 'collection-types', model: uid, documentId, params }).refetch;
}

interface CasePanelContentProps {
  found: FoundCase;
  /** Called when an action has changed the case, besides reading it anew. */
  onChanged?: () => void;
  /** What an action answered, for pages that lead on to what it started. */
  onResult?: (action: string, result: ActionResult) => void;
  /** The case is what its page is for: its actions and papers have keys. */
  keys?: boolean;
  /** The way to the page of the case, where the panel stands beside something else. */
  page?: string;
}

/** A case in a narrow column, wherever it stands: its state and next steps, and below them its story and files. */
export function CasePanelContent({ found, onChanged, onResult, keys, page }: CasePanelContentProps) {
  const words = useWords();
  const { detail, failure, refresh } = found;
  const changed = React.useCallback(() => {
    void refresh();
    onChanged?.();
  }, [refresh, onChanged]);

  if (!detail) {
    return failure ? (
      <Typography role="alert">{whyOf(failure, words.t)}</Typography>
    ) : (
      <Loader small>{words.t('form.loading')}</Loader>
    );
  }
  const { type } = detail.case;
  const mayAttach = detail.actions.some(({ name, allowed }) => name === 'attach' && allowed);
  const home = detail.fields.household as Ref | null | undefined;
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%" data-testid="case-panel">
      <CaseSide detail={detail} failure={failure} onChanged={changed} onResult={onResult} keys={keys}>
        {(home || page) && (
          <Flex gap={2} wrap="wrap" paddingTop={2} paddingBottom={2}>
            {home && (
              <HouseholdLink documentId={home.documentId}>
                {words.t('case.householdFile', { name: home.name })}
              </HouseholdLink>
            )}
            {page && (
              <Link tag={NavLink} to={page}>
                {words.t('case.page')}
              </Link>
            )}
          </Flex>
        )}
      </CaseSide>
      {type === 'complaint' && <ComplaintCard detail={detail} />}
      {type === 'data-request' && <DataRequestCard detail={detail} />}
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
  return (
    <CasePanelContent
      found={useCase(plural, documentId)}
      onChanged={useContentManagerRefetch(uid, documentId)}
      page={pageOf(plural, documentId)}
    />
  );
}

/** State, clocks, next steps, story, files and paper of one case, beside the Content Manager's form. */
export function CasePanel(props: CasePanelProps) {
  return (
    <TickerProvider>
      <LiveProvider>
        <ConnectionBanner />
        <BesideForm key={props.documentId} {...props} />
      </LiveProvider>
    </TickerProvider>
  );
}
