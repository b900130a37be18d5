import * as React from 'react';
import { Combobox, ComboboxOption } from '@strapi/design-system';
import { useDeskApi } from '../../api';
import { useDebounced } from '../../useDebounced';
import { useWords } from '../../words';
import type { ControlProps } from './props';

interface Found {
  documentId: string;
  text: string;
}

/** A household, or a case of the form's type, found by the desk's one search. */
export function SearchControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const [typed, setTyped] = React.useState('');
  const [found, setFound] = React.useState<Found[]>([]);
  const [chosen, setChosen] = React.useState<Found | null>(null);
  const [busy, setBusy] = React.useState(false);
  const query = useDebounced(typed.trim(), 250);
  const { widget } = field;

  React.useEffect(() => {
    if (query === '') return setFound([]);
    let gone = false;
    setBusy(true);
    api
      .search(query)
      .then(({ households, cases }) => {
        if (gone) return;
        setFound(
          widget === 'household'
            ? households.map(({ documentId, name, community }) => ({ documentId, text: `${name} · ${community.name}` }))
            : cases
                .filter(({ type }) => type === widget)
                .map(({ documentId, number, title }) => ({ documentId, text: `${number} · ${title}` }))
        );
      })
      .catch(() => undefined)
      .finally(() => !gone && setBusy(false));
    return () => {
      gone = true;
    };
  }, [api, query, widget]);

  const shown = chosen && !found.some(({ documentId }) => documentId === chosen.documentId) ? [chosen, ...found] : found;
  return (
    <Combobox
      name={field.name}
      value={(value as string) ?? ''}
      onChange={(documentId) => {
        setChosen(shown.find((each) => each.documentId === documentId) ?? null);
        onChange(documentId ?? null);
      }}
      onClear={() => {
        setTyped('');
        setChosen(null);
        onChange(null);
      }}
      // The server has done the filtering already.
      filterValue=""
      onInputChange={(event) => setTyped(event.target.value)}
      loading={busy}
      loadingMessage={t('form.loading')}
      clearLabel={t('form.clear')}
      placeholder={t(`form.search.${widget}`)}
      noOptionsMessage={() => t(query === '' ? 'form.typeToSearch' : 'form.nothingFound')}
    >
      {shown.map(({ documentId, text }) => (
        <ComboboxOption key={documentId} value={documentId} textValue={text}>
          {text}
        </ComboboxOption>
      ))}
    </Combobox>
  );
}
