import * as React from 'react';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { ObligationItem } from '../../../../contracts';
import { CaseClock } from '../clock/CaseClock';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { obligationName, roleName, useWords } from '../words';

function PromiseLine({ obligation }: { obligation: ObligationItem }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const { owner } = obligation;
  return (
    <Box tag="li" paddingBottom={2}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">
          {obligationName(words, obligation.what)}
          {obligation.level > 1 && <Typography textColor="danger600"> · {words.t('obligation.escalated')}</Typography>}
        </Typography>
        <CaseClock obligation={obligation} />
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="div">
        {words.t('case.owedBy', {
          who: owner.name || (owner.role ? roleName(words, owner.role) : words.t('case.nobody')),
          time: times.moment(obligation.dueAt, now),
          article: obligation.article,
        })}
      </Typography>
    </Box>
  );
}

/** The case's promises: the running ones with their clocks, the settled ones on demand. */
export function Promises({ obligations }: { obligations: ObligationItem[] }) {
  const words = useWords();
  const [all, setAll] = React.useState(false);
  const open = obligations.filter(({ closedAt, settledAt }) => closedAt === null && settledAt === null);
  const closed = obligations.filter((obligation) => !open.includes(obligation));
  const byDue = (a: ObligationItem, b: ObligationItem) => a.dueAt.localeCompare(b.dueAt);
  const broken = closed.filter(({ outcome }) => outcome === 'broken').length;

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {open.length > 0 && (
        <Box tag="ul" aria-label={words.t('case.promises')} style={{ listStyle: 'none' }}>
          {[...open].sort(byDue).map((obligation) => (
            <PromiseLine key={obligation.documentId} obligation={obligation} />
          ))}
        </Box>
      )}
      {closed.length > 0 && (
        <TextButton type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {words.t('case.settled', { count: closed.length, broken })}
        </TextButton>
      )}
      {all && (
        <Box tag="ul" style={{ listStyle: 'none' }}>
          {[...closed].sort(byDue).map((obligation) => (
            <PromiseLine key={obligation.documentId} obligation={obligation} />
          ))}
        </Box>
      )}
    </Flex>
  );
}
