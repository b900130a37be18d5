import * as React from 'react';
import { Box, Field, Flex, Loader, TextInput, Typography } from '@strapi/design-system';
import { Search } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import type { Ref, SearchAnswer } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useCaseLink } from '../kernel/case/links';
import { readFailure, type Failure } from '../kernel/failure';
import { useDebounced } from '../kernel/useDebounced';
import { useWords } from '../kernel/words';
import { choicesOf, type Caller, type Choice } from './caller';
import { ChoiceLine } from './ChoiceLine';

const REST_MS = 200;
const LIST_ID = 'intake-results';

interface CallerSearchProps {
  communities: Ref[];
  query: string;
  onQuery: (query: string) => void;
  onChoose: (caller: Caller) => void;
  onHelp: () => void;
}

/** One box for telephone, room, name or initials. The arrow keys move over the results, Enter takes one. */
export function CallerSearch({ communities, query, onQuery, onChoose, onHelp }: CallerSearchProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const navigate = useNavigate();
  const caseLink = useCaseLink();
  const [answer, setAnswer] = React.useState<{ query: string; found: SearchAnswer } | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [active, setActive] = React.useState(0);
  const enterWaits = React.useRef(false);
  const box = React.useRef<HTMLInputElement>(null);
  const wanted = query.trim();
  const rested = useDebounced(wanted, REST_MS);

  React.useEffect(() => box.current?.focus(), []);

  const choose = React.useCallback(
    (choice: Choice | undefined) => {
      if (!choice) return;
      if (choice.kind === 'case') navigate(caseLink(choice.found.uid, choice.found.documentId));
      else onChoose(choice.caller);
    },
    [caseLink, navigate, onChoose]
  );

  React.useEffect(() => {
    if (rested === '') {
      setAnswer(null);
      return;
    }
    let gone = false;
    api.search(rested).then(
      (found) => {
        if (gone) return;
        setAnswer({ query: rested, found });
        setFailure(null);
        setActive(0);
        if (enterWaits.current && found.households.length === 1) choose(choicesOf(found, [])[0]);
        enterWaits.current = false;
      },
      (error: unknown) => {
        const read = readFailure(error);
        if (!gone && read.kind !== 'aborted') setFailure(read);
      }
    );
    return () => {
      gone = true;
    };
  }, [api, rested, choose]);

  const fresh = wanted === '' || answer?.query === wanted;
  const choices = choicesOf(wanted === '' ? null : (answer?.found ?? null), communities);
  const current = choices[Math.min(active, choices.length - 1)];

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && choices.length > 0) {
      event.preventDefault();
      setActive((Math.min(active, choices.length - 1) + move + choices.length) % choices.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      // Typed faster than the search: taken as soon as the answer names one household.
      if (!fresh) enterWaits.current = true;
      else choose(current);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onQuery('');
    } else if ((event.key === '?' || event.key === '？') && query === '') {
      event.preventDefault();
      onHelp();
    }
  };

  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
      <Field.Root name="caller" hint={t('intake.searchHint')}>
        <Field.Label>{t('intake.search')}</Field.Label>
        <TextInput
          ref={box}
          value={query}
          onChange={(event) => {
            enterWaits.current = false;
            onQuery(event.target.value);
          }}
          onKeyDown={onKeyDown}
          startAction={<Search aria-hidden />}
          placeholder={t('intake.searchPlaceholder')}
          autoComplete="off"
          role="combobox"
          aria-expanded={choices.length > 0}
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${LIST_ID}-${current.key}` : undefined}
        />
        <Field.Hint />
      </Field.Root>
      {failure && (
        <Typography role="alert" textColor="danger600" tag="p" paddingTop={2}>
          {failure.kind === 'offline' ? t('error.offline') : failure.message}
        </Typography>
      )}
      <Flex paddingTop={3} minHeight="3.2rem">
        {!fresh && !failure && <Loader small>{t('form.loading')}</Loader>}
        {fresh && wanted !== '' && (
          <Typography role="status" variant="pi" textColor="neutral600">
            {t('intake.found', { count: answer?.found.households.length ?? 0 })}
          </Typography>
        )}
      </Flex>
      <Box tag="ul" role="listbox" id={LIST_ID} aria-label={t('intake.results')} style={{ listStyle: 'none' }}>
        {choices.map((choice) => (
          <ChoiceLine
            key={choice.key}
            id={`${LIST_ID}-${choice.key}`}
            choice={choice}
            selected={choice === current}
            onChoose={() => choose(choice)}
          />
        ))}
      </Box>
    </Box>
  );
}
