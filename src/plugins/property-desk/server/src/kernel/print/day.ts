import { sayTime, type Locale } from '../../../../contracts';

/** `2026年11月3日` of `2026-11-03` or `2026-11-03 14:58`. */
export const dayOnPaper = (at: string, locale: Locale): string => sayTime(locale, at.slice(0, 10));
