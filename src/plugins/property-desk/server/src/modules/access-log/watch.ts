import type { Knex } from 'knex';
import { say } from '../../../../contracts';
import type { Person } from '../../kernel/access/actor';
import { COMMUNITY_UID } from '../../kernel/access/actor';
import type { Period } from '../../kernel/clock/clock';
import type { Kernel } from '../../kernel/kernel';
import { removeOlder, volumes, type Volume } from './queries';
import { limitsOf } from './volume';

/** Who oversees those who look into files; never the person alone. */
const OVERSEERS = ['supervisor', 'manager'];

/** How often the clock's rounds look, in milliseconds: each looks at the whole day anew. */
const EVERY = 5 * 60_000;

/** Entries in one statement, and statements in one round: what is old goes little by little. */
const TOGETHER = 500;
const MOST_AT_ONCE = 10;

const overseersOf = async (kernel: Kernel, trx: Knex.Transaction, { community, staff }: Volume): Promise<Person[]> => {
  const people = await Promise.all(OVERSEERS.map((role) => kernel.directory().holders(trx, role, community)));
  return people.flat().filter(({ id, email }) => id !== staff && Boolean(email));
};

/** Tells the overseers of one person's unusual day. The key holds no more than the day: whoever comes later tells nobody. */
const tell = (kernel: Kernel, volume: Volume, limit: number, day: string, at: Date) =>
  kernel.strapi.db.transaction(async ({ trx }) => {
    const { locale } = kernel.settings;
    const community = await kernel.rows.first(trx, COMMUNITY_UID, { id: volume.community });
    const params = {
      who: volume.name,
      day: { time: day },
      looks: volume.looks,
      limit,
      community: String(community?.name ?? ''),
    };
    const people = await overseersOf(kernel, trx as Knex.Transaction, volume);
    const messages = people.map(({ email, name, documentId }) => ({
      key: `unusual-looks:${volume.community}:${volume.staff ?? volume.name}:${day}:${documentId}`,
      channel: 'mail' as const,
      recipient: email as string,
      subject: say(locale, 'message.unusualLooks.subject', params),
      body: say(locale, 'message.unusualLooks.body', { ...params, name }),
      community: volume.community,
    }));
    if (messages.length > 0) await kernel.outbox.enqueue(trx as Knex.Transaction, messages, at);
  });

const flag = async (kernel: Kernel, day: Period & { day: string }, at: Date) => {
  const limitOf = limitsOf(kernel);
  for (const volume of await volumes(kernel, day, 'all')) {
    const limit = await limitOf(volume.community);
    if (volume.looks >= limit) await tell(kernel, volume, limit, day.day, at);
  }
};

/**
 * The clock's watch over the access log: unusual days are told once, in whatever process, and entries go when they
 * are older than the office keeps them. Nothing else takes an entry away.
 */
export const createWatch = () => {
  let next = 0;
  return async (kernel: Kernel): Promise<void> => {
    const { clock, settings } = kernel;
    const now = clock.now();
    // A test may set its clock back.
    if (now.getTime() < next && next - now.getTime() <= EVERY) return;
    next = now.getTime() + EVERY;
    const today = clock.startOfDay(now);
    const before = clock.plus(today, '-P1D');
    // Yesterday too: what was seen just before midnight, or while no clock ran.
    await flag(kernel, { from: before, to: today, day: clock.dayText(before) }, now);
    await flag(kernel, { from: today, to: clock.plus(today, 'P1D'), day: clock.dayText(today) }, now);
    const oldest = clock.plus(now, `-P${settings.accessLogMonths}M`);
    for (let turn = 0; turn < MOST_AT_ONCE; turn += 1)
      if ((await removeOlder(kernel, oldest, TOGETHER)) < TOGETHER) break;
  };
};
