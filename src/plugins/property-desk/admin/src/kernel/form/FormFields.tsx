import type * as React from 'react';
import { Field, Grid } from '@strapi/design-system';
import { fieldName, useWords } from '../words';
import { CONTROLS, type FormContext } from './fields';
import type { FormField } from './schema';

interface FormFieldsProps {
  fields: FormField[];
  values: Record<string, unknown>;
  errors: Record<string, string>;
  onChange: (name: string, value: unknown) => void;
  context: FormContext;
  /** Explanations under a field, by name. */
  hints?: Record<string, React.ReactNode>;
  /** Two fields to a line where they are short; for wide screens. */
  paired?: boolean;
}

const SHORT = new Set([
  'text',
  'telephone',
  'number',
  'choice',
  'money',
  'category',
  'complaintCategory',
  'building',
  'staff',
  'datetime',
  'date',
  'mail',
  'switch',
  'chosen',
]);

/** Lists that show what was refused in them as a whole. */
const WHOLE = new Set(['staffList', 'tags', 'chosenMany']);

const firstWithin = (errors: Record<string, string>, name: string): string | undefined =>
  Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1];

/** The lines of a form: label, control, hint, and the reason why the server or the form refused it. */
export function FormFields({ fields, values, errors, onChange, context, hints = {}, paired = false }: FormFieldsProps) {
  const words = useWords();
  return (
    <Grid.Root gap={4}>
      {fields.map((field) => {
        const Control = CONTROLS[field.widget];
        if (!Control) return null;
        const error = errors[field.name] ?? (WHOLE.has(field.widget) ? firstWithin(errors, field.name) : undefined);
        return (
          <Grid.Item
            key={field.name}
            data-field={field.name}
            col={paired && SHORT.has(field.widget) ? 6 : 12}
            xs={12}
            direction="column"
            alignItems="stretch"
          >
            <Field.Root name={field.name} required={field.required} error={error} hint={hints[field.name]}>
              <Field.Label>{fieldName(words, context.type, field.name)}</Field.Label>
              <Control
                field={field}
                value={values[field.name]}
                error={error}
                errors={errors}
                onChange={(value) => onChange(field.name, value)}
                context={context}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
          </Grid.Item>
        );
      })}
    </Grid.Root>
  );
}
