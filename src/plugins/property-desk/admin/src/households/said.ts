import * as React from 'react';
import { textOf } from '../kernel/case/story';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

const ISO = /^\d{4}-\d{2}-\d{2}T/;
const NO_NAMES = new Map<string, string>();

/** Says a field of a part in words: days for moments, names for references; null for what says nothing. */
export function useSaid() {
  const words = useWords();
  const { day } = useTimes();
  return React.useCallback(
    (type: string, field: string, value: unknown): string | null => {
      if (typeof value === 'string' && ISO.test(value)) return day(value);
      if (field === 'depositFen' && typeof value === 'number') return textOf(words, type, 'fee', value, NO_NAMES, day);
      return textOf(words, type, field, value, NO_NAMES, day);
    },
    [words, day]
  );
}
