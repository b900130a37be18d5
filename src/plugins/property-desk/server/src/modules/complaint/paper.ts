import { say, type ObligationOutcome } from '../../../../contracts';
import { redact } from '../../kernel/confidential/kinds';
import type { Kernel } from '../../kernel/kernel';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { dayOnPaper } from '../../kernel/print';
import type { Row } from '../../kernel/storage/rows';
import type { CaseDefinition, Print } from '../../kernel/workflow/define';
import { PREVENTIVE_ACTION_UID, type PreventiveActionRow } from '../improvement';
import { COMMUNITY_UID, officeOf, STAFF_UID } from '../staff';
import { courseOf } from './course';
import { letter, letterFileName } from './print-letter';
import type { LetterRecord, PromiseRecord } from './print-record';
import { writeUp, writeUpFileName } from './print-write-up';
import { COMPLAINT_UID, type ComplaintRow } from './row';

/** A promise as the ledger has it; what lapsed is broken, whether or not the clock had time to mark it. */
export const promiseOf = (kernel: Kernel, owed: Row, now: Date): PromiseRecord => ({
  dueAt: kernel.clock.format(owed.dueAt as Date),
  settledAt: owed.settledAt ? kernel.clock.format(owed.settledAt as Date) : null,
  outcome: (owed.outcome as ObligationOutcome | null) ?? ((owed.dueAt as Date) < now ? 'broken' : null),
});

/** The write-up of a complaint: telephone in full for those who may, masked for the others. */
export const printWriteUp: Print<ComplaintRow> = async (kernel, complaint, actor) => {
  const { rows, strapi, clock, confidential, settings } = kernel;
  const { connection } = strapi.db;
  const { locale } = settings;
  const now = clock.now();
  const time = (at: unknown) => (at instanceof Date ? clock.format(at) : null);
  const community = await rows.first(connection, COMMUNITY_UID, { id: complaint.community });
  const owed = await rows.find(connection, OBLIGATION_UID, { caseDocumentId: complaint.documentId });
  const prevention = (await rows.find(connection, PREVENTIVE_ACTION_UID, {
    complaint: complaint.id,
  })) as PreventiveActionRow[];
  const earlier = complaint.repeatOf ? await rows.first(connection, COMPLAINT_UID, { id: complaint.repeatOf }) : null;
  const people = await rows.byIds(connection, STAFF_UID, [
    complaint.handler,
    complaint.praised,
    ...prevention.map(({ owner }) => owner),
    ...owed.flatMap(({ ownerStaff, brokenBy }) => [ownerStaff, brokenBy]),
  ]);
  const name = (id: unknown) => (people.get(id as number)?.name as string | undefined) ?? null;
  const owner = ({ brokenAt, brokenBy, ownerStaff, ownerRole }: Row) =>
    name(brokenAt ? brokenBy : ownerStaff) ?? (ownerRole ? say(locale, `role.${ownerRole as string}`) : '');
  const full = actor.can('print.full') && Boolean(complaint.contactTelephone);
  const { taskForce } = complaint;

  return {
    name: writeUpFileName(complaint.number, locale),
    document: writeUp(
      {
        ...officeOf(community),
        number: complaint.number,
        state: say(locale, `complaint.state.${complaint.state}`),
        printedAt: clock.format(now),
        printedBy: actor.name,
        kind: complaint.kind,
        severity: complaint.severity,
        severityReason: complaint.severityReason,
        category: complaint.categoryName,
        place: complaint.place || say(locale, 'print.noPlace'),
        source: say(locale, `ticket.source.${complaint.source}`),
        complainant: complaint.anonymous ? null : (complaint.reporterName ?? ''),
        telephone: full
          ? confidential.open(COMPLAINT_UID, complaint.documentId, 'contactTelephone', complaint.contactTelephone)
          : confidential.mask(COMPLAINT_UID, complaint.documentId, 'contactTelephone', complaint.contactTelephone),
        receivedAt: clock.format(complaint.createdAt as Date),
        handler: name(complaint.handler),
        promisedAt: time(complaint.promisedAt),
        resolvedAt: time(complaint.resolvedAt),
        repeats: { number: (earlier?.number as string | undefined) ?? null, count: complaint.repeatCount ?? 0 },
        content: complaint.content,
        demands: complaint.demands,
        evidence: complaint.evidence ?? [],
        praised: name(complaint.praised),
        courseOfEvents: complaint.courseOfEvents,
        course: await courseOf(kernel, kernel.definition('complaint') as CaseDefinition, complaint.documentId, locale),
        rootCause: complaint.rootCause,
        plan: complaint.plan,
        taskForce: taskForce && {
          leader: taskForce.leader.name,
          members: taskForce.members.map((member) => member.name),
          aim: taskForce.aim,
          formedAt: clock.format(new Date(taskForce.formedAt)),
        },
        noTaskForceReason: complaint.noTaskForceReason,
        decision: complaint.decision,
        measures: complaint.measures,
        result: complaint.result,
        compensation: complaint.compensation,
        answer: complaint.answerText,
        dismissReason: complaint.dismissReason,
        withdrawReason: complaint.withdrawReason,
        followUp: {
          outcome: complaint.outcome,
          rating: complaint.ratingOverall,
          words: complaint.followUpWords,
        },
        lessons: complaint.lessons,
        prevention: prevention.map((one) => ({
          number: one.number,
          what: one.what,
          owner: name(one.owner) ?? '',
          dueAt: time(one.promisedAt) ?? '',
          state: one.state,
        })),
        promises: owed.map((row) => ({
          ...promiseOf(kernel, row, now),
          what: say(locale, `obligation.${row.what as string}`),
          by: owner(row),
          level: row.level as number,
        })),
      },
      locale
    ),
    ...(full ? { discloses: 'contactTelephone' } : {}),
  };
};

