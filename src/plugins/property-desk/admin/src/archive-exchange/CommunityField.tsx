import * as React from 'react';
import { Field, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import { useOptions } from '../kernel/form/fields/useOptions';
import { useWords } from '../kernel/words';

interface CommunityFieldProps {
  value: string | null;
  onChange: (community: string) => void;
}

/** Which community: the only one is chosen already. */
export function CommunityField({ value, onChange }: CommunityFieldProps) {
  const { t } = useWords();
  const { options, trouble } = useOptions('communities', null);
  const first = options?.[0]?.documentId;
  React.useEffect(() => {
    if (value === null && first) onChange(first);
  }, [value, first, onChange]);
  return (
    <Field.Root name="community" required error={trouble ?? undefined}>
      <Field.Label>{t('list.community')}</Field.Label>
      {options?.length === 1 ? (
        <TextInput value={options[0].name} readOnly />
      ) : (
        <SingleSelect value={value} onChange={(chosen) => onChange(String(chosen))}>
          {(options ?? []).map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      )}
      <Field.Error />
    </Field.Root>
  );
}
