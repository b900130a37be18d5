import { Flex, Typography } from '@strapi/design-system';
import type { ConflictDetails } from '../../../../contracts';
import { useNow } from '../clock/ticker';
import { useTimes } from '../clock/times';
import { actionName, actorName, stateName, useWords } from '../words';
import { Notice } from '../Notice';

/** Says who did what to the case meanwhile; what was typed stays in the form below. */
export function ConflictNote({ type, details }: { type: string; details: ConflictDetails }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
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
      <Typography>{words.t('conflict.kept', { state: stateName(words, type, details.state) })}</Typography>
    </Notice>
  );
}
