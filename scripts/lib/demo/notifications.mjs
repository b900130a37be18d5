import { hours, later } from './time.mjs';

const NOTIFICATION = 'plugin::property-desk.notification';

/** What came in the last hours is still unread. */
const UNREAD = hours(6);

/** The people of the demo have looked at what they were told before; otherwise their bells would count 90 days. */
export async function readEarlier({ strapi, rows, clock }) {
  const told = strapi.db.connection(rows.table(NOTIFICATION).name).whereNull('read_at');
  await told
    .where('created_at', '<', later(clock.now(), -UNREAD))
    .update({ read_at: strapi.db.connection.ref('created_at') });
}
