import type { Kernel } from '../../kernel/kernel';
import type { Acting, CaseRow, Kin } from '../../kernel/workflow/define';
import { startRecurrence } from '../improvement';
import { earlierComplaints } from './queries';
import { COMPLAINT_UID, type ComplaintRow } from './row';

type Changing = Acting<ComplaintRow>;
type About = Pick<ComplaintRow, 'kind' | 'household' | 'place' | 'category'>;

const earlier = ({ case: { id, community }, now, rules, trx }: Changing, about: About) => {
  const since = new Date(now.getTime() - rules.number('complaint.repeatDays') * 24 * 60 * 60 * 1000);
  return earlierComplaints(trx, { ...about, community, since, before: id });
};

/** The latest of those that a complaint repeats, and how many there are. */
export const repeating = async (acting: Changing, about: Partial<About>) => {
  const { kind, household = null, place = '', category = null } = about as About;
  const found = kind === 'complaint' ? await earlier(acting, { kind, household, place, category }) : [];
  return { repeatOf: found[0]?.id ?? null, repeatCount: found.length };
};

/**
 * Where the same has been complained of before and a preventive action was done about it, that question opens again
 * on the supervisors' desk. Of the same category: an action against noise says nothing about parking.
 */
export const startRecurrences = async (acting: Changing) => {
  const { case: complaint } = acting;
  if (complaint.kind !== 'complaint' || complaint.category === null || complaint.category === undefined) return;
  const { kind, household, place, category } = complaint;
  const same = (await earlier(acting, { kind, household, place, category })).filter((one) => one.category === category);
  await startRecurrence(
    acting,
    same.map(({ id }) => id)
  );
};

/** So many of them are shown beside a complaint. */
const SHOWN = 10;

/** Earlier complaints of the same home or place, for whoever reads a later one. */
export const earlierOnes = async (kernel: Kernel, other: { type: string; row: CaseRow }): Promise<Kin[]> => {
  const row = other.row as ComplaintRow;
  if (other.type !== 'complaint' || row.kind !== 'complaint') return [];
  const { id, community, household, place, category } = row;
  const { connection } = kernel.strapi.db;
  const days = (await kernel.rulebook.of(community)).number('complaint.repeatDays');
  const since = new Date((row.createdAt as Date).getTime() - days * 24 * 60 * 60 * 1000);
  const earlier = await earlierComplaints(connection, { community, household, place, category, since, before: id });
  const ids = earlier.slice(0, SHOWN).map((each) => each.id);
  const rows = await kernel.rows.byIds(connection, COMPLAINT_UID, ids);
  return ids.flatMap((each) => {
    const found = rows.get(each);
    return found ? [{ how: 'complaint.earlier', type: 'complaint', row: found as CaseRow }] : [];
  });
};
