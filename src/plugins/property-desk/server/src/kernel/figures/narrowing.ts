import type { Context } from 'koa';
import type { Knex } from 'knex';
import { openPeriodParam } from '../api/period-param';
import { choicesParam } from '../api/respond';
import type { Period } from '../clock/clock';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { OrderBy } from '../storage/keyset';
import type { CaseDefinition } from '../workflow/define';
import { hourSql, verdictSql } from './expressions';

/** The parameters by which a list shows what a figure counts, beside those that each list has. */
export const NARROWING_PARAMS = ['from', 'to', 'by', 'hour', 'verdict'];

/** What a list is narrowed to, and the order that goes with it; null: its own. */
export interface Narrowed {
  narrow: (query: Knex.QueryBuilder) => void;
  order: OrderBy[] | null;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

const inHours =
  ({ clock, strapi }: Kernel, period: Period, hours: string[]) =>
  (any: Knex.QueryBuilder): void => {
    const { client } = strapi.db.dialect;
    for (const { from, to, minutes } of clock.offsets(period))
      any.orWhereRaw(
        `created_at >= ? and created_at < ? and ${hourSql(client, 'created_at', String(minutes))} in (${hours.join(', ')})`,
        [from, to] as never
      );
  };

/**
 * Reads off the query which days a list is narrowed to (`from`, `to`, both included), whether by registration or by
 * when the work was done (`by`), at which hours of the day it came in, and what people said of it.
 * @throws ValidationError naming the parameter
 */
export const figureNarrowing = (kernel: Kernel, definition: CaseDefinition, ctx: Context): Narrowed => {
  const { rows, clock } = kernel;
  const { uid, figures } = definition;
  if (!figures) throw new Error(`${definition.name} declares no figures`);
  const { from, to } = openPeriodParam(clock, ctx);
  const by = choicesParam(ctx, 'by', ['registered', 'done'])?.[0];
  const hours = choicesParam(ctx, 'hour', HOURS);
  const verdicts = figures.verdict && choicesParam(ctx, 'verdict', [figures.verdict.good, figures.verdict.bad]);
  if (hours && !(from && to)) throw invalid('hour', 'error.hourWithoutDays');
  const column = by === 'done' ? rows.column(uid, figures.done.at) : 'created_at';
  const placed = from !== undefined || to !== undefined || by === 'done';
  return {
    narrow: (query) => {
      if (by === 'done') query.whereNotNull(column);
      if (from) query.where(column, '>=', from);
      if (to) query.where(column, '<', to);
      if (hours && from && to) query.where(inHours(kernel, { from, to }, hours));
      if (verdicts && figures.verdict)
        query.whereRaw(
          `${verdictSql(rows, uid, figures.verdict)} in (${verdicts.map(() => '?').join(', ')})`,
          verdicts
        );
    },
    order: placed
      ? [
          { column, instant: true, descending: true },
          { column: 'id', descending: true },
        ]
      : null,
  };
};

/** The states of the query: by name, `open` for all in which a case has not ended, `all` for every one. */
export const statesParam = (
  { states, ended }: Pick<CaseDefinition, 'states' | 'ended'>,
  ctx: Context
): string[] | undefined => {
  const chosen = choicesParam(ctx, 'state', [...new Set([...states, 'open', 'all'])]);
  if (!chosen) return undefined;
  const meant = (state: string): readonly string[] => {
    if (state === 'all') return states;
    return state === 'open' ? states.filter((each) => !ended.includes(each)) : [state];
  };
  return [...new Set(chosen.flatMap(meant))];
};
