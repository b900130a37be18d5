import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { PresenceDoing, PresentPerson } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Clock } from '../clock/clock';
import type { Row, Rows } from '../storage/rows';

export const PRESENCE_UID = 'plugin::property-desk.presence';

/** Whoever has not been heard of for so long has gone, in milliseconds. */
const GONE_AFTER = 20_000;
/** A page that is heard of more often is written down no more often than this. */
const WRITTEN_EVERY = 8_000;
/** Rows of those who have gone are taken away after so long. */
const SWEPT_AFTER = 60_000;
/** So many are shown at most. */
const MOST = 500;

/** One page in one person's browser. */
export interface Tab {
  /** Whose it is, e.g. `user:12`; never leaves the server. */
  who: string;
  name: string;
  tab: string;
}

/** A case that a page has open, already known to be one that the person may see. */
export interface OpenCase {
  type: string;
  documentId: string;
  community: number;
  doing: PresenceDoing;
}

/**
 * Who has which case open. It is nobody's record: a row for each page, written anew while the page is heard of, shown
 * for twenty seconds, taken away by the clock's round. All of it stands in the database, so that every process knows.
 */
export const createPresence = ({ strapi, rows, clock }: { strapi: Core.Strapi; rows: Rows; clock: Clock }) => {
  const table = (connection: Knex = strapi.db.connection) => connection(rows.table(PRESENCE_UID).name);
  const ago = (milliseconds: number) => new Date(clock.now().getTime() - milliseconds);

  return {
    /** Notes all that a page has open; what it had open before and has no longer is taken away. */
    async note({ who, name, tab }: Tab, open: OpenCase[]): Promise<void> {
      const now = clock.now();
      const found = await table().where({ who, tab });
      const known = new Map<string, Row>(
        found.map((raw: Record<string, unknown>) => [
          raw.case_document_id as string,
          rows.fromColumns(PRESENCE_UID, raw),
        ])
      );
      const fresh = open.filter(({ documentId, doing }) => {
        const row = known.get(documentId);
        return !row || row.doing !== doing || (row.seenAt as Date) < ago(WRITTEN_EVERY);
      });
      const left = [...known.keys()].filter((id) => !open.some(({ documentId }) => documentId === id));
      if (left.length > 0) await table().where({ who, tab }).whereIn('case_document_id', left).delete();
      for (const { type, documentId, community, doing } of fresh)
        await table()
          .insert(
            rows.newRow(
              PRESENCE_UID,
              { who, tab, name, caseType: type, caseDocumentId: documentId, community, doing, seenAt: now },
              now
            )
          )
          .onConflict(['who', 'tab', 'case_document_id'])
          .merge(['name', 'doing', 'seen_at', 'updated_at']);
    },

    /**
     * Who else is there: on cases of these types in the actor's communities, and on these very cases.
     * @param types case types of which the actor sees every case of the community
     */
    async others(actor: Actor, who: string, types: readonly string[], cases: string[]): Promise<PresentPerson[]> {
      const query = table()
        .where('seen_at', '>', ago(GONE_AFTER))
        .whereNot({ who })
        .where((any) => any.whereIn('case_type', types).orWhereIn('case_document_id', cases))
        .orderBy('id')
        .limit(MOST);
      if (actor.communities !== 'all') query.whereIn('community_id', actor.communities);
      const found = (await query) as {
        who: string;
        name: string;
        case_type: string;
        case_document_id: string;
        doing: PresenceDoing;
      }[];
      // Somebody with two pages is one person; whoever fills something in on one of them does.
      const people = new Map<string, PresentPerson>();
      for (const row of found) {
        const key = `${row.who} ${row.case_document_id}`;
        const doing = people.get(key)?.doing === 'acting' ? 'acting' : row.doing;
        people.set(key, { type: row.case_type, documentId: row.case_document_id, name: row.name, doing });
      }
      return [...people.values()];
    },

    /** Takes away the rows of those who have gone. */
    async sweep(): Promise<void> {
      await table().where('seen_at', '<', ago(SWEPT_AFTER)).delete();
    },
  };
};

export type Presence = ReturnType<typeof createPresence>;
