import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { NotificationWishes } from '../../../../contracts';
import type { Person } from '../access/actor';
import type { Clock } from '../clock/clock';
import type { Row, Rows } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';

/** Where what people were told is kept, and how they want to be told. */
export const NOTIFICATION_UID = 'plugin::property-desk.notification';
export const WISH_UID = 'plugin::property-desk.notification-wish';

/** The bell's count of one person, and what is left of long ago. */
export const NOTIFICATION_INDEXES = [
  'create index if not exists pd_notifications_unread on pd_notifications (staff_id, id) where read_at is null',
];

/** How somebody is told who has not said otherwise. */
export const DEFAULT_WISHES: NotificationWishes = { mail: 'all', digest: false, sound: true };

/** Kept for a quarter of a year: the events of the case tell the story for good. */
const KEPT_DAYS = 90;

/** At most so many go in one statement, so that nobody waits for the tidying. */
const TIDIED = 1000;

const DAY = 24 * 60 * 60 * 1000;

/** What is urgent by itself; a case is by its own urgency. */
const URGENT_TEMPLATES = new Set(['breach', 'escalation']);

/** Something told about a case. */
export interface Telling {
  definition: CaseDefinition;
  row: CaseRow;
  /** documentId of the event or the obligation that it goes with. */
  event: string;
  template: string;
  obligation?: Row;
}

/** Whether somebody should look at once. */
export const isUrgent = ({ definition, row, template }: Pick<Telling, 'definition' | 'row' | 'template'>): boolean =>
  URGENT_TEMPLATES.has(template) ||
  Boolean(definition.urgency?.urgent.includes(String(row[definition.urgency.by] ?? '')));

const wishesIn = (row: Row | undefined): NotificationWishes =>
  row
    ? { mail: row.mail as NotificationWishes['mail'], digest: Boolean(row.digest), sound: Boolean(row.sound) }
    : { ...DEFAULT_WISHES };

/** What people were told, person by person, with what they have read of it. */
export const createNotifications = ({ strapi, rows, clock }: { strapi: Core.Strapi; rows: Rows; clock: Clock }) => {
  const table = (connection: Knex = strapi.db.connection) => connection(rows.table(NOTIFICATION_UID).name);
  const wishTable = (connection: Knex = strapi.db.connection) => connection(rows.table(WISH_UID).name);
  let tidiedOn = '';

  return {
    /** Notes for each of them what is told, in the caller's transaction; the same event and template once for each. */
    async add(trx: Knex.Transaction, people: Person[], telling: Telling, at: Date): Promise<void> {
      if (people.length === 0) return;
      const { definition, row, event, template, obligation } = telling;
      const noted = people.map((person) =>
        rows.newRow(
          NOTIFICATION_UID,
          {
            key: `${event}:${template}:${person.documentId}`,
            staff: person.id,
            community: row.community,
            template,
            caseType: definition.name,
            caseDocumentId: row.documentId,
            what: obligation?.what ?? null,
            dueAt: obligation?.dueAt ?? row.dueAt,
            urgent: isUrgent(telling),
            readAt: null,
          },
          at
        )
      );
      await table(trx).insert(noted).onConflict('key').ignore();
    },

    /** How each of these staff members wants to be told, by id. */
    async wishes(connection: Knex, staff: number[]): Promise<(id: number) => NotificationWishes> {
      const found = staff.length ? await wishTable(connection).whereIn('staff_id', staff) : [];
      const known = new Map(
        found.map((raw: Record<string, unknown>) => [Number(raw.staff_id), rows.fromColumns(WISH_UID, raw)])
      );
      return (id) => wishesIn(known.get(id));
    },

    /** Keeps how somebody wants to be told. Whoever asks for the digest after 8:00 gets the first one tomorrow. */
    async wish(staff: number, wishes: NotificationWishes): Promise<void> {
      const at = clock.now();
      const written = rows.newRow(WISH_UID, { staff, ...wishes, digestOn: clock.dayText(at) }, at);
      await wishTable()
        .insert(written)
        .onConflict('staff_id')
        .merge(rows.toColumns(WISH_UID, { ...wishes, updatedAt: at }));
    },

    /** What somebody was told of some communities, as a query. */
    of(staff: number, communities: number[] | 'all', unread = false): Knex.QueryBuilder {
      const query = table().where({ staff_id: staff });
      if (communities !== 'all') query.whereIn('community_id', communities);
      return unread ? query.whereNull('read_at') : query;
    },

    /** Marks as read what is not yet: these, those about one case, or all. Answers how many. */
    read(staff: number, which: { documentIds: string[] } | { caseDocumentId: string } | 'all'): Promise<number> {
      const query = table().where({ staff_id: staff }).whereNull('read_at');
      if (which !== 'all' && 'documentIds' in which) query.whereIn('document_id', which.documentIds);
      else if (which !== 'all') query.where({ case_document_id: which.caseDocumentId });
      return query.update({ read_at: clock.now() });
    },

    /** Takes away what is older than a quarter of a year; at most once a day in each process. */
    async tidy(): Promise<void> {
      const now = clock.now();
      const today = clock.dayText(now);
      if (tidiedOn === today) return;
      const old = table()
        .select('id')
        .where('created_at', '<', new Date(now.getTime() - KEPT_DAYS * DAY))
        .limit(TIDIED);
      const gone = await table().whereIn('id', old).delete();
      if (gone < TIDIED) tidiedOn = today;
    },
  };
};

export type Notifications = ReturnType<typeof createNotifications>;
