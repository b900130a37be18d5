import type { Context } from 'koa';
import type { Knex } from 'knex';
import type { SearchAnswer, SearchHousehold } from '../../../../../contracts';
import { covers, type Actor } from '../../../kernel/access/actor';
import { bodyOf, noFurther } from '../../../kernel/api/respond';
import { invalid } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import { HOUSEHOLD_UID } from '../uids';
import { keepKeys } from './keep';
import { placesIn } from './places';
import {
  buildingsOf,
  casesByNumber,
  communitiesInReach,
  householdLines,
  openCasesOf,
  residentsOf,
} from './queries/page';
import { hitsBy, waysOf, type Hit } from './queries/ways';
import { ranked } from './ranking';
import { readQuery, type Reading } from './reading';

const LIMIT = 10;
const LARGEST = 50;
const LONGEST = 100;
/** A household is found once for each of its people: more rows than a page has lines. */
const ROWS_PER_LINE = 4;

interface Call {
  query: string;
  community: number | null;
  former: boolean;
  limit: number;
}

const callOf = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Call> => {
  const { query, community, former = false, limit = LIMIT, ...rest } = bodyOf(ctx);
  noFurther(rest);
  if (typeof query !== 'string' || query.length > LONGEST || query.includes('\u0000'))
    throw invalid('query', 'error.text');
  if (typeof former !== 'boolean')
    throw invalid('former', 'error.choice', { value: String(former), allowed: 'true, false' });
  if (!Number.isInteger(limit) || (limit as number) < 1 || (limit as number) > LARGEST)
    throw invalid('limit', 'error.wholeNumber', { max: LARGEST });
  return { query, former, limit: limit as number, community: await communityIn(kernel, actor, community) };
};

/** The one community that is asked for, if any. */
const communityIn = async (kernel: Kernel, actor: Actor, asked: unknown): Promise<number | null> => {
  if (asked === undefined || asked === null) return null;
  const row =
    typeof asked === 'string'
      ? await kernel.rows.first(kernel.strapi.db.connection, 'plugin::property-desk.community', { documentId: asked })
      : null;
  if (!row || !covers(actor, row.id))
    throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
  return row.id;
};

const nothing: SearchAnswer = { households: [], more: false, cases: [] };

/**
 * One box for telephone, identity number, room, name, pinyin, plate, file number, key, parking space and case number. It
 * never stands in a URL. Confidential values are looked up by their keyed hash, so only whole ones find anybody; every
 * search is logged, by what was found and not by what was typed.
 */
export const search = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: SearchAnswer }> => {
  const call = await callOf(kernel, actor, ctx);
  if (call.query.trim() === '') return { data: nothing };
  const reading = readQuery(call.query);
  const communities = call.community === null ? await communitiesInReach(kernel, actor.communities) : [call.community];
  await keepKeys(kernel);

  const [hits, cases] = await Promise.all([
    hitsOf(kernel, reading, communities, call),
    reading.caseNumber ? casesByNumber(kernel, actor, communities, reading.caseNumber, LIMIT) : [],
  ]);
  const lines = ranked(hits, reading);
  const page = lines.slice(0, call.limit);
  const households = await present(kernel, actor, page);
  await log(kernel, actor, call.community ?? (communities.length === 1 ? communities[0] : null), households);
  const more = lines.length > call.limit;
  return { data: { households: households.map(({ line }) => line), more, cases } };
};

const hitsOf = async (
  kernel: Kernel,
  reading: Reading,
  communities: number[],
  { former, limit }: Call
): Promise<Hit[]> => {
  if (communities.length === 0) return [];
  const places = reading.place ? placesIn(await buildingsOf(kernel, communities), reading.place) : [];
  const asked = { communities, former, limit: limit * ROWS_PER_LINE + 1, now: kernel.clock.now() };
  return hitsBy(kernel, waysOf(kernel, reading, places, asked));
};

/** Names, people and open cases, for the households of the page only. */
const present = async (
  kernel: Kernel,
  actor: Actor,
  page: ReturnType<typeof ranked>
): Promise<{ place: number; line: SearchHousehold }[]> => {
  const ids = page.map(({ household }) => household);
  const found = page.flatMap(({ why }) =>
    why.flatMap(({ resident, former }) => (former && resident ? [resident] : []))
  );
  const [lines, residents, open] = await Promise.all([
    householdLines(kernel, ids),
    residentsOf(kernel, ids, found),
    openCasesOf(kernel, actor, ids),
  ]);
  return page.flatMap(({ household, why }) => {
    const known = lines.get(household);
    if (!known) return [];
    const { place, ...line } = known;
    const people = residents.get(household) ?? [];
    return [
      {
        place,
        line: {
          ...line,
          why: why.map(({ way, text, resident, former }) => ({
            way,
            text,
            resident: people.find(({ id }) => id === resident)?.documentId ?? null,
            former,
          })),
          residents: people.map(({ id: _id, ...person }) => person),
          openCases: (open.get(household) ?? []).map(({ type, documentId, number, title, state }) => ({
            type,
            documentId,
            number,
            title,
            state,
          })),
        },
      },
    ];
  });
};

/** One entry for each community of which households were shown; nothing found is one, too. */
const log = async (kernel: Kernel, actor: Actor, community: number | null, shown: { place: number }[]) => {
  const counts = new Map<number | null, number>();
  for (const { place } of shown) counts.set(place, (counts.get(place) ?? 0) + 1);
  if (counts.size === 0) counts.set(community, 0);
  const entries = [...counts].map(([place, records]) => ({
    kind: 'search' as const,
    recordType: HOUSEHOLD_UID,
    recordDocumentId: '',
    records,
    actor,
    community: place,
  }));
  await kernel.strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, entries));
};
