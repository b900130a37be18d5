import { DateTime } from 'luxon';

/** Periods that a button chooses; another one is entered. */
export const PRESETS = ['month', 'lastMonth', 'quarter', 'year'] as const;
export type Preset = (typeof PRESETS)[number];

/** Days as the API takes them, both included. */
export interface Days {
  from: string;
  to: string;
}

/** The days of a preset as of a moment, in the office's zone; nothing after today. */
export const daysOf = (preset: Preset, now: number, zone: string | undefined): Days => {
  const today = DateTime.fromMillis(now, { zone });
  const from =
    preset === 'lastMonth'
      ? today.minus({ months: 1 }).startOf('month')
      : today.startOf(preset === 'month' ? 'month' : preset);
  const to = preset === 'lastMonth' ? from.endOf('month') : today;
  return { from: from.toFormat('yyyy-LL-dd'), to: to.toFormat('yyyy-LL-dd') };
};

/** Which preset some days are, or none. */
export const presetOf = ({ from, to }: Days, now: number, zone: string | undefined): Preset | null =>
  PRESETS.find((preset) => {
    const days = daysOf(preset, now, zone);
    return days.from === from && days.to === to;
  }) ?? null;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The days that stand in an address, or null where they do not both. */
export const daysIn = (params: URLSearchParams): Days | null => {
  const [from, to] = [params.get('from') ?? '', params.get('to') ?? ''];
  return DAY.test(from) && DAY.test(to) ? { from, to } : null;
};
