import { Flex, Radio, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { choiceName, useWords } from '../../words';
import type { ControlProps } from './props';

const FEW = 5;

/** One of a few fixed values: radios, which the arrow keys move, up to five; a list beyond. */
export function ChoiceControl({ field, value, onChange, context }: ControlProps) {
  const words = useWords();
  const choices = field.property.enum ?? [];
  const nameOf = (choice: string) => choiceName(words, context.type, field.name, choice, field.property.words);

  if (choices.length > FEW) {
    return (
      <SingleSelect
        name={field.name}
        value={(value as string) ?? null}
        onChange={onChange}
        onClear={field.required ? undefined : () => onChange(null)}
        placeholder={words.t('form.choose')}
      >
        {choices.map((choice) => (
          <SingleSelectOption key={choice} value={choice}>
            {nameOf(choice)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    );
  }
  return (
    <Radio.Group
      name={field.name}
      value={(value as string) ?? ''}
      onValueChange={onChange}
      aria-label={words.first([`field.${field.name}`], field.name)}
    >
      <Flex gap={4} wrap="wrap">
        {choices.map((choice) => (
          <Radio.Item key={choice} value={choice}>
            {nameOf(choice)}
          </Radio.Item>
        ))}
      </Flex>
    </Radio.Group>
  );
}

const MARKS = ['1', '2', '3', '4', '5'];

/** A mark from 1 to 5. */
export function RatingControl({ field, value, onChange, context }: ControlProps) {
  const words = useWords();
  return (
    <Radio.Group
      name={field.name}
      value={typeof value === 'number' ? String(value) : ''}
      onValueChange={(mark) => onChange(Number(mark))}
      aria-label={words.first([`${context.type}.field.${field.name}`, `field.${field.name}`], field.name)}
    >
      <Flex gap={4} wrap="wrap">
        {MARKS.map((mark) => (
          <Radio.Item key={mark} value={mark}>
            {words.t('form.mark', { mark })}
          </Radio.Item>
        ))}
      </Flex>
    </Radio.Group>
  );
}
