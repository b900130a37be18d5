import type { Knex } from 'knex';
import type { Rows } from '../storage/rows';
import { redact, type ConfidentialKind } from './kinds';

export const ACCESS_LOG_UID = 'plugin::property-desk.access-log-entry';

/** Who looks; an `Actor` of the access room fits as it is. */
export interface Reader {
  kind: string;
  name: string;
  staffId?: number | null;
  staff?: { id: number };
}

/** One look at something confidential. */
export interface AccessEntry {
  /**
   * One value revealed, a paper printed, a file read, records exported; a record opened with its values masked, records
   * found by a search, records listed.
   */
  kind: 'reveal' | 'print' | 'file' | 'export' | 'open' | 'search' | 'list';
  /** What was looked at: uid or case type, and its documentId; of many, empty. */
  recordType: string;
  recordDocumentId: string;
  /** How many records were seen, where it was not one. */
  records?: number | null;
  field?: string | null;
  reason?: string | null;
  actor: Reader;
  community?: number | null;
}

const TOGETHER = 25;

/** The access log: append-only; who has seen what of whom, when and why. */
export const createAccessLog = (rows: Rows) => ({
  /**
   * Writes entries in the caller's transaction, so that nothing is shown that is not on the log. Telephone and identity
   * numbers that people wrote into a reason are masked, and so are the `known` values.
   */
  async write(
    trx: Knex.Transaction,
    entries: AccessEntry[],
    at: Date,
    known: { kind: ConfidentialKind; plain: string }[] = []
  ): Promise<void> {
    const records = entries.map(({ actor, reason, field, community, records: count, ...entry }) => ({
      ...entry,
      records: count ?? null,
      field: field ?? null,
      reason: reason ? redact(reason, known) : null,
      actorKind: actor.kind,
      actorStaff: actor.staffId ?? actor.staff?.id ?? null,
      actorName: actor.name,
      at,
      community: community ?? null,
    }));
    for (let from = 0; from < records.length; from += TOGETHER) {
      await rows.insertMany(trx, ACCESS_LOG_UID, records.slice(from, from + TOGETHER), at);
    }
  },
});

export type AccessLog = ReturnType<typeof createAccessLog>;
