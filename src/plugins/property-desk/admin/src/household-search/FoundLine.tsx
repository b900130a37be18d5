import * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { File, House, PinMap } from '@strapi/icons';
import type { SearchHousehold } from '../../../contracts';
import { StateBadge } from '../kernel/case/StateBadge';
import { useWords } from '../kernel/words';
import { reasonText, type Choice } from './choices';

interface FoundLineProps {
  id: string;
  choice: Choice;
  selected: boolean;
  onChoose: () => void;
}

const ICONS = { household: House, case: File, extra: PinMap };

/** A household in the results: where, who, and why it was found. */
function Household({ household }: { household: SearchHousehold }) {
  const words = useWords();
  const { t } = words;
  const { name, fileNumber, community, residents, why } = household;
  const met = new Set(why.map(({ resident }) => resident));
  return (
    <Box>
      <Flex gap={2} alignItems="baseline" wrap="wrap">
        <Typography fontWeight="bold">{name}</Typography>
        <Typography textColor="neutral600">{community.name}</Typography>
        {fileNumber && (
          <Typography variant="pi" textColor="neutral600">
            {fileNumber}
          </Typography>
        )}
      </Flex>
      <Flex gap={3} wrap="wrap">
        {residents.map(({ documentId, name: person, kind, telephone, former }) => (
          <Flex key={documentId} gap={1}>
            <Typography variant="pi" fontWeight={met.has(documentId) ? 'bold' : undefined}>
              {[person, words.first([`resident.kind.${kind}`], ''), telephone].filter(Boolean).join(' ')}
            </Typography>
            {former && <Badge>{t('search.left')}</Badge>}
          </Flex>
        ))}
      </Flex>
      <Flex gap={3} wrap="wrap">
        {why.map((reason) => (
          <Flex key={`${reason.way}-${reason.resident}-${reason.text}`} gap={1}>
            <Typography variant="pi" textColor="primary600">
              {reasonText(words, reason, household)}
            </Typography>
            {reason.former && !reason.resident && <Badge>{t('search.past')}</Badge>}
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}

/** One line of the search results. */
export function FoundLine({ id, choice, selected, onChoose }: FoundLineProps) {
  const { t } = useWords();
  const line = React.useRef<HTMLLIElement>(null);
  const Icon = ICONS[choice.kind];

  React.useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const open = choice.kind === 'household' ? choice.household.openCases.length : 0;
  return (
    <Box
      tag="li"
      ref={line}
      id={id}
      role="option"
      aria-selected={selected}
      onClick={onChoose}
      padding={3}
      hasRadius
      background={selected ? 'primary100' : 'neutral0'}
      borderColor={selected ? 'primary600' : 'neutral150'}
      marginBottom={1}
      cursor="pointer"
    >
      <Flex gap={3} justifyContent="space-between">
        <Flex gap={3}>
          <Icon aria-hidden fill="neutral600" />
          {choice.kind === 'household' && <Household household={choice.household} />}
          {choice.kind === 'extra' && <Typography>{choice.label}</Typography>}
          {choice.kind === 'case' && (
            <Box>
              <Typography fontWeight="bold">{choice.found.number}</Typography>{' '}
              <Typography>{choice.found.title}</Typography>
            </Box>
          )}
        </Flex>
        {open > 0 && <Badge variant="warning">{t('intake.openCases', { count: open })}</Badge>}
        {choice.kind === 'case' && <StateBadge type={choice.found.type} state={choice.found.state} />}
      </Flex>
    </Box>
  );
}