const ANSWERED = ['archived'];
const RESOLVED = ['resolved', 'confirmed', 'reviewed', 'archived'];

/** How it stands, in what the complainant was told or is told hereby. */
const outcomeOf = (
  { state, anonymous, ...complaint }: ComplaintRow,
  told: (text: string) => string,
  time: (at: Date | null) => string | null
): LetterRecord['outcome'] => {
  if (state === 'withdrawn') return { kind: 'withdrawn' };
  if (state === 'dismissed') return { kind: 'dismissed', reason: told(complaint.dismissReason ?? '') };
  if (ANSWERED.includes(state) && complaint.answerText) return { kind: 'answered', answer: told(complaint.answerText) };
  // Whoever is anonymous hears what was published, and no more: a letter to nobody in particular is read by anybody.
  const result = anonymous ? complaint.publicResult : complaint.result;
  if (RESOLVED.includes(state) && result)
    return {
      kind: 'resolved',
      result: told(result),
      measures: anonymous || !complaint.measures ? null : told(complaint.measures),
      compensation: anonymous ? null : complaint.compensation,
    };
  return {
    kind: 'open',
    told: complaint.lastTold ? told(complaint.lastTold) : null,
    promisedAt: time(complaint.promisedAt),
  };
};

/**
 * The letter to the complainant. It holds their own words and what they were told: no notes, reasons or plans, no
 * staff; telephone and identity numbers that somebody wrote into a text are masked, for they may be anybody's.
 */
export const printLetter: Print<ComplaintRow> = async (kernel, complaint) => {
  const { rows, strapi, clock, settings } = kernel;
  const { locale } = settings;
  const community = await rows.first(strapi.db.connection, COMMUNITY_UID, { id: complaint.community });
  const time = (at: unknown) => (at instanceof Date ? clock.format(at) : null);
  const day = (at: Date) => dayOnPaper(clock.format(at), locale);
  return {
    name: letterFileName(complaint.number, locale),
    document: letter(
      {
        ...officeOf(community),
        number: complaint.number,
        kind: complaint.kind,
        addressee: complaint.anonymous ? null : complaint.reporterName,
        receivedOn: day(complaint.createdAt as Date),
        writtenOn: day(clock.now()),
        place: complaint.place || null,
        content: redact(complaint.content),
        demands: complaint.demands && redact(complaint.demands),
        outcome: outcomeOf(complaint, redact, time),
      },
      locale
    ),
  };
};
