import { say, type Locale } from '../../../../contracts';

/** `2026年11月3日` of `2026-11-03` or `2026-11-03 14:58`: GB/T 9704-2012, 7.3.5.4, writes no leading zero. */
export const dayOnPaper = (at: string, locale: Locale): string => {
  const [year, month, day] = at.slice(0, 10).split('-').map(Number);
  return say(locale, 'print.day', { year, month, day });
};
