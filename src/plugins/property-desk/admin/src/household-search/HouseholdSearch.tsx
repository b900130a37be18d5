import * as React from 'react';
import { Box, Checkbox, Field, Flex, Loader, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useShortcutHelp, useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';
import { choicesOf, moved, type Choice, type Extra } from './choices';
import { FoundLine } from './FoundLine';
import { useSearch } from './useSearch';
import { whyOf } from '../kernel/failure';

interface HouseholdSearchProps {
  /** What is typed; the page keeps it. */
  query: string;
  onQuery: (query: string) => void;
  /** Whoever is chosen, by Enter or by a click. */
  onChoose: (choice: Choice) => void;
  /** What the box is called, e.g. the caller. */
  label: string;
  /** Lines that are always there, below the results. */
  extras?: Extra[];
  /** documentId of the one community to look in; else all of the caller's own. */
  community?: string;
  /** Whether the cursor is in the box from the start. */
  focused?: boolean;
}

/**
 * One box for everything that a household is found by: telephone, identity number, room, name, pinyin, plate, file
 * number, key, parking space; and for case numbers. The arrow keys move over the results, Enter takes one, Escape
 * empties the box, `/` comes back to it from anywhere on the page, `?` in the empty box shows the keys. Typed faster
 * than the search, Enter waits for it.
 */
export function HouseholdSearch({
  query,
  onQuery,
  onChoose,
  label,
  extras = [],
  community,
  focused = false,
}: HouseholdSearchProps) {
  const { t } = useWords();
  const listId = React.useId();
  const [former, setFormer] = React.useState(false);
  const [active, setActive] = React.useState(0);
  const enterWaits = React.useRef(false);
  const box = React.useRef<HTMLInputElement>(null);
  const { found, fresh, failure } = useSearch(query, { former, community });
  const choices = choicesOf(found, extras);
  const current = choices[Math.min(active, choices.length - 1)];

  React.useEffect(() => {
    if (!focused) return;
    box.current?.focus();
    // What was looked for last is there to be read, and gives way to whatever is typed.
    box.current?.select();
  }, [focused]);

  const help = useShortcutHelp();
  useShortcuts('page', [
    {
      keys: '/',
      says: t('shortcuts.search'),
      run: () => {
        box.current?.focus();
        box.current?.select();
      },
    },
    { keys: 'ArrowUp', says: t('shortcuts.move') },
    { keys: 'ArrowDown', says: t('shortcuts.move') },
    { keys: 'Enter', says: t('shortcuts.choose') },
  ]);

  React.useEffect(() => {
    setActive(0);
    if (enterWaits.current && found?.households.length === 1) onChoose(choicesOf(found, [])[0]);
    enterWaits.current = false;
    // Only a new answer takes what Enter has waited for.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [found]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = ({ ArrowDown: 1, ArrowUp: -1 } as const)[event.key];
    if (by && choices.length > 0) {
      event.preventDefault();
      setActive(moved(active, by, choices.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (!fresh) enterWaits.current = true;
      else if (current) onChoose(current);
    } else if (event.key === 'Escape' && query !== '') {
      // Of an empty box it is for whatever stands around it: a dialog closes.
      event.preventDefault();
      onQuery('');
    } else if ((event.key === '?' || event.key === '？') && query === '' && help) {
      event.preventDefault();
      help();
    }
  };

  const count = found?.households.length ?? 0;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Field.Root name="household-search" hint={t('search.hint')}>
        <Field.Label>{label}</Field.Label>
        <TextInput
          ref={box}
          value={query}
          onChange={(event) => {
            enterWaits.current = false;
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          startAction={<Search aria-hidden />}
          placeholder={t('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={100}
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${listId}-${current.key}` : undefined}
        />
        <Field.Hint />
      </Field.Root>
      <Flex paddingTop={3} minHeight="3.2rem" gap={4} justifyContent="space-between" wrap="wrap">
        <Checkbox checked={former} onCheckedChange={(checked) => setFormer(checked === true)}>
          {t('search.former')}
        </Checkbox>
        {!fresh && !failure && <Loader small>{t('form.loading')}</Loader>}
        {fresh && found && (
          <Typography role="status" variant="pi" textColor="neutral600">
            {t(found.more ? 'search.more' : 'search.found', { count })}
          </Typography>
        )}
      </Flex>
      {failure && (
        <Typography role="alert" textColor="danger600" tag="p" paddingTop={2}>
          {whyOf(failure, t)}
        </Typography>
      )}
      <Box
        tag="ul"
        role="listbox"
        id={listId}
        aria-label={t('search.results')}
        paddingTop={2}
        style={{ listStyle: 'none' }}
      >
        {choices.map((choice) => (
          <FoundLine
            key={choice.key}
            id={`${listId}-${choice.key}`}
            choice={choice}
            selected={choice === current}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </Box>
    </Box>
  );
}
