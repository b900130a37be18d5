import type { Knex } from 'knex';
import { say } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import { COMPLAINT_CATEGORY_UID } from './row';

/** What residents usually complain of. */
const FIRST_CATEGORIES = [
  'noise',
  'parking',
  'cleaning',
  'security',
  'attitude',
  'facilities',
  'renovation',
  'pets',
  'other',
];

/** Writes the usual categories of complaints where there are none. */
export const beginWithCategories = async (kernel: Kernel, trx: Knex.Transaction): Promise<void> => {
  const { rows, clock, settings } = kernel;
  if (await rows.first(trx, COMPLAINT_CATEGORY_UID, {})) return;
  const records = FIRST_CATEGORIES.map((code, position) => ({
    code: `usual-${code}`,
    position,
    name: say(settings.locale, `complaintCategory.first.${code}`),
    active: true,
  }));
  await rows.insertMany(trx, COMPLAINT_CATEGORY_UID, records, clock.now());
};
