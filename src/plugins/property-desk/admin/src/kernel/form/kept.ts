import { storableOf } from './storable';

/** Forms that were begun, in the browser's storage of this tab: they outlive a reload, and no longer than the tab. */
const PREFIX = 'property-desk.draft.';

const all = (storage: Storage): string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX)
  );

/** What one person has begun. Whatever another person left in the same tab is taken away. */
export function keptBy(person: string, storage: Storage = window.sessionStorage) {
  const own = `${PREFIX}${person}.`;
  // A browser that keeps nothing, or is full, is no reason for a form to fail.
  const quietly = <T>(work: () => T, fallback: T): T => {
    try {
      return work();
    } catch {
      return fallback;
    }
  };
  quietly(() => all(storage).forEach((key) => !key.startsWith(own) && storage.removeItem(key)), undefined);
  return {
    read: (form: string): Record<string, unknown> | undefined =>
      quietly(() => {
        const text = storage.getItem(own + form);
        const value = text ? (JSON.parse(text) as unknown) : undefined;
        return value && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
      }, undefined),
    /** @param beside what goes with it and nobody has typed */
    write: (form: string, values: Record<string, unknown>, beside: Record<string, unknown> = {}): void =>
      quietly(() => storage.setItem(own + form, JSON.stringify({ ...storableOf(values), ...beside })), undefined),
    clear: (form: string): void => quietly(() => storage.removeItem(own + form), undefined),
  };
}

/** The forms that {@link keptBy} keeps. */
export type Kept = ReturnType<typeof keptBy>;
