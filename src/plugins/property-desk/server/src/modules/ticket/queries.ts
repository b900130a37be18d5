import { TICKET_PRIORITIES, TICKET_SOURCES, type CaseRef, type Ref, type TicketListItem } from '../../../../contracts';
import { caseRef } from '../../kernel/api/present';
import type { Kernel } from '../../kernel/kernel';
import { isLate, isoIn, refIn } from '../../kernel/list/line';
import { defineListing } from '../../kernel/list/listing';
import { cappedCount, keysetPage } from '../../kernel/storage/keyset';
import { inPosition } from '../../kernel/storage/position';
import { HOUSEHOLD_UID, householdsNamed } from '../household';
import { BUILDING_UID } from '../staff';
import { CATEGORY_UID, TICKET_UID, type TicketRow } from './row';

/** The ids of one page of some households' tickets, latest first, with the count. */
export const ticketPage = async (
  kernel: Kernel,
  { households, states }: { households: number[]; states: string[] },
  options: { cursor?: string; limit: number }
) => {
  const { connection } = kernel.strapi.db;
  const query = connection(kernel.rows.table(TICKET_UID).name)
    .whereIn('household_id', households)
    .whereIn('state', states);
  const count = await cappedCount(connection, query);
  const page = await keysetPage(query.select('id'), [{ column: 'id', descending: true }], options);
  return { ids: page.rows.map(({ id }) => Number(id)), nextCursor: page.nextCursor, ...count };
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

/** A line as the list answers it. */
const lineOf = ({ confidential }: Kernel, row: Line, now: Date): TicketListItem => ({
  documentId: row.document_id,
  number: row.number,
  state: row.state,
  priority: row.priority,
  revision: row.revision,
  description: row.description,
  place: row.place,
  category: refIn(row, 'category') as TicketListItem['category'],
  community: refIn(row, 'community') as TicketListItem['community'],
  household: refIn(row, 'household'),
  assignee: refIn(row, 'assignee'),
  contractor: row.contractor,
  reporterName: row.reporter_name,
  contactTelephone:
    row.contact_telephone && confidential.mask(TICKET_UID, row.document_id, 'contactTelephone', row.contact_telephone),
  promisedAt: isoIn(row.promised_at),
  dueAt: isoIn(row.due_at),
  overdue: isLate(row.due_at, now),
  createdAt: isoIn(row.created_at) as string,
});

/** 报修工单 as a list: the work queue. */
export const ticketListing = defineListing<TicketListItem>({
  facets: {
    category: { record: CATEGORY_UID },
    priority: { choices: TICKET_PRIORITIES },
    assignee: { person: true, unless: 'contractor' },
    building: { record: BUILDING_UID },
    household: { record: HOUSEHOLD_UID },
    source: { choices: TICKET_SOURCES },
  },
  histories: ['household'],
  search: {
    texts: ['title', 'description', 'contractor'],
    telephoneHash: 'contactTelephoneHash',
    home: { attribute: 'household', named: householdsNamed },
  },
  lines: {
    join: (page, connection) => page.joinRaw(NAMES).select(connection.raw(LINE)),
    line: (kernel, raw, now) => lineOf(kernel, raw as Line, now),
  },
  sheet: {
    number: 'text',
    state: { word: 'ticket.state' },
    priority: { word: 'ticket.priority' },
    community: 'ref',
    category: 'ref',
    place: 'text',
    description: 'text',
    reporterName: 'text',
    contactTelephone: 'text',
    assignee: 'ref',
    contractor: 'text',
    createdAt: 'time',
    promisedAt: 'time',
    dueAt: 'time',
    overdue: 'yes',
  },
});

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
  return inPosition(found).map(({ documentId, name }) => ({ documentId, name: name as string }));
};
