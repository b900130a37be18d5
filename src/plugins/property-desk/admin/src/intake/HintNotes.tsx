import { Box, Flex, Typography } from '@strapi/design-system';
import { CaseLink } from '../kernel/case/CaseLink';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import type { Hints } from './useHints';
import { Notice } from '../kernel/Notice';

/** Likely duplicates, and whom the ticket will probably go to by when. */
export function HintNotes({ hints }: { hints: Hints }) {
  const words = useWords();
  const times = useTimes();
  const { duplicates, suggestion } = hints;
  return (
    <Box aria-live="polite">
      {duplicates.length > 0 && (
        <Notice
          key={duplicates.map(({ documentId }) => documentId).join()}
          variant="danger"
          title={words.t('intake.duplicates', { count: duplicates.length })}
        >
          <Flex tag="span" role="list" direction="column" alignItems="flex-start">
            {duplicates.map((item) => (
              <span role="listitem" key={item.documentId}>
                <CaseLink {...item} />
              </span>
            ))}
          </Flex>
        </Notice>
      )}
      {suggestion && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
          {words.t(suggestion.assignee ? 'intake.suggestion' : 'intake.suggestionNobody', {
            who: suggestion.assignee?.name ?? '',
            time: suggestion.promisedAt ? times.full(suggestion.promisedAt) : words.t('case.empty'),
          })}
        </Typography>
      )}
    </Box>
  );
}
