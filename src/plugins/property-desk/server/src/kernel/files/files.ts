import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { CaseFileItem } from '../../../../contracts';
import { invalid } from '../errors';
import type { Clock } from '../clock/clock';
import type { Confidential, Reader } from '../confidential/confidential';
import { newDocumentId, type Row, type Rows } from '../storage/rows';
import { SealBroken } from '../confidential/keyring';
import { inspect, safeName } from './inspect';
import { officeFault } from './office';
import { createStore, type FileSettings } from './store';

export const CASE_FILE_UID = 'plugin::property-desk.case-file';

/** A file as it came in. */
export interface IncomingFile {
  name: string;
  buffer: Buffer;
}

/** A file whose encrypted content is in the store; it belongs to a case once {@link Files.record} has run. */
export interface StoredFile {
  documentId: string;
  caseDocumentId: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  storedAs: string;
}

/** What a rotation did with contents. */
export interface FilesRotated {
  /** Now under the current key. */
  moved: number;
  /** Moved by another process meanwhile. */
  missed: number;
  /** Left as they are: their key is not on the ring, or they were altered. */
  broken: number;
  /** Not in the store. */
  missing: number;
}

/** Files of one case, and bytes of one file. */
export interface FileLimits {
  count: number;
  size: number;
}

/** The record that a content belongs to: it opens nowhere else. */
const about = (caseDocumentId: string, documentId: string): string =>
  `${CASE_FILE_UID}|${documentId}|${caseDocumentId}`;

/** In what words a file is refused where office files are taken: by what is wrong with it, if it is one. */
const officeRefusal = (content: Buffer): string => {
  const fault = officeFault(content);
  return fault === null || fault === 'foreign' ? 'error.officeFileType' : `error.officeFile.${fault}`;
};

/** `…/<documentId>.<keyId>`: the key's id stands in the name, so that rotation can tell old from new. */
const keyOf = (storedAs: string): string => path.posix.extname(storedAs).slice(1);

/**
 * Private files of cases (photos, scans): encrypted at rest under the keyring, no public address, each read logged.
 * They lie in `directory`, absolute or below the app's root, unless `settings` name a bucket.
 */
