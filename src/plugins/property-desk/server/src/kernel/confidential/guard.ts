import type { Core } from '@strapi/strapi';
import { invalid } from '../errors';
import { newDocumentId } from '../storage/rows';
import { createReach, type Witness } from './reach';
import type { ConfidentialFields, Vault } from './vault';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the data of Strapi's lifecycles are untyped
type Loose = Record<string, any>;
interface Query {
  where?: unknown;
  data?: Loose | Loose[];
  [more: string]: unknown;
}
interface LifecycleEvent {
  model: { uid: string };
  params: Query;
  result?: unknown;
}

/** Schema mistakes that would store or show plain text are found at start, not at the first write. */
const checkSchemas = (strapi: Core.Strapi, fields: Record<string, ConfidentialFields>): void => {
  for (const [uid, attributes] of Object.entries(fields)) {
    const schema = strapi.contentTypes[uid as keyof typeof strapi.contentTypes] as Loose | undefined;
    if (!schema) throw new Error(`confidential: there is no content type ${uid}`);
    // Publishing copies a record through Strapi's reads, which give masks.
    if (schema.options?.draftAndPublish) throw new Error(`confidential: ${uid} must not use draft and publish`);
    for (const [field, { kind, hash }] of Object.entries(attributes)) {
      const allowed = kind === 'text' ? ['text'] : ['string', 'text'];
      if (!allowed.includes(schema.attributes[field]?.type)) {
        throw new Error(`confidential: ${uid}.${field} must be of type ${allowed.join(' or ')}`);
      }
      if (hash && (schema.attributes[hash]?.type !== 'string' || !schema.attributes[hash].private)) {
        throw new Error(`confidential: ${uid}.${hash} must be a private string`);
      }
    }
  }
};

/**
 * Stands under every write and read that goes through Strapi (documents, Content Manager, REST, `db.query`): plain
 * values are sealed on their way in, masked on their way out. Only the kernel's raw reader sees what is stored.
 * Call it once the database is there (bootstrap). `witness` answers who notes what is found now, if anybody does.
 * @returns a function that takes the guard away
 */
export const installGuard = (
  strapi: Core.Strapi,
  vault: Vault,
  fields: Record<string, ConfidentialFields>,
  witness: () => Witness | undefined = () => undefined
): (() => void) => {
  checkSchemas(strapi, fields);
  const reach = createReach(strapi, vault, fields);

  for (const [uid, attributes] of Object.entries(fields)) {
    const columns: Loose = strapi.db.metadata.get(uid).attributes;
    for (const [field, { hash }] of Object.entries(attributes)) {
      // The list's search box looks at neither ciphertext nor hash.
      columns[field].searchable = false;
      if (hash) columns[hash].searchable = false;
    }
  }

  const touches = (uid: string, data: Loose): boolean =>
    Object.entries(fields[uid]).some(([field, { hash }]) => field in data || (hash !== undefined && hash in data));

  /** The records that an update is about, as stored, in the caller's transaction and past the lifecycles. */
  const stored = async (uid: string, where: unknown, limit: number): Promise<Loose[]> =>
    strapi.db
      .queryBuilder(uid)
      .select(['id', 'documentId', ...Object.keys(fields[uid])])
      .where(where as Loose)
      .limit(limit)
      .execute<Loose[]>();

  const bare = (uid: string, data: Loose): Loose => {
    const left = { ...data };
    for (const [field, { hash }] of Object.entries(fields[uid])) {
      delete left[field];
      if (hash) delete left[hash];
    }
    return left;
  };

  const created = (uid: string, data: Loose): Loose => {
    const documentId: string = data.documentId ?? newDocumentId();
    return { ...vault.seal(uid, documentId, data), documentId };
  };

  const before = {
    beforeCreate({ model: { uid }, params }: LifecycleEvent) {
      if (params.data && !Array.isArray(params.data)) params.data = created(uid, params.data);
    },

    beforeCreateMany({ model: { uid }, params }: LifecycleEvent) {
      if (Array.isArray(params.data)) params.data = params.data.map((each) => created(uid, each));
    },

    async beforeUpdate({ model: { uid }, params }: LifecycleEvent) {
      const data = params.data as Loose | undefined;
      if (!data || !(touches(uid, data) || data.documentId !== undefined)) return;
      const [record] = await stored(uid, params.where, 1);
      if (!record) {
        params.data = bare(uid, data);
        return;
      }
      // Sealed values belong to their documentId: under another one they would not open again.
      if (data.documentId !== undefined && data.documentId !== record.documentId)
        throw invalid('documentId', 'error.fixedDocumentId');
      params.where = { id: record.id };
      params.data = vault.seal(uid, record.documentId, data, record);
    },

    async beforeUpdateMany({ model: { uid }, params }: LifecycleEvent) {
      const data = params.data as Loose | undefined;
      if (!data || !(touches(uid, data) || data.documentId !== undefined)) return;
      if (data.documentId !== undefined) throw invalid('documentId', 'error.fixedDocumentId');
      const given = Object.keys(fields[uid]).filter(
        (field) => data[field] !== undefined && data[field] !== null && data[field] !== ''
      );
      if (given.length === 0) {
        params.data = vault.seal(uid, '', data);
        return;
      }
      // One value sealed for many records would open for none of them.
      const records = await stored(uid, params.where, 2);
      if (records.length > 1) throw invalid(given[0], 'error.confidentialOneAtATime');
      if (records.length === 1) params.where = { id: records[0].id };
      params.data = records.length === 1 ? vault.seal(uid, records[0].documentId, data, records[0]) : bare(uid, data);
    },
  };

  const ready = ({ model: { uid }, params }: LifecycleEvent) => reach.ready(uid, params);
  const hide = ({ model: { uid }, result }: LifecycleEvent) => reach.hide(uid, result, witness());

  // Strapi's events are typed by action with everything optional; the shapes above are what these actions carry.
  const subscribe = (subscriber: Loose) => strapi.db.lifecycles.subscribe(subscriber as never);
  const leave = [
    subscribe({ models: Object.keys(fields), ...before }),
    subscribe({
      models: reach.leading,
      beforeFindOne: ready,
      beforeFindMany: ready,
      beforeCount: ready,
      beforeDeleteMany: ready,
      afterFindOne: hide,
      // create, update and delete read their answer with findOne, so that it is masked as well.
      afterFindMany: hide,
    }),
  ] as (() => void)[];

  return () => leave.forEach((each) => each());
};
