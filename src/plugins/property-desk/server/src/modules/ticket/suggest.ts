import type { Ref } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import { colleagues } from '../staff';
import { namedAssignees } from './queries';
import { CATEGORY_UID, type TicketRow } from './row';

/** What is known of a ticket when somebody is about to send it out. */
export interface ToDispatch {
  community: number;
  category: number;
  priority: string;
  wishedFor: Date | null;
}

/**
 * Who should go, and by when it should be promised: of the engineers that the category names (else of all) the one
 * with the least open work; the time from the priority, the category's usual hours and the wished-for time.
 */
export const suggestFor = async (
  kernel: Kernel,
  ticket: ToDispatch
): Promise<{ assignee: Ref | null; promisedAt: string }> => {
  const { rows, strapi, clock, rulebook, obligations } = kernel;
  const engineers = await colleagues(kernel, ticket.community, ['engineer']);
  const named = await namedAssignees(kernel, ticket.category);
  const preferred = engineers.filter(({ id }) => named.has(id));
  const pool = preferred.length ? preferred : engineers;
  const load = await obligations.openByPerson(
    strapi.db.connection,
    pool.map(({ id }) => id)
  );
  const [best] = [...pool].sort(
    (one, other) => (load.get(one.id) ?? 0) - (load.get(other.id) ?? 0) || one.id - other.id
  );

  const now = clock.now();
  const rules = await rulebook.of(ticket.community);
  const category = await rows.first(strapi.db.connection, CATEGORY_UID, { id: ticket.category });
  const limit = clock.plus(
    now,
    rules.duration(ticket.priority === 'urgent' ? 'ticket.completeWithinUrgent' : 'ticket.completeWithin')
  );
  const usual = category?.hours ? clock.plus(now, `PT${category.hours as number}H`) : limit;
  const soonest = usual < limit ? usual : limit;
  const promisedAt = ticket.wishedFor && ticket.wishedFor > soonest ? ticket.wishedFor : soonest;
  return {
    assignee: best ? { documentId: best.documentId, name: best.name } : null,
    promisedAt: promisedAt.toISOString(),
  };
};

/** What the dispatch form starts with. */
export const suggestDispatch = async ({
  case: ticket,
  kernel,
}: {
  case: TicketRow;
  kernel: Kernel;
}): Promise<Record<string, unknown>> => {
  const { assignee, promisedAt } = await suggestFor(kernel, ticket);
  return { assignee: assignee?.documentId ?? null, promisedAt };
};
