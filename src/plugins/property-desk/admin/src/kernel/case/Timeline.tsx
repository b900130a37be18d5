import * as React from 'react';
import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { TimelineEntry } from '../../../../contracts';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { actionName, actorName, stateName, useWords } from '../words';
import { factsOf, namesIn, partOf, type Told } from './story';

const SHOWN_AT_FIRST = 6;

/** The case's story, oldest first: who did what when, what was entered, where it went. */
export function Timeline({ detail, parts = [] }: { detail: Told; parts?: readonly string[] }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const [all, setAll] = React.useState(false);
  const names = React.useMemo(() => namesIn(detail), [detail]);
  const { type } = detail.case;
  const entries = [...detail.timeline].sort((a, b) => a.at.localeCompare(b.at) || a.revision - b.revision);
  const hidden = all ? 0 : Math.max(0, entries.length - SHOWN_AT_FIRST);
  const moment = (iso: string) => times.moment(iso, now);

  const who = ({ actor }: TimelineEntry) => actorName(words, actor);
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {hidden > 0 && (
        <TextButton type="button" onClick={() => setAll(true)}>
          {words.t('timeline.earlier', { count: hidden })}
        </TextButton>
      )}
      <Box tag="ol" aria-label={words.t('timeline.title')} style={{ listStyle: 'none' }}>
        {entries.slice(hidden).map((entry) => (
          <Box
            tag="li"
            key={entry.documentId}
            paddingLeft={3}
            paddingBottom={3}
            borderStyle="solid"
            borderWidth="0 0 0 2px"
            borderColor={entry.actor.kind === 'system' ? 'warning200' : 'primary200'}
          >
            <Typography variant="pi" textColor="neutral600" tag="div" title={times.full(entry.at)}>
              {moment(entry.at)} · {who(entry)}
            </Typography>
            <Typography tag="div" fontWeight="semiBold">
              {actionName(words, type, entry.action)}
              {entry.to && entry.to !== entry.from && (
                <Typography textColor="neutral600"> → {stateName(words, type, entry.to)}</Typography>
              )}
            </Typography>
            {factsOf(words, partOf(type, entry.action, parts), entry, names, moment).map(({ label, text }) => (
              <Typography key={`${label} ${text}`} variant="pi" tag="div" style={{ overflowWrap: 'anywhere' }}>
                <Typography variant="pi" textColor="neutral600">
                  {label}
                  {words.t('form.colon')}
                </Typography>
                {text}
              </Typography>
            ))}
          </Box>
        ))}
      </Box>
    </Flex>
  );
}
