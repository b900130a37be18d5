import * as React from 'react';
import { Box, Button, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { CASE_STUDY_STATES, type CaseStudyFacet, type CaseStudyFacets } from '../../../contracts';
import { useShortcuts } from '../kernel/shortcuts';
import { useDebounced } from '../kernel/useDebounced';
import { useWords } from '../kernel/words';
import type { Wanted } from './pieces';

const REST_MS = 300;

interface PickProps {
  label: string;
  value: string | null;
  choices: CaseStudyFacet[];
  say?: (name: string) => string;
  onPick: (value: string | null) => void;
}

function Pick({ label, value, choices, say = (name) => name, onPick }: PickProps) {
  const { t } = useWords();
  // A value that nothing has any more still stands in the address, and can be taken away.
  const all = value && !choices.some(({ name }) => name === value) ? [...choices, { name: value, count: 0 }] : choices;
  return (
    <Box flex="1 1 16rem" maxWidth="24rem">
      <SingleSelect
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(chosen) => onPick(String(chosen))}
        onClear={() => onPick(null)}
        clearLabel={t('form.clear')}
      >
        {all.map(({ name, count }) => (
          <SingleSelectOption key={name} value={name}>
            {t('library.facet', { name: say(name), count })}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

interface LibraryFiltersProps {
  wanted: Wanted;
  facets: CaseStudyFacets | null;
  /** Whether drafts are anything to this person. */
  works: boolean;
  onChange: (wanted: Wanted) => void;
}

/** What to look for, and what to narrow it to. A slash puts the cursor into the box. */
export function LibraryFilters({ wanted, facets, works, onChange }: LibraryFiltersProps) {
  const words = useWords();
  const { t } = words;
  const [typed, setTyped] = React.useState(wanted.q);
  const rested = useDebounced(typed, REST_MS);
  const box = React.useRef<HTMLInputElement>(null);
  const latest = React.useRef({ wanted, onChange });
  latest.current = { wanted, onChange };

  React.useEffect(() => {
    const now = latest.current;
    if (rested !== now.wanted.q) now.onChange({ ...now.wanted, q: rested });
  }, [rested]);
  // The address was changed from elsewhere: a tag that was followed, the way back.
  React.useEffect(() => setTyped(wanted.q), [wanted.q]);
  useShortcuts('page', [{ keys: '/', says: t('shortcuts.search'), run: () => box.current?.focus() }]);

  const pick = (name: 'category' | 'article' | 'tag') => (value: string | null) =>
    onChange({ ...wanted, [name]: value });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="search" aria-label={t('library.title')}>
      <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
        <Searchbar
          ref={box}
          name="q"
          value={typed}
          maxLength={100}
          onChange={(event) => setTyped(event.target.value)}
          onClear={() => setTyped('')}
          clearLabel={t('form.clear')}
          placeholder={t('library.searchHint')}
        >
          {t('library.search')}
        </Searchbar>
      </SearchForm>
      <Flex gap={3} wrap="wrap">
        <Pick
          label={t('list.category')}
          value={wanted.category}
          choices={facets?.categories ?? []}
          onPick={pick('category')}
        />
        <Pick
          label={t('field.article')}
          value={wanted.article}
          choices={facets?.articles ?? []}
          say={(article) => t('desk.article', { article })}
          onPick={pick('article')}
        />
        <Pick label={t('field.tags')} value={wanted.tag} choices={facets?.tags ?? []} onPick={pick('tag')} />
        {works && (
          <Flex gap={2} role="group" aria-label={t('list.state')} marginLeft="auto">
            {CASE_STUDY_STATES.map((state) => (
              <Button
                key={state}
                variant={wanted.state === state ? 'secondary' : 'tertiary'}
                aria-pressed={wanted.state === state}
                onClick={() => onChange({ ...wanted, state })}
              >
                {words.t(`case-study.state.${state}`)}
              </Button>
            ))}
          </Flex>
        )}
      </Flex>
    </Flex>
  );
}
