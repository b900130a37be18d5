import type { ComplainantView, ContactWay, ToldItem } from '../../../../contracts';
import { iso } from '../../kernel/api/present';
import type { Kernel } from '../../kernel/kernel';
import type { ComplaintRow } from './row';

/** What was said to the complainant by an action: the field that holds it, and the way where one was entered. */
const SAID: Record<string, string> = {
  progress: 'message',
  answer: 'answerText',
  thank: 'answerText',
  resolve: 'result',
  'publish-result': 'publicResult',
  dismiss: 'reason',
};

/** What a complainant was told, oldest first, from the ledger. */
export const toldOf = async (kernel: Kernel, complaint: ComplaintRow): Promise<ToldItem[]> => {
  const events = await kernel.ledger.story(kernel.strapi.db.connection, complaint.documentId);
  return events.flatMap(({ action, at, input }) => {
    const entered = (input ?? {}) as Record<string, unknown>;
    const text = entered[SAID[action as string]];
    // The result reaches whoever is anonymous once it is published, and in the words that were published.
    if (typeof text !== 'string' || (complaint.anonymous && action === 'resolve')) return [];
    return [{ at: iso(at) as string, way: (entered.way as ContactWay | undefined) ?? null, text }];
  });
};

/** The last of it, without asking the ledger. */
const lastTold = ({ lastTold: text, toldAt }: ComplaintRow): ToldItem[] =>
  text ? [{ at: iso(toldAt) as string, way: null, text }] : [];

/**
 * What a complainant sees of their complaint: its course, their own words and what they were told. No internal notes,
 * reasons or plans, nobody else's data, no staff.
 */
export const shownToComplainant = (complaint: ComplaintRow, told?: ToldItem[]): ComplainantView => ({
  documentId: complaint.anonymous ? null : complaint.documentId,
  number: complaint.number,
  kind: complaint.kind,
  state: complaint.state,
  category: complaint.categoryName ?? null,
  place: complaint.place,
  content: complaint.content,
  demands: complaint.demands ?? null,
  promisedAt: iso(complaint.promisedAt),
  told: told ?? lastTold(complaint),
  result: complaint.anonymous ? null : (complaint.result ?? null),
  publicResult: complaint.publicResult ?? null,
  rating: complaint.residentOutcome
    ? {
        outcome: complaint.residentOutcome,
        overall: complaint.residentRatingOverall ?? null,
        words: complaint.residentWords ?? null,
      }
    : null,
  createdAt: iso(complaint.createdAt) as string,
});
