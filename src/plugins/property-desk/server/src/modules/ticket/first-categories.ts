import type { Knex } from 'knex';
import { say } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import { CATEGORY_UID } from './row';

/** What homes and common parts are usually repaired for, with the hours that one usually takes. */
const FIRST_CATEGORIES = { plumbing: 8, lift: 4, doors: 24, drains: 6, lighting: 12, access: 12, green: 12, other: 24 };

/** Writes the usual categories of repairs where there are none. */
export const beginWithCategories = async (kernel: Kernel, trx: Knex.Transaction): Promise<void> => {
  const { rows, clock, settings } = kernel;
  if (await rows.first(trx, CATEGORY_UID, {})) return;
  const records = Object.entries(FIRST_CATEGORIES).map(([code, hours], position) => ({
    code: `usual-${code}`,
    hours,
    position,
    name: say(settings.locale, `ticketCategory.first.${code}`),
    active: true,
  }));
  await rows.insertMany(trx, CATEGORY_UID, records, clock.now());
};
