import { later } from './time.mjs';

const NOTICE = 'plugin::property-desk.notice';
const READ = 'plugin::property-desk.notice-read';
const RESIDENT = 'plugin::property-desk.resident';
const HOUSEHOLD = 'plugin::property-desk.household';

/** Rows of one statement: SQLite binds 999 values at most. */
const TOGETHER = 40;

/**
 * Who read what. Receipts are written by the hundred, as the front end's own call would have written each: most people
 * read a notice on the day that it comes, and nobody reads one that is meant for other buildings or is down again.
 * @param shares which part of its residents read each notice, by documentId
 */
export async function writeReads({ strapi, rows, links, clock }, shares, dice) {
  const { connection } = strapi.db;
  const now = clock.now();
  const households = new Map((await rows.find(connection, HOUSEHOLD, {})).map((home) => [home.id, home]));
  const residents = (await rows.find(connection, RESIDENT, {})).filter(({ movedOutAt }) => !movedOutAt);
  await strapi.db.transaction(async ({ trx }) => {
    for (const [documentId, share] of shares) {
      const notice = await rows.first(trx, NOTICE, { documentId });
      const meant = ((await links.relations(trx, NOTICE, 'buildings', [notice.id])).get(notice.id) ?? []).map(Number);
      const end = notice.withdrawnAt ?? notice.expiredAt ?? now;
      const length = Math.min(end.getTime() - notice.issuedAt.getTime(), 6 * 24 * 3_600_000) / 60_000;
      const reads = residents
        .filter(({ household }) => meant.length === 0 || meant.includes(households.get(household).building))
        .filter(() => dice.chance(share))
        .map(({ id }) => ({
          notice: notice.id,
          resident: id,
          at: later(notice.issuedAt, length * dice.between(0, 1) ** 3),
        }));
      for (let from = 0; from < reads.length; from += TOGETHER)
        await rows.insertMany(trx, READ, reads.slice(from, from + TOGETHER), end);
    }
  });
}
