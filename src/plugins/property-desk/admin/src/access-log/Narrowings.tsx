import type * as React from 'react';
import { Box, Field, Flex, SingleSelect, SingleSelectOption, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { LOOK_KINDS } from '../../../contracts';
import { DayInput } from '../kernel/form/DayInput';
import { useCommunities } from '../kernel/useCommunities';
import { useWords } from '../kernel/words';
import type { Wanted } from './wanted';

interface Choice {
  value: string;
  label: string;
}

/** What the log is narrowed to: kind, community and days are chosen, a person or a record by its line. */
export function Narrowings({
  wanted,
  names,
  onChange,
}: {
  wanted: Wanted;
  /** What the person and the record are called, where a line has said it. */
  names: { person?: string; record?: string };
  onChange: (wanted: Wanted) => void;
}) {
  const { t } = useWords();
  const communities = useCommunities();
  const choose = (name: 'kind' | 'community', placeholder: string, choices: Choice[]) => (
    <Box minWidth="16rem">
      <SingleSelect
        aria-label={placeholder}
        placeholder={placeholder}
        value={choices.some(({ value }) => value === wanted[name]) ? wanted[name] : null}
        onChange={(value) => onChange({ ...wanted, [name]: String(value) })}
        onClear={() => onChange({ ...wanted, [name]: undefined })}
        clearLabel={t('form.clear')}
      >
        {choices.map(({ value, label }) => (
          <SingleSelectOption key={value} value={value}>
            {label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Box>
  );
  const day = (name: 'from' | 'to') => (
    <Field.Root name={name}>
      <Flex gap={2}>
        <Field.Label>{t(`access.${name}`)}</Field.Label>
        <DayInput
          aria-label={t(`access.${name}`)}
          value={wanted[name] ?? ''}
          onChange={({ target }: React.ChangeEvent<HTMLInputElement>) =>
            onChange({ ...wanted, [name]: target.value || undefined })
          }
        />
      </Flex>
    </Field.Root>
  );
  const tag = (label: string, without: Wanted) => (
    <Tag icon={<Cross />} label={t('form.clear')} onClick={() => onChange(without)}>
      {label}
    </Tag>
  );
  return (
    <Flex gap={3} wrap="wrap">
      {choose(
        'kind',
        t('access.anyKind'),
        LOOK_KINDS.map((kind) => ({ value: kind, label: t(`access.kind.${kind}`) }))
      )}
      {communities.length > 1 &&
        choose(
          'community',
          t('list.community'),
          communities.map(({ documentId, name }) => ({ value: documentId, label: name }))
        )}
      {day('from')}
      {day('to')}
      {wanted.person && tag(names.person ?? t('access.onePerson'), { ...wanted, person: undefined })}
      {wanted.record && tag(names.record ?? t('access.oneRecord'), { ...wanted, type: undefined, record: undefined })}
      {wanted.kind?.includes(',') && tag(t('access.disclosing'), { ...wanted, kind: undefined })}
    </Flex>
  );
}
