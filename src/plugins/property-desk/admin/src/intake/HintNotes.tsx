import { Box, Flex, Typography } from '@strapi/design-system';
import type { CaseRef } from '../../../contracts';
import { CaseLink } from '../kernel/case/CaseLink';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import type { Hints } from './useHints';
import { Notice } from '../kernel/Notice';

/** Cases that are still open and may be the same. */
export function DuplicateNotes({ duplicates }: { duplicates: CaseRef[] }) {
  const { t } = useWords();
  return (
    <Box aria-live="polite" data-testid="duplicates">
      {duplicates.length > 0 && (
        <Notice
          key={duplicates.map(({ documentId }) => documentId).join()}
          variant="danger"
          title={t('intake.duplicates', { count: duplicates.length })}
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
    </Box>
  );
}

/** Whom the ticket will probably go to, and by when. */
export function SuggestionNote({ suggestion }: Pick<Hints, 'suggestion'>) {
  const words = useWords();
  const times = useTimes();
  return (
    <Box aria-live="polite">
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
