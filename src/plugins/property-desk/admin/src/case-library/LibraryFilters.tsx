import { Button, Flex } from '@strapi/design-system';
import { CASE_STUDY_STATES, type CaseStudyFacet, type CaseStudyFacets } from '../../../contracts';
import { Pick } from '../kernel/list/Pick';
import { SearchBox } from '../kernel/list/SearchBox';
import { useWords } from '../kernel/words';
import type { Wanted } from './pieces';

/** What is there of a facet. A value that nothing has any more still stands in the address, and can be taken away. */
const among = (value: string | null, found: CaseStudyFacet[] = []): CaseStudyFacet[] =>
  value && !found.some(({ name }) => name === value) ? [...found, { name: value, count: 0 }] : found;

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
  const choices = (value: string | null, found: CaseStudyFacet[] | undefined, say = (name: string) => name) =>
    among(value, found).map(({ name, count }) => ({
      value: name,
      text: t('library.facet', { name: say(name), count }),
    }));
  const pick = (name: 'category' | 'article' | 'tag') => (value: string | null) =>
    onChange({ ...wanted, [name]: value });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} role="search" aria-label={t('library.title')}>
      <Flex gap={3} wrap="wrap">
        <SearchBox
          personal
          value={wanted.q}
          label={t('library.search')}
          hint={t('library.searchHint')}
          onChange={(q) => onChange({ ...wanted, q })}
        />
        <Pick
          label={t('list.category')}
          value={wanted.category ?? undefined}
          choices={choices(wanted.category, facets?.categories)}
          onPick={pick('category')}
        />
        <Pick
          label={t('field.article')}
          value={wanted.article ?? undefined}
          choices={choices(wanted.article, facets?.articles, (article) => t('desk.article', { article }))}
          onPick={pick('article')}
        />
        <Pick
          label={t('field.tags')}
          value={wanted.tag ?? undefined}
          choices={choices(wanted.tag, facets?.tags)}
          onPick={pick('tag')}
        />
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
