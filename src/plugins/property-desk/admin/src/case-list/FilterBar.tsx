import { Checkbox, Flex } from '@strapi/design-system';
import { ALL_STATES, LIST_SORTS, LONGEST_SEARCH, ME, NOBODY } from '../../../contracts';
import { useOptions } from '../kernel/form/fields/useOptions';
import { narrowed, type Filters } from '../kernel/list/address';
import { choicesOf, Pick, PickSome } from '../kernel/list/Pick';
import { SearchBox } from '../kernel/list/SearchBox';
import { useWords } from '../kernel/words';
import { withinCommunity, type CaseListConfig, type FixedFilter, type ListedFilter, type PersonFilter } from './lists';
import { PeriodFilter } from './PeriodFilter';

interface FilterBarProps {
  list: CaseListConfig;
  filters: Filters;
  onChange: (filters: Filters) => void;
}

interface OneProps<F> {
  filter: F;
  value: string | undefined;
  /** The one community that is meant, if one is. */
  community: string | null;
  onPick: (value: string | null) => void;
}

/** Options that are those of one community. */
const WITHIN = ['buildings'];

function Listed({ filter, value, community, onPick }: OneProps<ListedFilter>) {
  const { t } = useWords();
  const within = WITHIN.includes(filter.options);
  const { options } = useOptions(within && !community ? null : filter.options, within ? community : null);
  if (!options || options.length === 0) return null;
  return <Pick label={t(`list.${filter.name}`)} value={value} choices={choicesOf(options)} onPick={onPick} />;
}

function Person({ filter, value, community, onPick }: OneProps<PersonFilter>) {
  const { t } = useWords();
  const { options } = useOptions(community ? 'staff' : null, community);
  const choices = [
    { value: ME, text: t('list.me') },
    { value: NOBODY, text: t('list.nobody') },
    ...choicesOf(options ?? []),
  ];
  return <Pick label={t(`list.${filter.name}`)} value={value} choices={choices} onPick={onPick} />;
}

function Fixed({ filter, value, onPick }: Omit<OneProps<FixedFilter>, 'community'>) {
  const words = useWords();
  const choices = filter.values.map((each) => ({
    value: each,
    text: words.first([`${filter.words}.${each}`, `state.${each}`], each),
  }));
  const label = words.t(`list.${filter.name}`);
  if (filter.name !== 'state') return <PickSome label={label} value={value} choices={choices} onPick={onPick} />;
  // All of them stands for itself: beside another it would say nothing.
  const all = { value: ALL_STATES, text: words.t('list.allStates') };
  const pick = (next: string | null) => {
    const chosen = next?.split(',') ?? [];
    const last = chosen.at(-1);
    const kept = last === ALL_STATES ? [last] : chosen.filter((each) => each !== ALL_STATES);
    onPick(kept.length > 0 ? kept.join(',') : null);
  };
  return <PickSome label={label} value={value} choices={[all, ...choices]} onPick={pick} />;
}

/** What the list is narrowed to: a text, the filters of its type, the community, when it came in, overdue only; and its order. */
export function FilterBar({ list, filters, onChange }: FilterBarProps) {
  const { t } = useWords();
  const { options } = useOptions('communities', null);
  const communities = options ?? [];
  // Who works in one community only need not say which.
  const community = filters.community ?? (communities.length === 1 ? (communities[0]?.documentId ?? null) : null);
  const within = withinCommunity(list);
  const pick = (name: string) => (value: string | null) => onChange(narrowed(filters, name, value, within));

  return (
    <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
      <SearchBox
        personal
        value={filters.q ?? ''}
        maxLength={LONGEST_SEARCH}
        label={t('list.search')}
        hint={t('list.searchHint')}
        onChange={pick('q')}
      />
      {communities.length > 1 && (
        <Pick
          label={t('list.community')}
          value={filters.community}
          choices={choicesOf(communities)}
          onPick={pick('community')}
        />
      )}
      {list.filters.map((filter) => {
        const common = { value: filters[filter.name], onPick: pick(filter.name) };
        if ('values' in filter) return <Fixed key={filter.name} filter={filter} {...common} />;
        const key = `${filter.name} ${community}`;
        return 'person' in filter ? (
          <Person key={key} filter={filter} community={community} {...common} />
        ) : (
          <Listed key={key} filter={filter} community={community} {...common} />
        );
      })}
      <PeriodFilter filters={filters} onChange={onChange} />
      <Pick
        label={t('list.sort')}
        value={filters.sort}
        choices={LIST_SORTS.map((value) => ({ value, text: t(`list.sort.${value}`) }))}
        onPick={pick('sort')}
      />
      <Checkbox
        checked={filters.overdue === 'true'}
        onCheckedChange={(overdue) => pick('overdue')(overdue === true ? 'true' : null)}
      >
        {t('list.overdueOnly')}
      </Checkbox>
    </Flex>
  );
}
