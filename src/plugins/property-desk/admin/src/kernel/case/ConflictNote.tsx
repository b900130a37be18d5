import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { AvailableAction, ConflictDetails } from '../../../../contracts';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { Notice } from '../Notice';
import { actionName, actorName, stateName, useWords } from '../words';

interface ConflictNoteProps {
  type: string;
  details: ConflictDetails;
  /** The action that the form was for, as it stands now; its button repeats it under the new state. */
  action?: AvailableAction;
  /** Why it cannot be repeated at this moment, though it is allowed: the case is being read. */
  busy?: boolean;
  onRepeat?: () => void;
  /** What else can be done now. */
  others?: AvailableAction[];
  onOther?: (action: string) => void;
}

/** Says who did what to the case meanwhile, what has become of it, and what can be done now; what was typed stays below. */
export function ConflictNote({ type, details, action, busy, onRepeat, others = [], onOther }: ConflictNoteProps) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const state = stateName(words, type, details.state);
  return (
    <Notice variant="warning" title={words.t('conflict.title')}>
      <Flex tag="span" role="list" direction="column" alignItems="flex-start">
        {details.since.map((entry) => (
          <span role="listitem" key={entry.revision}>
            <Typography>
              {words.t('conflict.line', {
                time: times.moment(entry.at, now),
                who: actorName(words, entry.actor),
                action: actionName(words, type, entry.action),
                state: stateName(words, type, entry.to ?? details.state),
              })}
            </Typography>
          </span>
        ))}
      </Flex>
      <Typography tag="p">{words.t('conflict.kept', { state })}</Typography>
      {action && !action.allowed && (
        <Typography tag="p" fontWeight="semiBold">
          {words.t('conflict.notAnyMore', { action: actionName(words, type, action.name), why: action.why ?? '' })}
        </Typography>
      )}
      {(action?.allowed || others.length > 0) && (
        <Flex gap={2} wrap="wrap" paddingTop={2} alignItems="center">
          {action?.allowed && onRepeat && (
            <Button type="button" size="S" loading={busy} onClick={onRepeat}>
              {words.t('conflict.repeat', { action: actionName(words, type, action.name) })}
            </Button>
          )}
          {others.length > 0 && (
            <Typography variant="pi" tag="span">
              {words.t('conflict.instead')}
            </Typography>
          )}
          {others.map(({ name }) => (
            <Box key={name}>
              <Button type="button" size="S" variant="tertiary" onClick={() => onOther?.(name)}>
                {actionName(words, type, name)}
              </Button>
            </Box>
          ))}
        </Flex>
      )}
    </Notice>
  );
}
