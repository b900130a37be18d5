import { DateTime } from 'luxon';
import type { Locale } from '../../../../contracts';

/** The hour as offices write it: `上午9时`, `9 am`. */
export const hourInWords = (locale: Locale, hour: number): string => {
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  if (locale === 'en') return `${twelve} ${hour < 12 ? 'am' : 'pm'}`;
  if (hour < 6) return `凌晨${hour}时`;
  if (hour < 12) return `上午${hour}时`;
  if (hour === 12) return '中午12时';
  return hour < 18 ? `下午${hour - 12}时` : `晚上${hour - 12}时`;
};

const YEAR_TOO = { year: 'numeric', month: 'long', day: 'numeric' } as const;
const DAY_ALONE = { month: 'long', day: 'numeric' } as const;

/** Days as offices write them: `11月28日`, `11月1日至28日`, `2025年12月30日至2026年1月2日`. */
export const daysInWords = (locale: Locale, from: string, to: string, year: number): string => {
  const zone = 'UTC';
  const [first, last] = [DateTime.fromISO(from, { zone }), DateTime.fromISO(to, { zone })];
  const withYear = first.year !== year || last.year !== year;
  const say = (day: DateTime) =>
    day.setLocale(locale === 'en' ? 'en' : 'zh-Hans').toLocaleString(withYear ? YEAR_TOO : DAY_ALONE);
  if (from === to) return say(first);
  if (locale === 'en') return `${say(first)} – ${say(last)}`;
  return `${say(first)}至${first.hasSame(last, 'month') ? `${last.day}日` : say(last)}`;
};
