import { Box, Typography } from '@strapi/design-system';
import type { CaseDetail } from '../../../contracts';
import { namesIn, textOf } from '../kernel/case/story';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { fieldName, useWords } from '../kernel/words';

/** What somebody on their way to the place must know, in the order they ask for it. */
const TOLD = [
  'itemType',
  'itemNumber',
  'itemName',
  'borrower',
  'purpose',
  'from',
  'until',
  'forWhom',
  'collectBy',
  'approvedBy',
  'handedOverBy',
  'lentAt',
  'takenBackBy',
  'returnedAt',
  'condition',
  'conditionNote',
  'lostText',
  'description',
  'question',
  'what',
  'kind',
  'household',
  'resident',
  'details',
  'content',
  'demands',
  'place',
  'category',
  'reporterName',
  'wishedFor',
  'promisedAt',
  'assignee',
  'contractor',
  'handler',
  'owner',
  'plan',
  'decision',
  'holdReason',
  'workDone',
  'answer',
  'doneText',
  'result',
  'measures',
  'requestWay',
  'identityCheck',
  'proposedName',
  'proposedTelephone',
  'proposedIdentityNumber',
  'proposedMail',
  'proposedRelation',
  'approver',
  'approvalReason',
  'ground',
  'outcomeText',
  'told',
  'liftReason',
];

/** The case in a few lines, for screens that have no room for Strapi's form. */
export function CaseSummary({ detail }: { detail: CaseDetail }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const { type } = detail.case;
  const names = namesIn(detail);
  const lines = TOLD.map((field) => ({
    field,
    text: textOf(words, type, field, detail.fields[field], names, (iso) => times.moment(iso, now)),
  })).filter(({ text }) => text !== null);
  return (
    <Box tag="dl" background="neutral0" hasRadius shadow="tableShadow" padding={4} marginBottom={4}>
      {lines.map(({ field, text }) => (
        <Box key={field} paddingBottom={2}>
          <Typography variant="pi" textColor="neutral600" tag="dt">
            {fieldName(words, type, field)}
          </Typography>
          <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
            {text}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}
