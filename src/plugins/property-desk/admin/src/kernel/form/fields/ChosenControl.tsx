import { useWords } from '../../words';
import { Picker } from '../Picker';
import type { ControlProps } from './props';

/** One of the records that the page has given to choose from. */
export function ChosenControl({ field, value, onChange, context }: ControlProps) {
  const { t } = useWords();
  return (
    <Picker
      name={field.name}
      value={(value as string | null) ?? null}
      items={context.choices?.[field.name] ?? []}
      onPick={onChange}
      placeholder={t('form.chooseOrType')}
      empty={t('form.nothingFound')}
    />
  );
}
