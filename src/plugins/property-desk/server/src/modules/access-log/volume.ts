import type { Context } from 'koa';
import type { LookVolume } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID, type Actor } from '../../kernel/access/actor';
import { openPeriodParam } from '../../kernel/api/period-param';
import { idParam } from '../../kernel/api/record-param';
import { onlyParams } from '../../kernel/api/respond';
import type { Period } from '../../kernel/clock/clock';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { volumes, type Volume } from './queries';
import { UNUSUAL_LOOKS } from './rules';

/** Days shown unless others are asked for, and most days of one question. */
const USUAL_DAYS = 7;
const MOST_DAYS = 31;

/** The limits of communities, each read once. */
export const limitsOf = (kernel: Kernel) => {
  const known = new Map<number, Promise<number>>();
  return (community: number): Promise<number> => {
    const limit = known.get(community) ?? kernel.rulebook.of(community).then((rules) => rules.number(UNUSUAL_LOOKS));
    known.set(community, limit);
    return limit;
  };
};

const daysOf = (kernel: Kernel, ctx: Context): (Period & { day: string })[] => {
  const { clock } = kernel;
  const asked = openPeriodParam(clock, ctx);
  const last = asked.to ?? clock.nextDay(clock.now());
  const first = asked.from ?? clock.plus(last, `-P${USUAL_DAYS}D`);
  const days: (Period & { day: string })[] = [];
  for (let from = first; from < last; from = clock.plus(from, 'P1D')) {
    if (days.length >= MOST_DAYS) throw invalid('from', 'error.daysTooMany', { days: MOST_DAYS });
    days.push({ from, to: clock.plus(from, 'P1D'), day: clock.dayText(from) });
  }
  return days.reverse();
};

/** Records seen by each person on each day, what is unusual first. */
export const volume = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: LookVolume[] }> => {
  onlyParams(ctx, ['community', 'from', 'to']);
  const { rows, strapi } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const found: (Volume & { day: string })[] = [];
  for (const { day, ...period } of daysOf(kernel, ctx))
    for (const one of await volumes(kernel, period, community === undefined ? actor.communities : [community]))
      found.push({ ...one, day });
  const staff = await rows.byIds(
    strapi.db.connection,
    STAFF_UID,
    found.map((one) => one.staff)
  );
  const communities = await rows.byIds(
    strapi.db.connection,
    COMMUNITY_UID,
    found.map((one) => one.community)
  );
  const limitOf = limitsOf(kernel);
  const data: LookVolume[] = [];
  for (const one of found) {
    const limit = await limitOf(one.community);
    const place = communities.get(one.community);
    data.push({
      day: one.day,
      person: { documentId: staff.get(one.staff as number)?.documentId ?? null, name: one.name },
      community: { documentId: place?.documentId ?? '', name: String(place?.name ?? '') },
      looks: one.looks,
      kinds: one.kinds,
      limit,
      unusual: one.looks >= limit,
    });
  }
  return { data: data.sort((one, other) => Number(other.unusual) - Number(one.unusual)) };
};
