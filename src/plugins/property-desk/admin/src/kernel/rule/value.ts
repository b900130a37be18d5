import { Duration } from 'luxon';
import type { RuleKind, RuleValue } from '../../../../contracts';
import type { Words } from '../words';

/** Units in which a time is entered. */
export const UNITS = ['minutes', 'hours', 'days', 'weeks', 'months'] as const;
export type Unit = (typeof UNITS)[number];

/** A time as a person says it: a number and a unit. */
export interface Amount {
  amount: number;
  unit: Unit;
}

const LETTER: Record<Unit, (amount: number) => string> = {
  minutes: (amount) => `PT${amount}M`,
  hours: (amount) => `PT${amount}H`,
  days: (amount) => `P${amount}D`,
  weeks: (amount) => `P${amount}W`,
  months: (amount) => `P${amount}M`,
};

/** Reads an ISO 8601 duration as one number and unit (`PT24H` stays 24 hours); null for what has no such reading. */
export function amountOf(value: RuleValue | null | undefined): Amount | null {
  if (typeof value !== 'string') return null;
  const duration = Duration.fromISO(value);
  if (!duration.isValid) return null;
  const said = Object.entries(duration.toObject()).filter(([, amount]) => amount !== 0) as [string, number][];
  const [only] = said;
  if (!only) return null;
  if (said.length === 1 && (UNITS as readonly string[]).includes(only[0]))
    return { amount: only[1], unit: only[0] as Unit };
  // Months and years have no fixed length: with anything else beside them, nothing shorter says the same.
  if (said.some(([unit]) => unit === 'months' || unit === 'years')) return null;
  const minutes = duration.as('minutes');
  for (const [unit, size] of [
    ['days', 1440],
    ['hours', 60],
    ['minutes', 1],
  ] as const) {
    if (Number.isInteger(minutes / size)) return { amount: minutes / size, unit };
  }
  return null;
}

/** The ISO 8601 duration of a number and a unit. */
export const durationOf = ({ amount, unit }: Amount): string => LETTER[unit](amount);

/** How many working days a value names; null where it names none. */
export function workingDaysOf(value: RuleValue | null | undefined): number | null {
  const days = typeof value === 'number' ? value : Number(/^\s*(\d+)/.exec(String(value ?? ''))?.[1] ?? NaN);
  return Number.isFinite(days) ? days : null;
}

/** Terms in working days, whatever kind of term a rule asks for. */
const WORKING_DAYS = /^\d+ working days?$/;

/** So many working days, as rules write them. */
export const workingDaysTerm = (days: number): string => `${days} working days`;

/** A rule's value as one says it: `24 小时`, `5 个工作日`, `98 %`. */
export function valueInWords(words: Words, kind: RuleKind, value: RuleValue | null): string {
  if (value === null) return words.t('case.empty');
  if (kind === 'switch') return words.t(value === true ? 'value.on' : 'value.off');
  if (kind === 'percentage') return words.t('value.percent', { amount: String(value) });
  if (kind === 'workingDays' || WORKING_DAYS.test(String(value))) {
    const days = workingDaysOf(value);
    return days === null ? String(value) : words.t('value.unit.workingDays', { amount: days });
  }
  if (kind === 'duration') {
    const said = amountOf(value);
    return said ? words.t(`value.unit.${said.unit}`, { amount: said.amount }) : String(value);
  }
  return String(value);
}

/** A time as rules write it (`PT24H`, `5 working days`), in words; null for any other text. */
export function termInWords(words: Words, text: string): string | null {
  if (WORKING_DAYS.test(text)) return valueInWords(words, 'workingDays', text);
  return /^P[\dT]/.test(text) && amountOf(text) ? valueInWords(words, 'duration', text) : null;
}

/** What a rule is called. */
export const ruleName = (words: Words, key: string): string => words.first([`rule.${key}`], key);
