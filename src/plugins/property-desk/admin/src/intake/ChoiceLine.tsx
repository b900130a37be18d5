import * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { House, PinMap, File } from '@strapi/icons';
import { StateBadge } from '../kernel/case/StateBadge';
import { useWords } from '../kernel/words';
import type { Choice } from './caller';

interface ChoiceLineProps {
  id: string;
  choice: Choice;
  selected: boolean;
  onChoose: () => void;
}

const ICONS = { household: House, case: File, public: PinMap };

/** One line of the search results. */
export function ChoiceLine({ id, choice, selected, onChoose }: ChoiceLineProps) {
  const words = useWords();
  const { t } = words;
  const line = React.useRef<HTMLLIElement>(null);
  const Icon = ICONS[choice.kind];

  React.useEffect(() => {
    if (selected) line.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

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
          {choice.kind === 'household' && choice.caller.household && (
            <Box>
              <Typography fontWeight="bold">{choice.caller.household.name}</Typography>{' '}
              <Typography textColor="neutral600">{choice.caller.community.name}</Typography>
              <Typography variant="pi" tag="div">
                {choice.caller.household.residents
                  .map(({ name, kind, telephone }) =>
                    [name, words.first([`resident.kind.${kind}`], ''), telephone].filter(Boolean).join(' ')
                  )
                  .join(t('form.comma'))}
              </Typography>
            </Box>
          )}
          {choice.kind === 'public' && (
            <Typography>{t('intake.public', { community: choice.caller.community.name })}</Typography>
          )}
          {choice.kind === 'case' && (
            <Box>
              <Typography fontWeight="bold">{choice.found.number}</Typography>{' '}
              <Typography>{choice.found.title}</Typography>
            </Box>
          )}
        </Flex>
        {choice.kind === 'household' && (choice.caller.household?.openCases.length ?? 0) > 0 && (
          <Badge variant="warning">
            {t('intake.openCases', { count: choice.caller.household?.openCases.length ?? 0 })}
          </Badge>
        )}
        {choice.kind === 'case' && <StateBadge type={choice.found.type} state={choice.found.state} />}
      </Flex>
    </Box>
  );
}
