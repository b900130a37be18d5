import type { HouseholdFile } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { caseRef, iso } from '../../../kernel/api/present';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import type { CaseRow } from '../../../kernel/workflow/define';
import { HOUSEHOLD_UID } from '../uids';
import { latestOf } from './queries';

const SHOWN = 10;
/** Published notices that are looked through for those that are meant for one building. */
const LOOKED_AT = 60;

/** Notices that hang for a household to read: of its community, for all buildings or for its own. */
export const noticesFor = async (kernel: Kernel, home: Row): Promise<HouseholdFile['notices']> => {
  const notices = kernel.definition('notice');
  if (!notices) return [];
  const { links, strapi } = kernel;
  const { connection } = strapi.db;
  const where = { community: home.community, state: 'published' };
  const found = await latestOf(kernel, notices.uid, where, LOOKED_AT);
  const ids = found.map(({ id }) => id);
  const meant = await links.relations(connection, notices.uid, 'buildings', ids);
  return found
    .filter(({ id }) => {
      const buildings = meant.get(id) ?? [];
      return buildings.length === 0 || buildings.includes(home.building as number);
    })
    .slice(0, SHOWN)
    .map((row) => ({
      documentId: row.documentId,
      name: row.title as string,
      number: (row.number as string | null) ?? '',
      issuedAt: iso(row.issuedAt),
    }));
};

/** What was lent of a household's file, its papers and keys; null where nothing is lent, or it is not the caller's to know. */
export const lentOf = async (kernel: Kernel, actor: Actor, home: Row): Promise<HouseholdFile['loans']> => {
  const loans = kernel.definition('loan');
  if (!loans || !actor.can(`${loans.name}.read`)) return null;
  const named = [...kernel.rows.table(loans.uid).columns.values()].find(({ target }) => target === HOUSEHOLD_UID);
  if (!named) return null;
  const found = await latestOf(kernel, loans.uid, { [named.attribute]: home.id }, SHOWN);
  return found.map((row) => ({
    ...caseRef(loans, row as CaseRow),
    createdAt: iso(row.createdAt) as string,
    dueAt: iso(row.dueAt),
    endedAt: iso(row.endedAt),
  }));
};
