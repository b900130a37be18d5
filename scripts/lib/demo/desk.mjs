import { randomUUID } from 'node:crypto';
import { frontEndUser } from './furnish.mjs';
import { LOGINS, STAFF } from './people.mjs';

/** The front end of the company's own, which sends requests by an API token. */
const APP = '阳光业主小程序';

const DOCUMENT_ID = { documentId: 'document_id' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Acts as the people of the demo, through the same engine and with the same rights as in the panel: `can` answers
 * what the workflow's table gives to the person's role.
 */
export async function createDesk(kernel, world) {
  const directory = kernel.directory();
  const people = {};
  for (const key of Object.keys(STAFF)) {
    const { user, role } = world.staff[key];
    const can = (right) => {
      const [name, ...action] = right.split('.');
      return Boolean(kernel.definition(name)?.actions[action.join('.')]?.who.staff?.includes(role));
    };
    people[key] = { ...(await directory.staffOf({ id: user })), can };
  }
  for (const [index, { household }] of LOGINS.entries()) {
    const resident = await directory.residentsOf({ id: world.residents[household].id });
    people[`resident${index + 1}`] = { kind: 'resident', role: null, can: () => true, ...resident };
  }
  people.app = { kind: 'token', name: APP, role: null, communities: [world.community.id], can: () => true };

  const act = async (type, who, action, input, documentId) => {
    const given = JSON.parse(JSON.stringify(input));
    const { row } = await kernel.engine.act(kernel.definition(type), {
      action,
      documentId,
      input: given,
      actor: people[who],
    });
    return row;
  };

  const row = (raw) => kernel.rows.fromColumns('plugin::property-desk.resident', raw);

  /** What came of a complaint. */
  const cameOf = async (type, documentId) => {
    const { rows, strapi } = kernel;
    const { id } = await rows.first(strapi.db.connection, 'plugin::property-desk.complaint', { documentId });
    return rows.find(strapi.db.connection, `plugin::property-desk.${type}`, { complaint: id });
  };

  return {
    world,
    clock: kernel.clock,
    now: () => kernel.clock.now(),
    /** `ticket('engineer', 'start', {}, documentId)` */
    ticket: (who, action, input, documentId) => act('ticket', who, action, input, documentId),
    /** A ticket by the number that people know it by. */
    ticketNumbered: (number) =>
      kernel.rows.first(kernel.strapi.db.connection, 'plugin::property-desk.ticket', { number }),
    inquiry: (who, action, input, documentId) => act('inquiry', who, action, input, documentId),
    complaint: (who, action, input, documentId) => act('complaint', who, action, input, documentId),
    prevention: (who, action, input, documentId) => act('preventive-action', who, action, input, documentId),
    study: (who, action, input, documentId) => act('case-study', who, action, input, documentId),
    loan: (who, action, input, documentId) => act('loan', who, action, input, documentId),
    notice: (who, action, input, documentId) => act('notice', who, action, input, documentId),
    document: (who, action, input, documentId) => act('document', who, action, input, documentId),
    item: (who, action, input, documentId) => act('action-item', who, action, input, documentId),
    /** Hands a file in. */
    attach: async (type, who, documentId, file) => {
      const files = await kernel.files.store(documentId, [file], true);
      const actor = people[who];
      await kernel.engine.act(kernel.definition(type), { action: 'attach', documentId, input: {}, actor, files });
    },
    /** The round that makes the copies of what has filed itself. */
    copies: () => kernel.rounds.work.run(),
    lackingPaper: async () => {
      const { rows, strapi } = kernel;
      const found = await rows.find(strapi.db.connection, 'plugin::property-desk.document', { state: 'filed' });
      return found.filter(({ lacksPaperSince }) => lacksPaperSince !== null);
    },
    itemsOf: async (minutes) => {
      const { rows, strapi } = kernel;
      const { id } = await rows.first(strapi.db.connection, 'plugin::property-desk.document', { documentId: minutes });
      return rows.find(strapi.db.connection, 'plugin::property-desk.action-item', { minutes: id });
    },
    /** The draft that corrects a notice. */
    correctionOf: async (documentId) => {
      const { rows, strapi } = kernel;
      const { id } = await rows.first(strapi.db.connection, 'plugin::property-desk.notice', { documentId });
      return rows.first(strapi.db.connection, 'plugin::property-desk.notice', { supersedes: id });
    },
    binding: async (who, action, input, documentId) => {
      const made = await act('binding', who, action, input, documentId);
      people[who].holds?.push(made.documentId);
      return made;
    },
    /** Somebody who has registered on the website and is tied to no household; nobody logs in as them. */
    account: async (email) => {
      const { id, documentId } = await frontEndUser(kernel.strapi, email, randomUUID());
      const account = { id, documentId };
      people[email] = {
        kind: 'resident',
        name: '',
        role: null,
        communities: 'all',
        account,
        holds: [],
        can: () => true,
      };
    },
    archiveImport: (who, action, input, documentId) => act('archive-import', who, action, input, documentId),
    archiveExport: (who, action, input, documentId) => act('archive-export', who, action, input, documentId),
    /** Sends a workbook in, as its route does: the content is kept before the action is taken. */
    bringBook: async (who, name, content) => {
      const { files, strapi, engine } = kernel;
      const actor = people[who];
      const stored = await files.keep(name, XLSX, content);
      return strapi.db.transaction(async ({ trx }) => {
        const input = { community: world.community.documentId };
        const call = { action: 'upload', input, actor, files: [stored] };
        const { row } = await engine.act(kernel.definition('archive-import'), call);
        const on = { caseType: 'archive-import', caseDocumentId: stored.documentId, action: 'upload' };
        await files.record(trx, [stored], on, actor);
        return row;
      });
    },
    /** What the desk does by itself with books and exports. */
    longWork: () => kernel.rounds.work.run(),
    /** Writes looks at records into the access log, as whatever shows them does. */
    look: (who, entries) => {
      const by = { actor: people[who], community: world.community.id };
      return kernel.strapi.db.transaction(({ trx }) =>
        kernel.confidential.log(
          trx,
          entries.map((entry) => ({ ...entry, ...by }))
        )
      );
    },
    /** The latest tickets of households, which people are busy with. */
    latelyTickets: () => {
      const tickets = kernel.strapi.db.connection('pd_tickets').whereNotNull('household_id');
      return tickets.orderBy('id', 'desc').limit(20).select(DOCUMENT_ID);
    },
    /** One of the papers of which there are scans. */
    anyPaper: async () => {
      const papers = kernel.strapi.db.connection('pd_household_papers').where('scans', '>', 0);
      return (await papers.orderBy('id').first(DOCUMENT_ID)).documentId;
    },
    dataRequest: (who, action, input, documentId) => act('data-request', who, action, input, documentId),
    /** The owner of a home, or whoever has moved out of some other. */
    residentFor: async (key, moved) => {
      const { connection } = kernel.strapi.db;
      const residents = connection('pd_residents').orderBy('id');
      if (moved) return row(await residents.whereNotNull('moved_out_at').first());
      const { documentId } = world.households.find((home) => home.key === key);
      const home = connection('pd_households').where({ document_id: documentId }).select('id');
      return row(await residents.where({ household_id: home, kind: 'owner' }).first());
    },
    /** The part of the clock's round that publishes and takes down. */
    onTime: () => kernel.schedules.round(),
    policy: (who, action, input, documentId) => act('policy', who, action, input, documentId),
    /** The draft that the community began with. */
    firstPolicy: () =>
      kernel.rows.first(kernel.strapi.db.connection, 'plugin::property-desk.policy', { community: world.community.id }),
    preventionsOf: (complaint) => cameOf('preventive-action', complaint),
    studiesOf: (complaint) => cameOf('case-study', complaint),
  };
}
