import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { CaseFileItem } from '../../../../contracts';
import { invalid } from '../errors';
import type { Clock } from '../clock/clock';
import type { Confidential, Reader } from '../confidential/confidential';
import { newDocumentId, type Row, type Rows } from '../storage/rows';
import { inspect, safeName } from './inspect';
import { createLooseFiles } from './loose';
import { officeFault } from './office';
import { createFileRotation } from './rotate';
import { createStore, type FileSettings } from './store';

export const CASE_FILE_UID = 'plugin::property-desk.case-file';

/** A file as it came in. */
export interface IncomingFile {
  name: string;
  buffer: Buffer;
}

/**
 * A file whose encrypted content is in the store; it belongs to a case once {@link Files.record} has run, and is removed
 * after a day otherwise.
 */
export interface StoredFile {
  documentId: string;
  caseDocumentId: string;
  name: string;
  mime: string;
  size: number;
  sha256: string;
  storedAs: string;
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

/** `…/<documentId>….<keyId>`: the key's id ends the name, so that rotation can tell old from new. */
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
  const loose = createLooseFiles({ strapi, rows, clock, store });

  /** A new file with its content, which is not in the store yet. */
  const incomingFile = (caseDocumentId: string, documentId: string, name: string, mime: string, content: Buffer) => ({
    content,
    file: {
      documentId,
      caseDocumentId,
      name,
      mime,
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      storedAs: `${clock.year(clock.now())}/${caseDocumentId}/${documentId}.${keyring.current}`,
    },
  });

  const seal = (file: Pick<StoredFile, 'storedAs' | 'caseDocumentId' | 'documentId'>, plain: Buffer): Promise<void> =>
    store.write(file.storedAs, keyring.sealBytes(plain, about(file.caseDocumentId, file.documentId)).bytes);

  /** Puts contents into the store; where it fails in the middle, the round removes those that are there already. */
  const write = async (incoming: { content: Buffer; file: StoredFile }[]): Promise<StoredFile[]> => {
    const contents = incoming.map(({ file }) => file.storedAs);
    await loose.expect(contents);
    try {
      for (const { file, content } of incoming) await seal(file, content);
    } catch (error) {
      await loose.leave(contents);
      throw error;
    }
    return incoming.map(({ file }) => file);
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

  const rotate = createFileRotation({
    strapi,
    rows,
    uid: CASE_FILE_UID,
    current: keyring.current,
    loose,
    open,
    seal: (row, storedAs, plain) =>
      seal({ caseDocumentId: row.caseDocumentId as string, documentId: row.documentId, storedAs }, plain),
  });

  /**
   * Takes every file of a record out, in the caller's transaction.
   * @returns where their contents are, for {@link Files.drop} once it is committed
   */
  const forget = async (trx: Knex.Transaction, caseDocumentId: string): Promise<string[]> => {
    const own = () => trx(rows.table(CASE_FILE_UID).name).where({ case_document_id: caseDocumentId });
    const found: { stored_as: string }[] = await own().select('stored_as');
    if (found.length === 0) return [];
    const contents = found.map(({ stored_as: storedAs }) => storedAs);
    await own().delete();
    await loose.letGo(trx, contents);
    return contents;
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
      return write(
        checked.map(({ buffer, mime, name }) => incomingFile(caseDocumentId, newDocumentId(), name, mime, buffer))
      );
    },

    forget,

    /** Removes contents that no record names any more; what the store will not remove now, the round does later. */
    drop: (contents: string[]): Promise<void> => loose.remove(contents),

    /**
     * Puts a content that a room has made or checked itself into the store, as a file that stands alone: it belongs to
     * no case until {@link record} names one beside it, and is read by {@link content} only.
     */
    async keep(name: string, mime: string, content: Buffer): Promise<StoredFile> {
      const documentId = newDocumentId();
      const [stored] = await write([incomingFile(documentId, documentId, name, mime, content)]);
      return stored;
    },

    /** What {@link keep} has put there; null once it is gone. Whoever shows it to somebody logs that. */
    async content(documentId: string): Promise<Buffer | null> {
      const row = await rows.first(strapi.db.connection, CASE_FILE_UID, { documentId, caseDocumentId: documentId });
      return row ? open(row) : null;
    },

    /** Takes away what {@link keep} has put there. */
    async remove(documentId: string): Promise<void> {
      await loose.remove(await strapi.db.transaction(({ trx }) => forget(trx as Knex.Transaction, documentId)));
    },

    /** Removes stored files that no case took, or that {@link take} took from theirs. */
    discard: (stored: StoredFile[]): Promise<void> => loose.remove(stored.map(({ storedAs }) => storedAs)),

    /** The round's part: removes contents that somebody left behind who was stopped, or whom the store failed. */
    tidy: (going: () => boolean = () => true): Promise<void> => loose.round(going),

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
      await loose.take(
        trx,
        stored.map(({ storedAs }) => storedAs)
      );
      const records = stored.map((file) => ({ ...file, ...on, actorKind: actor.kind, actorName: actor.name, at }));
      await rows.insertMany(trx, CASE_FILE_UID, records, at);
    },

    /**
     * Takes a file from the record that it belongs to, in the caller's transaction; null where there is none. Its
     * content is the caller's to {@link Files.discard} once the transaction is through.
     */
    async take(trx: Knex.Transaction, documentId: string, caseDocumentId: string): Promise<StoredFile | null> {
      const row = await rows.first(trx, CASE_FILE_UID, { documentId, caseDocumentId });
      if (!row) return null;
      const taken = await trx(rows.table(CASE_FILE_UID).name).where({ id: row.id }).delete();
      if (taken !== 1) return null;
      await loose.letGo(trx, [row.storedAs as string]);
      return row as unknown as StoredFile;
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

    rotate,
  };
};

export type Files = ReturnType<typeof createFiles>;
