import type { Context } from 'koa';
import type { Knex } from 'knex';
import {
  TICKET_ENDED,
  TICKET_STATES,
  type CaseRef,
  type Page,
  type Ref,
  type TicketListItem,
} from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { caseRef } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import { joinedPage } from '../../kernel/storage/keyset';
import { CATEGORY_UID, TICKET_UID, type TicketRow } from './row';

/** What a list may be narrowed by, already checked. */
export interface TicketFilter {
  communities: number[] | 'all';
  households?: number[];
  states?: string[];
  category?: number;
  assignee?: number;
  overdue?: boolean;
}

const isOpen = (state: string) => !(TICKET_ENDED as readonly string[]).includes(state);

/** The filter as a query over tickets, and the order that its pages follow. */
const filtered = (kernel: Kernel, filter: TicketFilter) => {
  const query: Knex.QueryBuilder = kernel.strapi.db.connection(kernel.rows.table(TICKET_UID).name);
  const open = !filter.states || filter.states.some(isOpen);
  const ended = filter.states?.some((state) => !isOpen(state)) ?? false;
  if (filter.communities !== 'all') query.whereIn('community_id', filter.communities);
  if (filter.households) query.whereIn('household_id', filter.households);
  if (filter.states) query.whereIn('state', filter.states);
  if (filter.category) query.where({ category_id: filter.category });
  if (filter.assignee) query.where({ assignee_id: filter.assignee });
  if (filter.overdue) query.where('due_at', '<', kernel.clock.now());
  // What is open comes in the order in which it falls due, from the partial indexes over open tickets; what has
  // ended, latest first. A list that mixes the two is a history, and so in the order of what came in.
  if (open && !ended) {
    query.whereNull('ended_at').whereNotNull('due_at');
    return { query, order: [{ column: 'due_at', instant: true }, { column: 'id' }] };
  }
  if (ended && !open) {
    query.whereNotNull('ended_at');
    return {
      query,
      order: [
        { column: 'ended_at', instant: true, descending: true },
        { column: 'id', descending: true },
      ],
    };
  }
  return { query, order: [{ column: 'id', descending: true }] };
};

/** The ids of one page, with the count. */
export const ticketPage = async (kernel: Kernel, filter: TicketFilter, options: { cursor?: string; limit: number }) => {
  const { query, order } = filtered(kernel, filter);
  const { rows, ...page } = await joinedPage(kernel.strapi.db.connection, query, order, options, (ids) =>
    ids.select('page.*')
  );
  return { ids: rows.map(({ id }) => Number(id)), ...page };
};

/** A joined row of the list, as the database gives it. */
interface Line extends Record<string, unknown> {
  document_id: string;
  number: string;
  state: TicketListItem['state'];
  priority: TicketListItem['priority'];
  revision: number;
  description: string;
  place: string;
  contractor: string | null;
  reporter_name: string;
  contact_telephone: string | null;
}

/** What a line shows, and where it stands. Texts, since they are always the same: building them takes as long as reading the page. */
const LINE = `t.id, t.document_id, t.number, t.state, t.priority, t.revision, t.description, t.place, t.contractor,
  t.reporter_name, t.contact_telephone, t.promised_at, t.due_at, t.ended_at, t.created_at,
  c.document_id as community_document, c.name as community_name,
  k.document_id as category_document, k.name as category_name,
  h.document_id as household_document, h.name as household_name,
  s.document_id as assignee_document, s.name as assignee_name`;
const NAMES = `join pd_tickets t on t.id = page.id
  left join pd_communities c on c.id = t.community_id
  left join pd_ticket_categories k on k.id = t.category_id
  left join pd_households h on h.id = t.household_id
  left join pd_staff_members s on s.id = t.assignee_id`;

const iso = (value: unknown) =>
  value === null || value === undefined ? null : new Date(value as string | number | Date).toISOString();

