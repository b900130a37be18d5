import type { Core } from '@strapi/strapi';
import { staffHandler } from '../../kernel/api/handler';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { MOST_ROWS } from '../../kernel/print';
import { monthPaper, STAFF_UID, type MonthOf } from '../staff';
import { promiseOf } from './paper';
import { ledger, ledgerFileName } from './print-ledger';
import type { LedgerLine, PromiseRecord } from './print-record';
import { monthsComplaints, promisesOn } from './queries';

/** Promises that the ledger has a column for. */
const FIRST_REPLY = 'complaint.firstReply';
const INTERVENE = 'complaint.intervene';
const RESOLVE = 'complaint.resolve';

/** A name as paper that goes round shows it: its first character. */
const masked = (name: string | null): string | null => (name ? `${[...name][0]}**` : null);

/**
 * What became of a promise that was made several times over: broken once, it was broken; else as the last one ended.
 * One that was agreed anew or fell away counts neither way.
 */
export const lastPromise = (promises: PromiseRecord[]): PromiseRecord | null => {
  const last = promises[promises.length - 1];
  if (!last) return null;
  return promises.some(({ outcome }) => outcome === 'broken') ? { ...last, outcome: 'broken' } : last;
};

const linesOf = async (kernel: Kernel, { community, ...month }: MonthOf): Promise<LedgerLine[]> => {
  const { clock, rows, strapi } = kernel;
  const now = clock.now();
  const complaints = await monthsComplaints(kernel, community.id, month, MOST_ROWS + 1);
  if (complaints.length > MOST_ROWS) throw invalid('month', 'error.ledgerTooLong', { max: MOST_ROWS });
  const owed = await promisesOn(
    kernel,
    complaints.map(({ documentId }) => documentId),
    [FIRST_REPLY, INTERVENE, RESOLVE]
  );
  const people = await rows.byIds(
    strapi.db.connection,
    STAFF_UID,
    complaints.map(({ handler }) => handler)
  );
  return complaints.map((complaint) => {
    const promise = (what: string) =>
      lastPromise(
        (owed.get(complaint.documentId) ?? [])
          .filter((row) => row.what === what)
          .map((row) => promiseOf(kernel, row, now))
      );
    return {
      number: complaint.number,
      receivedAt: clock.format(complaint.createdAt as Date),
      complainant: complaint.anonymous ? null : masked(complaint.reporterName),
      anonymous: complaint.anonymous,
      place: complaint.place,
      kind: complaint.kind,
      severity: complaint.severity,
      category: complaint.categoryName,
      content: complaint.content,
      handler: (people.get(complaint.handler as number)?.name as string | undefined) ?? null,
      firstReply: promise(FIRST_REPLY),
      intervention: promise(INTERVENE),
      resolution: promise(RESOLVE),
      result: complaint.result ?? complaint.answerText ?? complaint.dismissReason ?? complaint.withdrawReason,
      satisfaction: complaint.outcome,
      rating: complaint.ratingOverall,
      state: complaint.state,
    };
  });
};

const printLedger = monthPaper('complaint-ledger', async (kernel, of, paper) => {
  const { locale } = kernel.settings;
  const document = ledger({ ...paper, lines: await linesOf(kernel, of) }, locale);
  return { name: ledgerFileName(paper.community, paper.month, locale), document };
});

/** The month's ledger; a fixed path, so it stands before the case's own. */
export const adminRoutes: ModuleRoute[] = [
  { method: 'GET', path: '/complaints/ledger/print', handler: 'complaintLedger.print' },
];

export const controllers = {
  complaintLedger: ({ strapi }: { strapi: Core.Strapi }) => ({
    print: staffHandler(strapi, 'complaint.read', printLedger),
  }),
};
