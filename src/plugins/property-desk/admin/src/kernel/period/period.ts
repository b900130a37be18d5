import { DateTime } from 'luxon';

/** Periods that a button chooses; another one is entered. */
export const PRESETS = ['today', 'yesterday', 'week', 'month', 'lastMonth', 'quarter', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

/** Days as the API takes them, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The days of a preset as of a moment, in the office's zone; nothing after today. */
export const daysOf = (preset: Preset, now: number, zone: string | undefined): Days => {
  const today = DateTime.fromMillis(now, { zone });
  const days = (from: DateTime, to: DateTime): Days => ({
    from: from.toFormat('yyyy-LL-dd'),
    to: to.toFormat('yyyy-LL-dd'),
  });
  if (preset === 'today') return days(today, today);
  if (preset === 'yesterday') return days(today.minus({ days: 1 }), today.minus({ days: 1 }));
  const last = today.minus({ months: 1 });
  return preset === 'lastMonth' ? days(last.startOf('month'), last.endOf('month')) : days(today.startOf(preset), today);
};

/** Which of some presets some days are, or none. */
export const presetOf = (
  presets: readonly Preset[],
  { from, to }: Days,
  now: number,
  zone: string | undefined
): Preset | null =>
  presets.find((preset) => {
    const days = daysOf(preset, now, zone);
    return days.from === from && days.to === to;
  }) ?? null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days that stand in an address, or null where they do not both. */
export const daysIn = (params: URLSearchParams): Days | null => {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return DAY.test(from) && DAY.test(to) ? { from, to } : null;
};
