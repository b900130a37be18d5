import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { say } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { COMPLAINT_UID, type ComplaintRow } from './row';
import { codeSecret } from './secret';

/** Somebody without an account, known by nothing, or by the secret of one complaint. */
export const stranger = (kernel: Kernel, community: number, holds: string[] = []): Actor => ({
  kind: 'resident',
  name: say(kernel.settings.locale, 'actor.anonymous'),
  role: null,
  communities: [community],
  holds,
  can: () => true,
});

/** Counts a call of somebody without an account. @throws RateLimitError */
export const countStranger = (kernel: Kernel, ctx: Context, call: 'lodge' | 'follow') =>
  kernel.throttle.count(`${call}:${ctx.request.ip}`, kernel.settings.strangersPerHour[call]);

/**
 * The complaint behind a number and its secret code.
 * @throws NotFoundError for a wrong number or code, which are not told apart
 */
export const followed = async (kernel: Kernel, named: { number: string; code: string }): Promise<ComplaintRow> => {
  const found = (await kernel.rows.first(kernel.strapi.db.connection, COMPLAINT_UID, {
    number: named.number,
  })) as ComplaintRow | null;
  const given = Buffer.from(kernel.confidential.keyring.hash(codeSecret(named.code)));
  const kept = Buffer.from(found?.codeHash ?? '0'.repeat(given.length));
  if (!timingSafeEqual(given, kept) || !found) throw notFound();
  return found;
};
