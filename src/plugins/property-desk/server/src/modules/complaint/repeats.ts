import type { Acting } from '../../kernel/workflow/define';
import { startRecurrence } from '../improvement';
import { earlierComplaints } from './queries';
import type { ComplaintRow } from './row';

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
