import * as React from 'react';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { TimelineEntry } from '../../../../contracts';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { actionName, actorName, stateName, useWords } from '../words';
import { ArticleLink } from './ArticleLink';
import { StateBadge } from './StateBadge';
import { daysOf, factsOf, namesIn, partOf, type Told } from './story';

const SHOWN_AT_FIRST = 6;

interface TimelineProps {
  detail: Told;
  /** What the record is made of, where it is no case. */
  parts?: readonly string[];
  /** documentIds of the policies that the story names, by version. */
  policies?: Record<string, string>;
}

interface EntryProps extends Required<Omit<TimelineProps, 'detail'>> {
  type: string;
  entry: TimelineEntry;
  names: Map<string, string>;
}

/** One thing that happened: when, who, what, by which article, and what was said and changed with it. */
function Entry({ type, entry, names, parts, policies }: EntryProps) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const part = partOf(type, entry.action, parts);
  const facts = factsOf(words, part, entry, names, (iso) => times.moment(iso, now));
  return (
    <Box
      tag="li"
      paddingLeft={3}
      paddingBottom={3}
      borderStyle="solid"
      borderWidth="0 0 0 2px"
      borderColor={entry.actor.kind === 'system' ? 'warning200' : 'primary200'}
    >
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography variant="pi" textColor="neutral600" title={times.full(entry.at)}>
          {times.clock(entry.at)}
        </Typography>
        <Typography variant="pi">{actorName(words, entry.actor)}</Typography>
        <Typography fontWeight="semiBold">{actionName(words, type, entry.action)}</Typography>
        {entry.to && entry.to !== entry.from && (
          <Flex gap={1} alignItems="baseline" tag="span">
            <Typography variant="pi" textColor="neutral600">
              {words.t(entry.from ? 'timeline.becomes' : 'timeline.begins')}
            </Typography>
            <StateBadge type={type} state={entry.to} />
            {entry.from && (
              <Typography variant="pi" textColor="neutral600">
                {words.t('timeline.was', { state: stateName(words, type, entry.from) })}
              </Typography>
            )}
          </Flex>
        )}
        {entry.article && <ArticleLink article={entry.article} policy={policies[entry.policyVersion]} />}
      </Flex>
      {facts.map(({ label, text }) => (
        <Typography key={`${label} ${text}`} variant="pi" tag="div" style={{ overflowWrap: 'anywhere' }}>
          <Typography variant="pi" textColor="neutral600">
            {label}
            {words.t('form.colon')}
          </Typography>
          {text}
        </Typography>
      ))}
    </Box>
  );
}

/** The story of a case, or of another record, oldest first and day by day. */
export function Timeline({ detail, parts = [], policies = {} }: TimelineProps) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const [all, setAll] = React.useState(false);
  const names = React.useMemo(() => namesIn(detail), [detail]);
  const { type } = detail.case;
  const entries = [...detail.timeline].sort((a, b) => a.at.localeCompare(b.at) || a.revision - b.revision);
  const hidden = all ? 0 : Math.max(0, entries.length - SHOWN_AT_FIRST);

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {hidden > 0 && (
        <TextButton type="button" onClick={() => setAll(true)}>
          {words.t('timeline.earlier', { count: hidden })}
        </TextButton>
      )}
      {daysOf(entries.slice(hidden), times.dayKey).map(({ day, entries: those }) => (
        <Box key={day}>
          <Typography variant="sigma" textColor="neutral600" tag="h4" paddingBottom={2}>
            {times.dayName(those[0]?.at ?? '', now)}
          </Typography>
          <Box tag="ol" aria-label={words.t('timeline.title')} style={{ listStyle: 'none' }}>
            {those.map((entry) => (
              <Entry key={entry.documentId} type={type} entry={entry} names={names} parts={parts} policies={policies} />
            ))}
          </Box>
        </Box>
      ))}
    </Flex>
  );
}
