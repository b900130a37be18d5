import type { Rows } from '../storage/rows';
import type { CaseDefinition } from '../workflow/define';

/**
 * Indexes that hold all that figures ask of what came in, of what was done and of what is open, so that the table is
 * not read at all. Only PostgreSQL can keep columns aside from the order.
 */
export const figureIndexes = (
  client: string,
  rows: Rows,
  { uid, figures, handler }: Pick<CaseDefinition, 'uid' | 'figures' | 'handler'>
): string[] => {
  if (!figures) return [];
  const { name } = rows.table(uid);
  const { done, kind, category, grade, verdict } = figures;
  const index = (what: string, order: string, more: (string | undefined)[], where = '') => {
    const rest = more
      .filter((attribute): attribute is string => attribute !== undefined)
      .map((attribute) => rows.column(uid, attribute))
      // What the order holds already need not stand twice.
      .filter((column) => !order.split(', ').includes(column));
    const columns =
      client === 'postgres' && rest.length
        ? `(${order}) include (${rest.join(', ')})`
        : `(${[order, ...rest].join(', ')})`;
    return `create index if not exists ${name}_${what} on ${name} ${columns}${where}`;
  };
  const doneAt = rows.column(uid, done.at);
  const said = verdict ? [...verdict.attributes, ...verdict.marks] : [];
  return [
    index('counted_in', 'community_id, created_at, id', [kind?.attribute, category, grade?.attribute]),
    index(
      'counted_done',
      `community_id, ${doneAt}, id`,
      ['state', kind?.attribute, handler, ...said],
      ` where ${doneAt} is not null`
    ),
    index('counted_open', 'community_id, due_at, id', ['createdAt', handler, 'endedAt'], ' where ended_at is null'),
  ];
};
