import type { Knex } from 'knex';
import {
  ALL_STATES,
  isPrivateSearch,
  LIST_PERIODS,
  LIST_SORTS,
  LONGEST_SEARCH,
  ME,
  NOBODY,
  type ListPeriod,
} from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../access/actor';
import { namedPeriodParam, openPeriodParam } from '../api/period-param';
import { idParam } from '../api/record-param';
import { choicesParam, onlyParams, textParam, type Asked } from '../api/respond';
import type { Period } from '../clock/clock';
import { invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { OrderBy } from '../storage/keyset';
import type { CaseDefinition } from '../workflow/define';
import { CAME, COUNTED_PARAMS, narrowAsCounted, periodColumn } from './counted';
import type { Facet, Listing } from './listing';
import { searchFor } from './search';

/** Parameters of every list. */
const EVERYWHERE = ['state', 'community', 'overdue', 'from', 'to', 'period', 'q', 'sort'];

/** Stands for no value at all in a parameter that names a record or a choice. */
const NONE = 'none';

/** A list as somebody asks for it. */
export interface Narrowed {
  /** Over the type's table, without columns. */
  query: Knex.QueryBuilder;
  order: OrderBy[];
  /** The one community that was asked for. */
  community: number | undefined;
  /** Whether a telephone or an identity number was looked for. */
  personal: boolean;
}

/** All communities by their ids, for those who see all: an index by community then serves them, too. */
const idsOf = async ({ rows, strapi }: Kernel, communities: number[] | 'all'): Promise<number[]> =>
  communities === 'all' ? (await rows.find(strapi.db.connection, COMMUNITY_UID, {})).map(({ id }) => id) : communities;

const narrowBy = async (
  kernel: Kernel,
  uid: string,
  actor: Actor,
  asked: Asked,
  name: string,
  facet: Facet,
  query: Knex.QueryBuilder
): Promise<void> => {
  const value = textParam(asked, name);
  if (value === undefined) return;
  if ('where' in facet) return facet.where(kernel, actor, value, query);
  const column = kernel.rows.column(uid, facet.attribute ?? name);
  if (value === NONE && !('person' in facet)) query.whereNull(column);
  else if ('choices' in facet) query.whereIn(column, choicesParam(asked, name, facet.choices) as string[]);
  else if ('record' in facet) query.where(column, (await idParam(kernel, actor, asked, name, facet.record)) as number);
  else if (value === NOBODY) {
    query.whereNull(column);
    if (facet.unless) query.whereNull(kernel.rows.column(uid, facet.unless));
  } else if (value === ME) query.where(column, actor.staff?.id ?? 0);
  else query.where(column, (await idParam(kernel, actor, asked, name, STAFF_UID)) as number);
};

/** When the cases came in that are asked for. */
const periodOf = ({ clock }: Kernel, asked: Asked): Partial<Period> => {
  const [named] = choicesParam(asked, 'period', LIST_PERIODS) ?? [];
  const { from, to } = openPeriodParam(clock, asked);
  if (named && (from ?? to)) throw invalid('period', 'error.periodTwice');
  return named ? namedPeriodParam(clock, named as ListPeriod) : { from, to };
};

/** Newest first: by the index of a community's cases, or, within a period, by the index of when they came in. */
const orderBy = (
  rows: Kernel['rows'],
  uid: string,
  { until = 'dueAt' }: Listing,
  found: { sort: string | undefined; open: boolean; ended: boolean; during: string | null }
): OrderBy[] => {
  const due = [{ column: rows.column(uid, until), instant: true }, { column: 'id' }];
  if (found.sort === 'oldest') return [{ column: 'id' }];
  if (found.open && found.sort !== 'newest') return due;
  const id = { column: 'id', descending: true };
  if (found.during) return [{ column: found.during, instant: true, descending: true }, id];
  return found.ended && found.sort !== 'newest' ? [{ column: 'ended_at', instant: true, descending: true }, id] : [id];
};

/** In which states a list is wanted, and what that says of its cases: all of them open, all of them ended, or neither. */
const statesOf = (
  { ended, rests = [], states }: CaseDefinition,
  listing: Listing,
  asked: Asked,
  { whole, overdue }: { whole: boolean; overdue: boolean }
) => {
  const usual = listing.usual ?? states.filter((state) => !ended.includes(state) && !rests.includes(state));
  const wanted = choicesParam(asked, 'state', [...states, ALL_STATES]) ?? (whole && !overdue ? [ALL_STATES] : usual);
  const among = (wanted.includes(ALL_STATES) ? states : wanted).filter(
    (state) => !overdue || !listing.late || listing.late.includes(state)
  );
  const open = overdue || among.every((state) => usual.includes(state) && !ended.includes(state));
  return { among, open, over: !open && among.every((state) => ended.includes(state)) };
};

/**
 * A list as its parameters narrow it, with the order that its pages follow: what is open as it falls due, what has ended
 * latest first, a mixture of both in the order in which it came in.
 * @throws ValidationError naming the parameter
 */
export const narrowed = async (
  kernel: Kernel,
  definition: CaseDefinition,
  listing: Listing,
  actor: Actor,
  asked: Asked
): Promise<Narrowed> => {
  const { uid, states, figures } = definition;
  const more = [...(figures ? COUNTED_PARAMS : []), ...Object.keys(listing.facets), 'cursor', 'limit'];
  onlyParams(asked, [...EVERYWHERE, ...more]);
  const { rows, clock, strapi } = kernel;
  const community = await idParam(kernel, actor, asked, 'community', COMMUNITY_UID);
  const period = periodOf(kernel, asked);
  const during = periodColumn(kernel, definition, asked);
  const text = textParam(asked, 'q', LONGEST_SEARCH)?.trim() ?? '';
  const inPeriod = Boolean(period.from ?? period.to) || during !== CAME;
  const ofOne = listing.histories?.some((name) => textParam(asked, name) !== undefined) ?? false;
  const overdue = choicesParam(asked, 'overdue', ['true', 'false'])?.[0] === 'true';
  const whole = inPeriod || text !== '' || ofOne;
  const { among, open, over } = statesOf(definition, listing, asked, { whole, overdue });
  const due = rows.column(uid, listing.until ?? 'dueAt');

  const query = strapi.db.connection(rows.table(uid).name);
  const reach = inPeriod || text ? await idsOf(kernel, actor.communities) : actor.communities;
  const communities = community === undefined ? reach : [community];
  if (communities !== 'all') query.whereIn('community_id', communities);
  if (among.length < states.length) query.whereIn('state', among);
  for (const [name, facet] of Object.entries(listing.facets))
    await narrowBy(kernel, uid, actor, asked, name, facet, query);
  if (during !== CAME) query.whereNotNull(during);
  if (period.from) query.where(during, '>=', period.from);
  if (period.to) query.where(during, '<', period.to);
  narrowAsCounted(kernel, definition, asked, period, query);
  if (overdue) query.where(due, '<', clock.now());
  // The conditions of the partial indexes, in their own words.
  if (open) query.whereNull('ended_at').whereNotNull(due);
  else if (over) query.whereNotNull('ended_at');
  if (text) await searchFor(kernel, uid, listing.search, communities, text, query);
  const [sort] = choicesParam(asked, 'sort', LIST_SORTS) ?? [];
  const order = orderBy(rows, uid, listing, { sort, open, ended: over, during: inPeriod ? during : null });
  return { query, order, community, personal: isPrivateSearch(text) };
};
