import * as React from 'react';
import { Box, Checkbox, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { INQUIRY_STATES, TICKET_STATES, type Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { stateName, useWords } from '../kernel/words';
import type { Filters } from './useCaseList';

interface FilterBarProps {
  type: string;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

function useOptions(kind: string, wanted: boolean): Ref[] {
  const api = useDeskApi();
  const [options, setOptions] = React.useState<Ref[]>([]);
  React.useEffect(() => {
    if (!wanted) return;
    let gone = false;
    api.options(kind).then(
      (list) => !gone && setOptions(list),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, kind, wanted]);
  return options;
}

interface PickProps {
  label: string;
  value: string | null;
  choices: { value: string; text: string }[];
  onPick: (value: string | null) => void;
}

function Pick({ label, value, choices, onPick }: PickProps) {
  const { t } = useWords();
  return (
    <Box minWidth="18rem">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(chosen) => onPick(String(chosen))}
        onClear={() => onPick(null)}
        clearLabel={t('form.clear')}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

/** What the list is narrowed to: state, category, community, overdue only. */
export function FilterBar({ type, filters, onChange }: FilterBarProps) {
  const words = useWords();
  const { t } = words;
  const categories = useOptions('categories', type === 'ticket');
  const communities = useOptions('communities', true);
  const states = type === 'ticket' ? TICKET_STATES : INQUIRY_STATES;
  const refs = (list: Ref[]) => list.map(({ documentId, name }) => ({ value: documentId, text: name }));

  return (
    <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
      <Pick
        label={t('list.state')}
        value={filters.state}
        choices={states.map((state) => ({ value: state, text: stateName(words, type, state) }))}
        onPick={(state) => onChange({ ...filters, state })}
      />
      {type === 'ticket' && (
        <Pick
          label={t('list.category')}
          value={filters.category}
          choices={refs(categories)}
          onPick={(category) => onChange({ ...filters, category })}
        />
      )}
      {communities.length > 1 && (
        <Pick
          label={t('list.community')}
          value={filters.community}
          choices={refs(communities)}
          onPick={(community) => onChange({ ...filters, community })}
        />
      )}
      <Checkbox
        checked={filters.overdue}
        onCheckedChange={(overdue) => onChange({ ...filters, overdue: overdue === true })}
      >
        {t('list.overdueOnly')}
      </Checkbox>
    </Flex>
  );
}
