import { say, type ObligationOutcome } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import { workOrder, workOrderFileName, type WorkOrderRecord } from './print';
import { TICKET_UID, type TicketRow } from './row';

/** The work order of a ticket: telephone in full for those who may, masked for the others. */
export const printTicket = async (kernel: Kernel, ticket: TicketRow, actor: Actor) => {
  const { rows, strapi, clock, confidential, settings } = kernel;
  const { connection } = strapi.db;
  const { locale } = settings;
  const community = await rows.first(connection, 'plugin::property-desk.community', { id: ticket.community });
  const assignee = ticket.assignee
    ? await rows.first(connection, 'plugin::property-desk.staff-member', { id: ticket.assignee })
    : null;
  const owed = await rows.find(connection, OBLIGATION_UID, { caseDocumentId: ticket.documentId });
  const files = await kernel.files.list(ticket.documentId);
  const full = actor.can('print.full') && Boolean(ticket.contactTelephone);
  const time = (at: unknown) => (at instanceof Date ? clock.format(at) : null);

  const record: WorkOrderRecord = {
    company: (community?.companyName as string) ?? '',
    companyTelephone: (community?.telephone as string) ?? null,
    community: (community?.name as string) ?? '',
    number: ticket.number,
    state: say(locale, `ticket.state.${ticket.state}`),
    printedAt: clock.format(clock.now()),
    printedBy: actor.name,
    place: ticket.place,
    reporter: ticket.reporterName,
    telephone: full
      ? confidential.open(TICKET_UID, ticket.documentId, 'contactTelephone', ticket.contactTelephone)
      : confidential.mask(TICKET_UID, ticket.documentId, 'contactTelephone', ticket.contactTelephone),
    category: ticket.categoryName,
    priority: ticket.priority,
    source: ticket.source,
    description: ticket.description,
    wishedFor: time(ticket.wishedFor),
    reportedAt: time(ticket.createdAt),
    acceptedAt: time(ticket.acceptedAt),
    dispatchedAt: time(ticket.dispatchedAt),
    startedAt: time(ticket.startedAt),
    completedAt: time(ticket.completedAt),
    promisedAt: time(ticket.promisedAt),
    promises: owed
      .filter(({ level }) => level === 1)
      .map((row) => ({
        what: say(locale, `obligation.${row.what as string}`),
        dueAt: time(row.dueAt) as string,
        settledAt: time(row.settledAt),
        outcome: (row.outcome as ObligationOutcome) ?? null,
      })),
    assignee: (assignee?.name as string) ?? ticket.contractor,
    workDone: ticket.workDone,
    parts: ticket.parts ?? [],
    cost: ticket.cost,
    ratings: { quality: ticket.ratingQuality, attitude: ticket.ratingAttitude, overall: ticket.ratingOverall },
    followUpOutcome: ticket.outcome,
    followUpWords: ticket.followUpWords,
    reworkCount: ticket.rework ?? 0,
    photoCount: files.length,
  };
  return {
    name: workOrderFileName(ticket.number, locale),
    document: workOrder(record, locale),
    ...(full ? { discloses: 'contactTelephone' } : {}),
  };
};
