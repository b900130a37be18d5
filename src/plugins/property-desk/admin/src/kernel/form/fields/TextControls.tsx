import { NumberInput, Textarea, TextInput } from '@strapi/design-system';
import type { ControlProps } from './props';

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** One line of text. */
export function TextControl({ field, value, onChange }: ControlProps) {
  return (
    <TextInput
      name={field.name}
      value={textOf(value)}
      maxLength={field.property.maxLength}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
  );
}

/** Several lines of text. */
export function LongTextControl({ field, value, onChange }: ControlProps) {
  return (
    <Textarea
      name={field.name}
      value={textOf(value)}
      maxLength={field.property.maxLength}
      onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
      minHeight={field.name === 'note' ? '4.8rem' : '8rem'}
    />
  );
}

/** A telephone: digits come up first on a touch screen; nothing is remembered by the browser. */
export function TelephoneControl({ field, value, onChange }: ControlProps) {
  return (
    <TextInput
      name={field.name}
      type="tel"
      inputMode="tel"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
  );
}

/** A mail address. */
export function MailControl({ field, value, onChange }: ControlProps) {
  return (
    <TextInput
      name={field.name}
      type="email"
      inputMode="email"
      value={textOf(value)}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
    />
  );
}

/** A number. */
export function NumberControl({ field, value, onChange }: ControlProps) {
  return (
    <NumberInput
      name={field.name}
      value={typeof value === 'number' ? value : undefined}
      min={field.property.minimum}
      max={field.property.maximum}
      onValueChange={onChange}
    />
  );
}
