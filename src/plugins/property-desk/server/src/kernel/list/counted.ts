import type { Knex } from 'knex';
import { choicesParam, type Asked } from '../api/respond';
import type { Period } from '../clock/clock';
import { invalid } from '../errors';
import { hourSql, verdictSql } from '../figures/expressions';
import type { Kernel } from '../kernel';
import type { CaseDefinition } from '../workflow/define';

/** The parameters by which a list shows what a figure counts, beside those that each list has. */
export const COUNTED_PARAMS = ['by', 'hour', 'verdict'];

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

/** The column of when a case came in. */
export const CAME = 'created_at';

/** The column whose instants a period is about: when cases came in, or, with `by=done`, when their work was done. */
export const periodColumn = ({ rows }: Kernel, { uid, figures }: CaseDefinition, asked: Asked): string =>
  figures && choicesParam(asked, 'by', ['registered', 'done'])?.[0] === 'done'
    ? rows.column(uid, figures.done.at)
    : CAME;

/**
 * Narrows a list to the hours of the day at which cases came in, and to what people said of the work.
 * @throws ValidationError for hours without the days that they are of
 */
export const narrowAsCounted = (
  kernel: Kernel,
  { uid, figures }: CaseDefinition,
  asked: Asked,
  period: Partial<Period>,
  query: Knex.QueryBuilder
): void => {
  if (!figures) return;
  const { from, to } = period;
  const hours = choicesParam(asked, 'hour', HOURS);
  if (hours && !(from && to)) throw invalid('hour', 'error.hourWithoutDays');
  if (hours && from && to) query.where(inHours(kernel, { from, to }, hours));
  const { verdict } = figures;
  const said = verdict && choicesParam(asked, 'verdict', [verdict.good, verdict.bad]);
  if (said) query.whereRaw(`${verdictSql(kernel.rows, uid, verdict)} in (${said.map(() => '?').join(', ')})`, said);
};
