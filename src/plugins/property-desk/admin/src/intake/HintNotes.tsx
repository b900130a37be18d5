import { Alert, Box, Flex, Link, Typography } from '@strapi/design-system';
import { caseLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { stateName, useWords } from '../kernel/words';
import type { Hints } from './useHints';

/** Likely duplicates, and whom the ticket will probably go to by when. */
export function HintNotes({ hints }: { hints: Hints }) {
  const words = useWords();
  const times = useTimes();
  const { duplicates, suggestion } = hints;
  return (
    <Box aria-live="polite">
      {duplicates.length > 0 && (
        <Alert
          variant="danger"
          closeLabel={words.t('form.close')}
          title={words.t('intake.duplicates', { count: duplicates.length })}
        >
          <Flex tag="span" role="list" direction="column" alignItems="flex-start">
            {duplicates.map((item) => (
              <span role="listitem" key={item.documentId}>
                <Link href={`/admin${caseLink(item.uid, item.documentId)}`} isExternal>
                  {item.number} {item.title} {words.t('form.aside', { text: stateName(words, item.type, item.state) })}
                </Link>
              </span>
            ))}
          </Flex>
        </Alert>
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
