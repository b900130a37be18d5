import chineseDays from 'chinese-days';
import type { Knex } from 'knex';
import type { Clock } from '../clock/clock';
import type { Rules } from '../rulebook/rulebook';
import type { Row, Rows } from '../storage/rows';
import { afterWorkingDays, workingDaysIn } from './working-days';

export const CALENDAR_DAY_UID = 'plugin::property-desk.calendar-day';

/** The working days of one community at one moment. */
export interface Calendar {
  /** Whether it is worked on a day such as `2026-11-23`. */
  works(day: string): boolean;
}

/** A day on which a community, or all of them, works otherwise than the national calendar says. */
export type Exception = { date: string; working: boolean; community: number | null };

/**
 * The national holidays with the days that are worked in their place; of what the office has entered, the community's
 * own day before one for all, and the later before the earlier. Years that the State Council has not announced yet
 * go by the week: their holidays are entered, or come with the next version of the library.
 */
export const calendarFrom = (exceptions: Exception[]): Calendar => {
  const general = exceptions.filter(({ community }) => community === null);
  const own = exceptions.filter(({ community }) => community !== null);
  const entered = new Map([...general, ...own].map(({ date, working }) => [date, working]));
  return { works: (day) => entered.get(day) ?? chineseDays.isWorkday(day) };
};

/** Reads calendars. */
export const createCalendar = (rows: Rows) => ({
  /** The calendar of a community, as it stands in whatever transaction is under way. */
  async of(connection: Knex, community: number): Promise<Calendar> {
    const found = await connection(rows.table(CALENDAR_DAY_UID).name)
      .where((query: Knex.QueryBuilder) => query.whereNull('community_id').orWhere({ community_id: community }))
      .orderBy('id');
    const days = found.map((raw: Record<string, unknown>) => rows.fromColumns(CALENDAR_DAY_UID, raw)) as (Row &
      Exception)[];
    return calendarFrom(days.map((day) => ({ ...day, date: String(day.date).slice(0, 10) })));
  },
});

export type CalendarReader = ReturnType<typeof createCalendar>;

/**
 * `at` plus the term that a rule sets: a duration, or working days, which end at midnight of the last one.
 * @param calendar read beforehand where the rule is reckoned in working days
 */
export const afterTerm = (clock: Clock, rules: Rules, calendar: Calendar | null, rule: string, at: Date): Date => {
  const term = rules.term(rule);
  const days = workingDaysIn(term);
  if (days === null) return clock.plus(at, term);
  if (!calendar) throw new Error(`${rule} is reckoned in working days: no obligation of this case type names it`);
  return afterWorkingDays(at, days, clock.zone, calendar.works);
};