const ref = (row: Record<string, unknown>, what: string) =>
  row[`${what}_document`]
    ? { documentId: row[`${what}_document`] as string, name: row[`${what}_name`] as string }
    : null;

/** A line as the list answers it. */
const lineOf = ({ confidential }: Kernel, row: Line, now: Date): TicketListItem => ({
  documentId: row.document_id,
  number: row.number,
  state: row.state,
  priority: row.priority,
  revision: row.revision,
  description: row.description,
  place: row.place,
  category: ref(row, 'category') as TicketListItem['category'],
  community: ref(row, 'community') as TicketListItem['community'],
  household: ref(row, 'household'),
  assignee: ref(row, 'assignee'),
  contractor: row.contractor,
  reporterName: row.reporter_name,
  contactTelephone:
    row.contact_telephone && confidential.mask(TICKET_UID, row.document_id, 'contactTelephone', row.contact_telephone),
  promisedAt: iso(row.promised_at),
  dueAt: iso(row.due_at),
  overdue: row.due_at !== null && new Date(row.due_at as string | number | Date) < now,
  createdAt: iso(row.created_at) as string,
});

/** `GET /tickets`: the work queue. */
export const listTickets = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<TicketListItem>> => {
  onlyParams(ctx, ['state', 'category', 'assignee', 'community', 'overdue', 'cursor', 'limit']);
  const community = await idParam(kernel, actor, ctx, 'community', 'plugin::property-desk.community');
  const { query, order } = filtered(kernel, {
    communities: community === undefined ? actor.communities : [community],
    states: choicesParam(ctx, 'state', TICKET_STATES),
    category: await idParam(kernel, actor, ctx, 'category', CATEGORY_UID),
    assignee: await idParam(kernel, actor, ctx, 'assignee', 'plugin::property-desk.staff-member'),
    overdue: choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true',
  });
  const { connection } = kernel.strapi.db;
  const { rows, ...meta } = await joinedPage(
    connection,
    query,
    order,
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) },
    (page) => page.joinRaw(NAMES).select(connection.raw(LINE))
  );
  const now = kernel.clock.now();
  return { data: rows.map((row) => lineOf(kernel, row as Line, now)), meta };
};

/** Tickets that a new one may repeat: same household or public place, same category, still open. */
export const likelyDuplicates = async (
  kernel: Kernel,
  at: { community: number; category: number; household?: number; building?: number; publicPlace?: string }
): Promise<CaseRef[]> => {
  const definition = kernel.definition('ticket');
  if (!definition || (!at.household && !at.publicPlace)) return [];
  const query = kernel.strapi.db
    .connection('pd_tickets')
    .whereNull('ended_at')
    .where({ community_id: at.community, category_id: at.category })
    .orderBy('id', 'desc')
    .limit(5);
  if (at.publicPlace) {
    query.where({ public_place: at.publicPlace });
    if (at.building) query.where({ building_id: at.building });
  } else query.where({ household_id: at.household }).whereNull('public_place');
  return (await query).map((raw: Record<string, unknown>) =>
    caseRef(definition, kernel.rows.fromColumns(TICKET_UID, raw) as TicketRow)
  );
};

/** The engineers that a category names, and what every engineer of a community has open. */
export const namedAssignees = async (kernel: Kernel, category: number): Promise<Set<number>> => {
  const { joinTable } = kernel.strapi.db.metadata.get(CATEGORY_UID).attributes.suggestedAssignees as unknown as {
    joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
  };
  const found = await kernel.strapi.db.connection(joinTable.name).where({ [joinTable.joinColumn.name]: category });
  return new Set(found.map((row: Record<string, unknown>) => Number(row[joinTable.inverseJoinColumn.name])));
};

/** The categories that a request may be filed under. */
export const activeCategories = async (kernel: Kernel): Promise<Ref[]> => {
  const found = await kernel.rows.find(kernel.strapi.db.connection, CATEGORY_UID, { active: true });
  return found.map(({ documentId, name }) => ({ documentId, name: name as string }));
};
