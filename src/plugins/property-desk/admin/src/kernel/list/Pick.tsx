import { Box, MultiSelect, MultiSelectOption, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Ref } from '../../../../contracts';
import { useWords } from '../words';

/** What a filter offers. */
export interface Choice {
  value: string;
  text: string;
}

/** What one filter shows and tells. */
export interface PickProps {
  label: string;
  value: string | undefined;
  choices: readonly Choice[];
  onPick: (value: string | null) => void;
}

/** One filter: nothing, or one of its choices. */
export function Pick({ label, value, choices, onPick }: PickProps) {
  const { t } = useWords();
  return (
    <Box minWidth="16rem">
      <SingleSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={value ?? null}
        onChange={(chosen) => onPick(String(chosen))}
        onClear={() => onPick(null)}
        clearLabel={t('form.clear')}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.text}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
}

/** One filter of which several choices may hold, separated by commas as the API takes them. */
export function PickSome({ label, value, choices, onPick }: PickProps) {
  const { t } = useWords();
  const chosen = value ? value.split(',') : [];
  const named = choices.filter((choice) => chosen.includes(choice.value)).map(({ text }) => text);
  return (
    <Box minWidth="16rem" maxWidth="28rem">
      <MultiSelect
        size="S"
        aria-label={label}
        placeholder={label}
        value={chosen}
        customizeContent={() => (named.length > 0 ? named.join(t('form.listComma')) : label)}
        onChange={(next: string[]) => onPick(next.length > 0 ? next.join(',') : null)}
        onClear={() => onPick(null)}
        clearLabel={t('form.clear')}
      >
        {choices.map((choice) => (
          <MultiSelectOption key={choice.value} value={choice.value}>
            {choice.text}
          </MultiSelectOption>
        ))}
      </MultiSelect>
    </Box>
  );
}

/** Records as choices. */
export const choicesOf = (list: readonly Ref[]): Choice[] =>
  list.map(({ documentId, name }) => ({ value: documentId, text: name }));