export const createFiles = (parts: {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  confidential: Confidential;
  directory: string;
  settings?: FileSettings;
  limits?: FileLimits;
}) => {
  const { strapi, rows, clock, confidential, directory, settings = { provider: 'directory' } } = parts;
  const { limits = { count: 12, size: 10 * 1024 * 1024 } } = parts;
  const { keyring } = confidential;
  const store = createStore(settings, path.resolve(strapi.dirs.app.root, directory), ({ message }) =>
    strapi.log.error(`property-desk: the private store of files: ${message}`)
  );

  const write = async (
    caseDocumentId: string,
    documentId: string,
    plain: Buffer,
    folder = `${clock.year(clock.now())}/${caseDocumentId}`
  ): Promise<string> => {
    const { keyId, bytes } = keyring.sealBytes(plain, about(caseDocumentId, documentId));
    const storedAs = `${folder}/${documentId}.${keyId}`;
    await store.write(storedAs, bytes);
    return storedAs;
  };

  /** The plain content, or null where the store has none. @throws SealBroken, StoreUnavailable */
  const open = async (row: Row): Promise<Buffer | null> => {
    const storedAs = row.storedAs as string;
    const sealed = await store.read(storedAs);
    if (!sealed) {
      strapi.log.error(`property-desk: the content of file ${row.documentId} is missing from the private store`);
      return null;
    }
    return keyring.openBytes(keyOf(storedAs), sealed, about(row.caseDocumentId as string, row.documentId));
  };

  const move = async (row: Row): Promise<keyof FilesRotated> => {
    const storedAs = row.storedAs as string;
    let plain: Buffer | null;
    try {
      plain = await open(row);
    } catch (error) {
      if (error instanceof SealBroken) return 'broken';
      throw error;
    }
    if (!plain) return 'missing';
    const moved = await write(row.caseDocumentId as string, row.documentId, plain, path.posix.dirname(storedAs));
    const changed = await strapi.db
      .connection(rows.table(CASE_FILE_UID).name)
      .where({ id: row.id, stored_as: storedAs })
      .update({ stored_as: moved });
    if (changed !== 1) return 'missed';
    await store.remove(storedAs);
    return 'moved';
  };

  return {
    limits,

    /**
     * Checks files and puts their content into the store, before and outside the transaction that will record them:
     * a file without a row does no harm, a row without its file would.
     * @param office whether Word and Excel files are taken too
     * @throws ValidationError naming `files`: none, too many, empty, too large, or no JPEG, PNG, WebP, HEIC or PDF
     */
    async store(caseDocumentId: string, incoming: IncomingFile[], office = false): Promise<StoredFile[]> {
      if (incoming.length === 0) throw invalid('files', 'error.noFiles');
      if (incoming.length > limits.count) throw invalid('files', 'error.tooManyFiles', { max: limits.count });
      const checked = await Promise.all(
        incoming.map(async ({ name, buffer }) => {
          if (buffer.length === 0) throw invalid('files', 'error.emptyFile', { name: safeName(name, '').slice(0, -1) });
          if (buffer.length > limits.size)
            throw invalid('files', 'error.fileTooLarge', { max: Math.floor(limits.size / 1048576) });
          const type = await inspect(buffer, office);
          if (!type)
            throw invalid('files', office ? officeRefusal(buffer) : 'error.fileType', {
              name: safeName(name, '').slice(0, -1),
            });
          return { buffer, mime: type.mime, name: safeName(name, type.extension) };
        })
      );
      const stored: StoredFile[] = [];
      for (const { buffer, mime, name } of checked) {
        const documentId = newDocumentId();
        const sha256 = createHash('sha256').update(buffer).digest('hex');
        const storedAs = await write(caseDocumentId, documentId, buffer);
        stored.push({ documentId, caseDocumentId, name, mime, size: buffer.length, sha256, storedAs });
      }
      return stored;
    },

    /**
     * Takes every file of a record out, in the caller's transaction.
     * @returns where their contents are, for {@link drop} once it is committed
     */
    async forget(trx: Knex.Transaction, caseDocumentId: string): Promise<string[]> {
      const own = () => trx(rows.table(CASE_FILE_UID).name).where({ case_document_id: caseDocumentId });
      const found: { stored_as: string }[] = await own().select('stored_as');
      if (found.length) await own().delete();
      return found.map(({ stored_as: storedAs }) => storedAs);
    },

    /** Removes contents that no record names any more; what fails is logged, for its record is gone already. */
    async drop(contents: string[]): Promise<void> {
      for (const storedAs of contents)
        await store
          .remove(storedAs)
          .catch((error: Error) =>
            strapi.log.error(`property-desk: ${storedAs} is left in the store: ${error.message}`)
          );
    },

    /**
     * Puts a content that a room has made or checked itself into the store, as a file that stands alone: it belongs to
     * no case until {@link record} names one beside it, and is read by {@link content} only.
     */
    async keep(name: string, mime: string, content: Buffer): Promise<StoredFile> {
      const documentId = newDocumentId();
      const sha256 = createHash('sha256').update(content).digest('hex');
      const storedAs = await write(documentId, documentId, content);
      return { documentId, caseDocumentId: documentId, name, mime, size: content.length, sha256, storedAs };
    },

    /** What {@link keep} has put there; null once it is gone. Whoever shows it to somebody logs that. */
    async content(documentId: string): Promise<Buffer | null> {
      const row = await rows.first(strapi.db.connection, CASE_FILE_UID, { documentId, caseDocumentId: documentId });
      return row ? open(row) : null;
    },

    /** Takes away what {@link keep} has put there: first the content, so that no row is gone before it. */
    async remove(documentId: string): Promise<void> {
      const where = { documentId, caseDocumentId: documentId };
      const row = await rows.first(strapi.db.connection, CASE_FILE_UID, where);
      if (!row) return;
      await store.remove(row.storedAs as string);
      await strapi.db.connection(rows.table(CASE_FILE_UID).name).where(rows.toColumns(CASE_FILE_UID, where)).delete();
    },

    /** Removes stored files that no case took. */
    async discard(stored: StoredFile[]): Promise<void> {
      await Promise.all(stored.map(({ storedAs }) => store.remove(storedAs)));
    },

    /**
     * Makes stored files a case's own. The caller's transaction holds the case's row, so that two people cannot
     * together pass the limit.
     * @throws ValidationError naming `files` when the case would have too many
     */
    async record(
      trx: Knex.Transaction,
      stored: StoredFile[],
      on: { caseType: string; caseDocumentId: string; action: string },
      actor: Reader,
      at: Date = clock.now()
    ): Promise<void> {
      const [{ count }] = await trx(rows.table(CASE_FILE_UID).name)
        .where({ case_document_id: on.caseDocumentId })
        .count({ count: '*' });
      if (Number(count) + stored.length > limits.count)
        throw invalid('files', 'error.tooManyFiles', { max: limits.count });
      if (stored.some((file) => file.caseDocumentId !== on.caseDocumentId))
        throw new Error('these files were stored for another case');
      const records = stored.map((file) => ({ ...file, ...on, actorKind: actor.kind, actorName: actor.name, at }));
      await rows.insertMany(trx, CASE_FILE_UID, records, at);
    },

    /**
     * Takes a file from the record that it belongs to, in the caller's transaction; null where there is none. Its
     * content is the caller's to discard once the transaction is through.
     */
    async take(trx: Knex.Transaction, documentId: string, caseDocumentId: string): Promise<StoredFile | null> {
      const row = await rows.first(trx, CASE_FILE_UID, { documentId, caseDocumentId });
      if (!row) return null;
      const taken = await trx(rows.table(CASE_FILE_UID).name).where({ id: row.id }).delete();
      return taken === 1 ? (row as unknown as StoredFile) : null;
    },

    /** The files of a case, oldest first; of one kind of actor's only, where that is named. */
    async list(caseDocumentId: string, from?: Reader['kind']): Promise<CaseFileItem[]> {
      const found = await strapi.db
        .connection(rows.table(CASE_FILE_UID).name)
        .where({ case_document_id: caseDocumentId, ...(from && { actor_kind: from }) })
        .orderBy('id');
      return found
        .map((raw: Record<string, unknown>) => rows.fromColumns(CASE_FILE_UID, raw))
        .map((row: Row) => ({
          documentId: row.documentId,
          name: row.name as string,
          mime: row.mime as string,
          size: row.size as number,
          at: (row.at as Date).toISOString(),
          by: (row.actorName as string | null) ?? '',
          action: (row.action as string | null) ?? '',
        }));
    },

    /**
     * A file's content, logged before it is handed out; null when the case has no such file, or its content is gone.
     * Whether the caller may see the case is the caller's to check.
     */
    async read(asked: {
      documentId: string;
      caseDocumentId: string;
      actor: Reader;
      community?: number | null;
      /** Only what this kind of actor has added. */
      from?: Reader['kind'];
    }): Promise<{ buffer: Buffer; name: string; mime: string } | null> {
      const { documentId, caseDocumentId, actor, community, from } = asked;
      const row = await rows.first(strapi.db.connection, CASE_FILE_UID, { documentId, caseDocumentId });
      if (!row || (from && row.actorKind !== from)) return null;
      const buffer = await open(row);
      if (!buffer) return null;
      const entry = {
        kind: 'file' as const,
        recordType: row.caseType as string,
        recordDocumentId: caseDocumentId,
        field: documentId,
        actor,
        community,
      };
      await strapi.db.transaction(({ trx }) => confidential.log(trx, [entry]));
      return { buffer, name: row.name as string, mime: row.mime as string };
    },

    /** How many contents are sealed with a key. */
    async countUnder(keyId: string): Promise<number> {
      const [{ count }] = await strapi.db
        .connection(rows.table(CASE_FILE_UID).name)
        .where('stored_as', 'like', `%.${keyId}`)
        .count({ count: '*' });
      return Number(count);
    },

    /** Tries the store at the start: where it cannot be reached the log says so, and the desk works without its files. */
    async probe(): Promise<void> {
      await store.probe().catch(() => undefined);
    },

    /**
     * Re-encrypts contents under older keys: writes anew, points the row to it by conditional update, then removes
     * the old one. Stop it whenever you like and call it again. `broken` files keep their old key, which must stay.
     * @throws StoreUnavailable where the store cannot be reached: nothing is counted as broken for that
     */
    async rotate({
      batch = 50,
      onProgress = () => undefined,
    }: { batch?: number; onProgress?: (counts: FilesRotated) => void } = {}): Promise<FilesRotated> {
      const counts: FilesRotated = { moved: 0, missed: 0, broken: 0, missing: 0 };
      const { name } = rows.table(CASE_FILE_UID);
      let last = 0;
      for (let left = true; left;) {
        const found: Record<string, unknown>[] = await strapi.db
          .connection(name)
          .where('id', '>', last)
          .whereNot('stored_as', 'like', `%.${keyring.current}`)
          .orderBy('id')
          .limit(batch);
        for (const raw of found) {
          const row = rows.fromColumns(CASE_FILE_UID, raw);
          last = row.id;
          counts[await move(row)] += 1;
        }
        if (found.length > 0) onProgress(counts);
        left = found.length === batch;
      }
      return counts;
    },
  };
};

export type Files = ReturnType<typeof createFiles>;
