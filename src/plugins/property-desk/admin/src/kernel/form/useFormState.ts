import * as React from 'react';
import type { Failure } from '../failure';
import type { Words } from '../words';
import { missingIn, type FormField } from './schema';

/** Values and errors of one form. Nothing that was typed is ever thrown away by an error. */
export function useFormState(initial: Record<string, unknown>) {
  const [values, setValues] = React.useState<Record<string, unknown>>(initial);
  const [errors, setErrors] = React.useState<Record<string, string>>({});
  const [message, setMessage] = React.useState<string | null>(null);

  const change = React.useCallback((name: string, value: unknown) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([path]) => path !== name && !path.startsWith(`${name}.`)))
    );
  }, []);

  /** Marks what is missing; true when nothing is. */
  const check = React.useCallback(
    (fields: FormField[], words: Words): string[] => {
      const missing = missingIn(fields, values);
      setErrors(Object.fromEntries(missing.map((name) => [name, words.t('form.required')])));
      setMessage(null);
      return missing;
    },
    [values]
  );

  /** Shows what the server refused, at the fields that it names; the rest above the form. */
  const refuse = React.useCallback((failure: Failure, fields: FormField[], words: Words): string[] => {
    if (failure.kind === 'aborted') return [];
    if (failure.kind === 'offline') setMessage(words.t('form.offline'));
    else setMessage(failure.message);
    if (failure.kind !== 'input') return [];
    setErrors(failure.fields);
    const names = new Set(fields.map(({ name }) => name));
    const strays = Object.entries(failure.fields).filter(([path]) => !names.has(path.split('.')[0] ?? ''));
    setMessage(
      strays.length > 0 ? strays.map(([, reason]) => reason).join(words.t('form.comma')) : words.t('form.seeFields')
    );
    return Object.keys(failure.fields);
  }, []);

  const settle = React.useCallback(() => {
    setErrors({});
    setMessage(null);
  }, []);

  return { values, setValues, errors, message, change, check, refuse, settle };
}
