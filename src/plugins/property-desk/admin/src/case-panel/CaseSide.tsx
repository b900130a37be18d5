import type * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import type { ActionResult, CaseDetail } from '../../../contracts';
import { CaseActions } from '../kernel/case/CaseActions';
import { runningHour } from '../kernel/case/hour';
import { Promises } from '../kernel/case/Promises';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { BigClock } from '../kernel/clock/BigClock';
import { type Failure, whyOf } from '../kernel/failure';
import { PresentNote } from '../kernel/live/PresentNote';
import { Notice } from '../kernel/Notice';
import { obligationName, useWords } from '../kernel/words';
import { PrintButtons } from './PrintButtons';

interface CaseSideProps {
  detail: CaseDetail;
  failure: Failure | null;
  onChanged: () => void;
  onResult?: (action: string, result: ActionResult) => void;
  /** Actions and papers have keys, where the case is the page. */
  keys?: boolean;
  /** What stands below the state. */
  children?: React.ReactNode;
}

/** Where a case stands, what runs, what can be done now, and its papers. */
export function CaseSide({ detail, failure, onChanged, onResult, keys = false, children }: CaseSideProps) {
  const words = useWords();
  const { case: item } = detail;
  const hour = runningHour(detail.obligations);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
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
        {children}
      </Box>
      <PresentNote spoken documentId={item.documentId} />
      {failure && (
        <Notice variant="warning" title={words.t('error.stale')}>
          {whyOf(failure, words.t)}
        </Notice>
      )}
      {hour && <BigClock obligation={hour} label={obligationName(words, hour.what)} />}
      {detail.obligations.length > 0 && <Promises obligations={detail.obligations} />}
      <CaseActions detail={detail} onChanged={onChanged} onResult={onResult} keys={keys} />
      <PrintButtons detail={detail} keys={keys} />
    </Flex>
  );
}
