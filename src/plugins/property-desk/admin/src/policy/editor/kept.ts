import * as React from 'react';

/** What was typed and not yet saved, by form; it outlives a reload of the page, not the window. */
export interface Kept<T> {
  forms: Record<string, T>;
  keep: (form: string, value: T | null) => void;
}

const read = <T>(key: string): Record<string, T> => {
  try {
    return JSON.parse(window.sessionStorage.getItem(key) ?? '{}') as Record<string, T>;
  } catch {
    return {};
  }
};

const write = (key: string, forms: Record<string, unknown>): void => {
  try {
    if (Object.keys(forms).length === 0) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, JSON.stringify(forms));
  } catch {
    // Where the browser keeps nothing, the page itself still does.
  }
};

/** Keeps open forms under a key of their record; leaving the page with one open asks first. */
export function useKept<T>(key: string): Kept<T> {
  const [forms, setForms] = React.useState<Record<string, T>>(() => read<T>(key));
  const open = Object.keys(forms).length > 0;
  React.useEffect(() => write(key, forms), [key, forms]);
  React.useEffect(() => {
    if (!open) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [open]);
  const keep = React.useCallback((form: string, value: T | null) => {
    setForms((before) => {
      const { [form]: _gone, ...rest } = before;
      return value === null ? rest : { ...rest, [form]: value };
    });
  }, []);
  return { forms, keep };
}
