import * as React from 'react';
import { Box, Searchbar, SearchForm, Typography } from '@strapi/design-system';
import { isPrivateSearch } from '../../../../contracts';
import { useShortcuts } from '../shortcuts';
import { useDebounced } from '../useDebounced';
import { useWords } from '../words';

const REST_MS = 300;

interface SearchBoxProps {
  /** What is searched for. */
  value: string;
  onChange: (value: string) => void;
  label: string;
  hint: string;
  maxLength?: number;
  /** Telephones may be looked for: they stay out of the address, and the box says so. */
  personal?: boolean;
}

/** The box that searches a list as one types; `/` comes to it from anywhere on the page. */
export function SearchBox({ value, onChange, label, hint, maxLength = 100, personal = false }: SearchBoxProps) {
  const { t } = useWords();
  const [typed, setTyped] = React.useState(value);
  const rested = useDebounced(typed, REST_MS);
  const box = React.useRef<HTMLDivElement>(null);
  const latest = React.useRef({ value, onChange });
  latest.current = { value, onChange };
  React.useEffect(() => {
    const now = latest.current;
    if (rested.trim() !== now.value.trim()) now.onChange(rested.trim());
  }, [rested]);
  React.useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  useShortcuts('page', [
    {
      keys: '/',
      says: t('shortcuts.searchList'),
      run: () => {
        const input = box.current?.querySelector('input');
        input?.focus();
        input?.select();
      },
    },
  ]);

  return (
    <Box ref={box} flex="1 1 24rem" maxWidth="40rem">
      <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
        <Searchbar
          name="q"
          size="S"
          value={typed}
          maxLength={maxLength}
          onChange={(event) => setTyped(event.target.value)}
          onClear={() => setTyped('')}
          clearLabel={t('form.clear')}
          placeholder={hint}
        >
          {label}
        </Searchbar>
      </SearchForm>
      {personal && isPrivateSearch(typed) && (
        <Typography variant="pi" textColor="neutral600" tag="p" role="status" paddingTop={1}>
          {t('list.searchPrivate')}
        </Typography>
      )}
    </Box>
  );
}
