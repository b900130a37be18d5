import type { Knex } from 'knex';
import { say } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import { POST_UID } from './queries';

/** The posts of article 4, each after the one that it reports to. */
const FIRST_POSTS = [
  { key: 'manager', role: 'manager', under: null },
  { key: 'supervisor', role: 'supervisor', under: 'manager' },
  { key: 'frontDesk', role: 'receptionist', under: 'supervisor' },
  { key: 'specialistA', role: 'specialist', under: 'supervisor' },
  { key: 'specialistB', role: 'specialist', under: 'supervisor' },
  { key: 'electrician', role: 'engineer', under: 'supervisor' },
  { key: 'mechanic', role: 'engineer', under: 'supervisor' },
] as const;

/** Writes the organisation of article 4 where there is none. */
export const beginWithPosts = async (kernel: Kernel, trx: Knex.Transaction): Promise<void> => {
  const { rows, clock, settings } = kernel;
  if (await rows.first(trx, POST_UID, {})) return;
  const made = new Map<string, number>();
  for (const { key, role, under } of FIRST_POSTS) {
    const { id } = await rows.insert(
      trx,
      POST_UID,
      {
        name: say(settings.locale, `post.first.${key}`),
        role,
        duties: say(settings.locale, `post.first.${key}.duties`),
        reportsTo: under && made.get(under),
      },
      clock.now()
    );
    made.set(key, id);
  }
};
