import { createRequire } from 'node:module';
import path from 'node:path';

const TICKET = 'plugin::property-desk.ticket';
const OBLIGATION = 'plugin::property-desk.obligation';

/** Numeric ids far above what else there is, so that a recording's ids cannot be mistaken. */
const TICKETS = 70_000_000;
const OBLIGATIONS = 80_000_000;

/**
 * Accepted tickets in a row, each with its promise to be dispatched, for an action that a ticket takes once only.
 * The first serves for the recording.
 */
export const series = async (strapi, kernel, { count, world }) => {
  const { nth } = createRequire(path.join(process.cwd(), 'package.json'))('./src/recordings.js');
  const { rows, clock } = kernel;
  const at = clock.now();
  const base = { createdAt: at, updatedAt: at, publishedAt: at };
  const documentId = nth('s'.repeat(24), 0);
  const household = world.households[0];
  for (let from = 0; from < count; from += 400) {
    await strapi.db.connection.transaction(async (trx) => {
      const numbers = Array.from({ length: Math.min(400, count - from) }, (_, n) => from + n);
      await trx(rows.table(TICKET).name).insert(
        numbers.map((n) =>
          rows.toColumns(TICKET, {
            ...base,
            id: TICKETS + n,
            documentId: nth(documentId, n),
            number: `SR-20000101-${String(n).padStart(7, '0')}`,
            title: '漏水',
            state: 'accepted',
            revision: 1,
            dueAt: new Date(at.getTime() + 900_000),
            community: world.community.id,
            household: household.id,
            building: world.building.id,
            category: world.categories[0].id,
            categoryName: world.categories[0].name,
            description: '厨房水管漏水',
            place: household.name,
            priority: 'ordinary',
            source: 'phone',
            reporterName: '王小明',
            acceptedAt: at,
            rework: 0,
            followUpAttempts: 0,
          })
        )
      );
      await trx(rows.table(OBLIGATION).name).insert(
        numbers.map((n) =>
          rows.toColumns(OBLIGATION, {
            ...base,
            id: OBLIGATIONS + n,
            documentId: nth('o'.repeat(24), n),
            article: '9',
            rule: 'ticket.dispatchWithin',
            what: 'ticket.dispatch',
            caseType: 'ticket',
            caseDocumentId: nth(documentId, n),
            caseNumber: `SR-${n}`,
            community: world.community.id,
            ownerRole: 'receptionist',
            level: 1,
            openedAt: at,
            openedBy: 'bench',
            dueAt: new Date(at.getTime() + 900_000),
            warnAt: new Date(at.getTime() + 600_000),
            policyVersion: 'default',
          })
        )
      );
    });
  }
  return { documentId, ids: [TICKETS, OBLIGATIONS] };
};
