import type { Kernel } from '../../kernel/kernel';
import { colleagues } from '../staff';
import { COMPLAINT_CATEGORY_UID, type ComplaintRow } from './row';

/** What the form of `classify` starts with: the specialist with the least open work, and the time that article 10 gives. */
export const suggestClassify = async ({
  case: complaint,
  kernel,
}: {
  case: ComplaintRow;
  kernel: Kernel;
}): Promise<Record<string, unknown>> => {
  const { strapi, rows, clock, rulebook, obligations } = kernel;
  const { connection } = strapi.db;
  const pool = await colleagues(kernel, complaint.community, ['specialist']);
  const load = await obligations.openByPerson(
    connection,
    pool.map(({ id }) => id)
  );
  const [best] = pool.sort((one, other) => (load.get(one.id) ?? 0) - (load.get(other.id) ?? 0) || one.id - other.id);
  const category = complaint.category
    ? await rows.first(connection, COMPLAINT_CATEGORY_UID, { id: complaint.category })
    : null;
  const rules = await rulebook.of(complaint.community);
  return {
    category: category?.documentId ?? null,
    handler: best?.documentId ?? null,
    promisedAt: clock.plus(clock.now(), rules.duration('complaint.resolveWithin')).toISOString(),
  };
};
