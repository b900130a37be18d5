import * as React from 'react';
import { useDeskApi } from '../../api';
import { useDebounced } from '../../useDebounced';
import { useWords } from '../../words';
import { Picker, type PickerItem } from '../Picker';
import type { ControlProps } from './props';

/** A household, or a case of the form's type, found by the desk's one search. */
export function SearchControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const [typed, setTyped] = React.useState('');
  const [found, setFound] = React.useState<PickerItem[]>([]);
  const [chosen, setChosen] = React.useState<PickerItem | null>(null);
  const [busy, setBusy] = React.useState(false);
  const query = useDebounced(typed.trim(), 250);
  const { widget } = field;

  React.useEffect(() => {
    if (query === '') return setFound([]);
    let gone = false;
    setBusy(true);
    api
      .search({ query })
      .then(({ households, cases }) => {
        if (gone) return;
        setFound(
          widget === 'household'
            ? households.map(({ documentId, name, community }) => ({
                value: documentId,
                text: `${name} · ${community.name}`,
              }))
            : cases
                .filter(({ type }) => type === widget)
                .map(({ documentId, number, title }) => ({ value: documentId, text: `${number} · ${title}` }))
        );
      })
      .catch(() => undefined)
      .finally(() => !gone && setBusy(false));
    return () => {
      gone = true;
    };
  }, [api, query, widget]);

  const shown = chosen && !found.some((item) => item.value === chosen.value) ? [...found, chosen] : found;
  return (
    <Picker
      name={field.name}
      value={(value as string) ?? null}
      items={shown}
      narrowed
      onTyped={setTyped}
      onPick={(picked) => {
        setChosen(shown.find((item) => item.value === picked) ?? null);
        onChange(picked);
      }}
      busy={busy}
      placeholder={t(`form.search.${widget}`)}
      empty={t(query === '' ? 'form.typeToSearch' : 'form.nothingFound')}
    />
  );
}
