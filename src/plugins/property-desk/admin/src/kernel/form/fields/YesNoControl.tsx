import { Checkbox, Flex, Radio, Toggle } from '@strapi/design-system';
import { fieldName, useWords } from '../../words';
import { mustBeTrue } from '../schema';
import type { ControlProps } from './props';

/**
 * Yes or no. What may be left alone is a switch that stands on no; what must be decided starts undecided; and what must
 * be confirmed is a box to tick.
 */
export function YesNoControl({ field, value, onChange, context }: ControlProps) {
  const words = useWords();
  const label = fieldName(words, context.type, field.name);
  if (mustBeTrue(field.property)) {
    return (
      <Checkbox checked={value === true} onCheckedChange={(checked) => onChange(checked === true)}>
        {words.first([`${context.type}.confirm.${field.name}`], label)}
      </Checkbox>
    );
  }
  if (field.required) {
    return (
      <Radio.Group
        name={field.name}
        value={typeof value === 'boolean' ? String(value) : ''}
        onValueChange={(chosen) => onChange(chosen === 'true')}
        aria-label={label}
      >
        <Flex gap={4}>
          <Radio.Item value="true">{words.t('form.yes')}</Radio.Item>
          <Radio.Item value="false">{words.t('form.no')}</Radio.Item>
        </Flex>
      </Radio.Group>
    );
  }
  return (
    <Toggle
      name={field.name}
      aria-label={label}
      onLabel={words.t('form.yes')}
      offLabel={words.t('form.no')}
      checked={value === true}
      onChange={(event) => onChange(event.target.checked)}
    />
  );
}
