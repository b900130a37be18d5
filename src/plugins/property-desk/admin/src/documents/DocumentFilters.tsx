import * as React from 'react';
import { Box, Button, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentVolume } from '../../../contracts';
import { useOptions } from '../kernel/form/fields/useOptions';
import { useDebounced } from '../kernel/useDebounced';
import { useWords } from '../kernel/words';
import { TABS, type View } from './view';

const REST_MS = 300;

interface PickProps {
  label: string;
  value: string | null;
  choices: { value: string; label: string }[];
  onPick: (value: string | null) => void;
}

function Pick({ label, value, choices, onPick }: PickProps) {
  const { t } = useWords();
  return (
    <Box minWidth="14rem">
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
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

interface DocumentFiltersProps {
  view: View;
  volumes: DocumentVolume[];
  onChange: (view: View) => void;
}

/** The views over the archive, and what to narrow them by. */
export function DocumentFilters({ view, volumes, onChange }: DocumentFiltersProps) {
  const { t } = useWords();
  const [typed, setTyped] = React.useState(view.q);
  const rested = useDebounced(typed, REST_MS);
  const { options: communities } = useOptions('communities', null);
  const latest = React.useRef({ view, onChange });
  latest.current = { view, onChange };
  React.useEffect(() => {
    const now = latest.current;
    if (rested.trim() !== now.view.q.trim()) now.onChange({ ...now.view, q: rested });
  }, [rested]);
  React.useEffect(() => setTyped((before) => (before.trim() === view.q ? before : view.q)), [view.q]);
  const years = [...new Set([...volumes.map(({ year }) => String(year)), ...(view.year ? [view.year] : [])])]
    .sort()
    .reverse();

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('list.state')}>
        {TABS.map((tab) => (
          <Button
            key={tab}
            variant={view.tab === tab ? 'secondary' : 'tertiary'}
            aria-pressed={view.tab === tab}
            onClick={() => onChange({ ...view, tab })}
          >
            {t(`documents.tab.${tab}`)}
          </Button>
        ))}
      </Flex>
      <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
        <Box flex="1 1 24rem" maxWidth="40rem">
          <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
            <Searchbar
              name="q"
              size="S"
              value={typed}
              maxLength={100}
              onChange={(event) => setTyped(event.target.value)}
              onClear={() => setTyped('')}
              clearLabel={t('form.clear')}
              placeholder={t('documents.searchHint')}
            >
              {t('documents.search')}
            </Searchbar>
          </SearchForm>
        </Box>
        <Pick
          label={t('field.year')}
          value={view.year}
          choices={years.map((year) => ({ value: year, label: year }))}
          onPick={(year) => onChange({ ...view, year })}
        />
        <Pick
          label={t('list.kind')}
          value={view.kind}
          choices={DOCUMENT_KINDS.map((kind) => ({ value: kind, label: t(`document.kind.${kind}`) }))}
          onPick={(kind) => onChange({ ...view, kind: kind as DocumentKind | null })}
        />
        {(communities?.length ?? 0) > 1 && (
          <Pick
            label={t('list.community')}
            value={view.community}
            choices={(communities ?? []).map(({ documentId, name }) => ({ value: documentId, label: name }))}
            onPick={(community) => onChange({ ...view, community })}
          />
        )}
      </Flex>
    </Flex>
  );
}
