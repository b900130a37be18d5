import * as React from 'react';
import { Box, Checkbox, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useWords } from '../kernel/words';
import { narrowed, type Filters } from './filters';
import type { CaseListConfig, FixedFilter, ListedFilter } from './lists';

interface FilterBarProps {
  list: CaseListConfig;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** People are listed within a community; other things are the same everywhere. */
const PEOPLE = 'staff';

function useOptions(kind: string, community: string | null): Ref[] {
  const api = useDeskApi();
  const [options, setOptions] = React.useState<Ref[]>([]);
  const wanted = kind !== PEOPLE || community !== null;
  React.useEffect(() => {
    setOptions([]);
    if (!wanted) return;
    let gone = false;
    api.options(kind, kind === PEOPLE ? { community } : {}).then(
      (list) => !gone && setOptions(list),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, kind, community, wanted]);
  return options;
}

/** What one filter offers. */
export interface PickProps {
  label: string;
  value: string | undefined;
  choices: { value: string; text: string }[];
  onPick: (value: string | null) => void;
}

/** One filter: nothing, or one of its choices. */
export function Pick({ label, value, choices, onPick }: PickProps) {
  const { t } = useWords();
  return (
    <Box minWidth="16rem">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={value ?? null}
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

/** Records as choices. */
export const choicesOf = (list: Ref[]) => list.map(({ documentId, name }) => ({ value: documentId, text: name }));

function Listed({
  filter,
  value,
  community,
  onPick,
}: { filter: ListedFilter; community: string | null } & Omit<PickProps, 'label' | 'choices'>) {
  const { t } = useWords();
  const options = useOptions(filter.options, community);
  if (options.length === 0) return null;
  return <Pick label={t(`list.${filter.name}`)} value={value} choices={choicesOf(options)} onPick={onPick} />;
}

function Fixed({ filter, value, onPick }: { filter: FixedFilter } & Omit<PickProps, 'label' | 'choices'>) {
  const words = useWords();
  return (
    <Pick
      label={words.t(`list.${filter.name}`)}
      value={value}
      choices={filter.values.map((each) => ({
        value: each,
        text: words.first([`${filter.words}.${each}`, `state.${each}`], each),
      }))}
      onPick={onPick}
    />
  );
}

/** What the list is narrowed to: the filters of its type, the community, overdue only. */
export function FilterBar({ list, filters, onChange }: FilterBarProps) {
  const { t } = useWords();
  const communities = useOptions('communities', null);
  // Who works in one community only need not say which.
  const community = filters.community ?? (communities.length === 1 ? (communities[0]?.documentId ?? null) : null);
  const people = list.filters.filter((each) => 'options' in each && each.options === PEOPLE).map(({ name }) => name);
  const pick = (name: string) => (value: string | null) => onChange(narrowed(filters, name, value, people));

  return (
    <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
      {list.filters.map((filter) =>
        'values' in filter ? (
          <Fixed key={filter.name} filter={filter} value={filters[filter.name]} onPick={pick(filter.name)} />
        ) : (
          <Listed
            key={filter.name}
            filter={filter}
            community={community}
            value={filters[filter.name]}
            onPick={pick(filter.name)}
          />
        )
      )}
      {communities.length > 1 && (
        <Pick
          label={t('list.community')}
          value={filters.community}
          choices={choicesOf(communities)}
          onPick={pick('community')}
        />
      )}
      <Checkbox
        checked={filters.overdue === 'true'}
        onCheckedChange={(overdue) => pick('overdue')(overdue === true ? 'true' : null)}
      >
        {t('list.overdueOnly')}
      </Checkbox>
    </Flex>
  );
}
