import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import type { ComplaintHints, RepeatItem, StudyHint } from '../../../contracts';
import { uidOf, useCaseLink } from '../kernel/case/links';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

function Repeat({ item }: { item: RepeatItem }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const href = useHref(useCaseLink()(uidOf('complaint'), item.documentId));
  return (
    <Box tag="li" paddingBottom={1}>
      <Flex gap={2} wrap="wrap">
        <Link href={href} isExternal>
          {item.number} {item.title}
        </Link>
        <StateBadge type="complaint" state={item.state} />
        <UrgentBadge type="complaint" priority={item.severity} />
        <Typography variant="pi" textColor="neutral600">
          {[times.moment(item.createdAt, now), item.handler && t('hints.handler', { name: item.handler.name })]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
      </Flex>
    </Box>
  );
}

function Study({ item }: { item: StudyHint }) {
  const { t } = useWords();
  const href = useHref(useCaseLink()(uidOf('case-study'), item.documentId));
  return (
    <Box tag="li" paddingBottom={2}>
      <Link href={href} isExternal>
        {item.title}
      </Link>
      {item.lesson && (
        <Typography variant="pi" textColor="neutral700" tag="p">
          {t('hints.lesson', { text: item.lesson })}
        </Typography>
      )}
    </Box>
  );
}

/** What the desk should know while it listens: whether this has happened before, and what was learned from the like. */
export function ComplaintHintNotes({ hints }: { hints: ComplaintHints }) {
  const { t } = useWords();
  const { repeats, studies } = hints;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} aria-live="polite">
      {repeats.length > 0 && (
        <Box background="warning100" borderColor="warning200" hasRadius padding={4} data-testid="repeats">
          <Typography fontWeight="bold" textColor="warning700" tag="p" paddingBottom={2}>
            {t('hints.repeats', { count: repeats.length })}
          </Typography>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {repeats.map((item) => (
              <Repeat key={item.documentId} item={item} />
            ))}
          </Box>
        </Box>
      )}
      {studies.length > 0 && (
        <Box background="primary100" borderColor="primary200" hasRadius padding={4} data-testid="studies">
          <Typography fontWeight="bold" textColor="primary700" tag="p" paddingBottom={2}>
            {t('hints.studies', { count: studies.length })}
          </Typography>
          <Box tag="ul" style={{ listStyle: 'none' }}>
            {studies.map((item) => (
              <Study key={item.documentId} item={item} />
            ))}
          </Box>
        </Box>
      )}
    </Flex>
  );
}
