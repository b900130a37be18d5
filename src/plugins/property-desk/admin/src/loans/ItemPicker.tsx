import * as React from 'react';
import { Field } from '@strapi/design-system';
import type { LoanItemFound } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { Picker } from '../kernel/form/Picker';
import { useDebounced } from '../kernel/useDebounced';
import { useWords } from '../kernel/words';
import { itemName } from './items';

interface ItemPickerProps {
  value: LoanItemFound | null;
  error: string | undefined;
  onPick: (item: LoanItemFound | null) => void;
}

/** Finds a household's file, a document or a key by what people call it: room, number, title, name. */
export function ItemPicker({ value, error, onPick }: ItemPickerProps) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const [typed, setTyped] = React.useState('');
  const [found, setFound] = React.useState<LoanItemFound[]>([]);
  const [busy, setBusy] = React.useState(false);
  const query = useDebounced(typed.trim(), 250);

  React.useEffect(() => {
    if (query === '') return setFound([]);
    let gone = false;
    setBusy(true);
    api
      .loanItems(query)
      .then((items) => !gone && setFound(items))
      .catch(() => undefined)
      .finally(() => !gone && setBusy(false));
    return () => {
      gone = true;
    };
  }, [api, query]);

  const shown = value && !found.some(({ documentId }) => documentId === value.documentId) ? [...found, value] : found;
  return (
    <Field.Root name="item" required error={error} data-field="item">
      <Field.Label>{t('field.item')}</Field.Label>
      <Picker
        name="item"
        value={value?.documentId ?? null}
        items={shown.map((item) => ({ value: item.documentId, text: itemName(words, item) }))}
        narrowed
        onTyped={setTyped}
        onPick={(picked) => onPick(shown.find(({ documentId }) => documentId === picked) ?? null)}
        busy={busy}
        placeholder={t('loans.find')}
        empty={t(query === '' ? 'loans.typeToFind' : 'form.nothingFound')}
      />
      <Field.Error />
    </Field.Root>
  );
}
