import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { COMMUNITY_UID, SYSTEM, type Actor } from '../access/actor';
import { residentActor, staffActor } from '../api/caller';
import type { Clock } from '../clock/clock';
import type { Confidential } from '../confidential/confidential';
import { redact } from '../confidential/kinds';
import type { Kernel } from '../kernel';
import { DEFAULT_VERSION, type Rulebook } from '../rulebook/rulebook';
import type { Links } from '../storage/links';
import type { Row, Rows } from '../storage/rows';
import { watchWrites, type Written } from '../storage/watch';
import { initial, label, plain, same } from '../workflow/changes';
import type { Ledger } from './ledger';

/** Records of one content type that belong to another's story. */
export interface HistoryPart {
  /** As the actions call it: `resident` makes `add-resident`, `change-resident` and `remove-resident`. */
  name: string;
  /** The relation that names the record whose story it is. */
  of: string;
  /** Attributes that hold people's names; the ledger keeps their first sign. */
  personal?: string[];
}

/** Records that are no cases, and whose changes the ledger tells nevertheless. */
export interface History {
  /** What the ledger calls them in place of a case type. */
  name: string;
  uid: string;
  /** The attribute by which people know one. */
  number: string;
  article: string;
  parts: Record<string, HistoryPart>;
  /** Attributes that follow from others, by uid, of which nothing is told. */
  derived?: Record<string, string[]>;
  /** Relations to many whose names are told with a change, by uid. */
  joined?: Record<string, string[]>;
  /** Told although the records belong to no community: whoever sets the desk up for all of them reads it. */
  general?: boolean;
  /**
   * What else a change brings with it, in its transaction and before it is told; a refusal takes the change back.
   * @param records numeric ids of the records whose stories are touched
   */
  then?: (kernel: Kernel, trx: Knex.Transaction, written: Written[], records: number[]) => Promise<void>;
}

/** Something that happened to a record as a whole. */
export interface Happening {
  record: Row;
  action: string;
  /** The record is there no more. */
  gone?: boolean;
  input?: Record<string, unknown>;
  changes?: Record<string, { from: unknown; to: unknown }>;
}

/** What rooms may ask of the stories. */
export interface Histories {
  /** Does work as somebody: what is written in it is told as theirs. */
  as<T>(actor: Actor, work: () => Promise<T>): Promise<T>;
  /** Tells what happened to records as a whole, or what a room's own statements did to them. */
  note(trx: Knex.Transaction, name: string, happened: Happening[]): Promise<void>;
  /** Watches what is written from now on; call once in bootstrap. */
  watch(kernel: Kernel): void;
}

const UNTOLD = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy', 'locale'];
const WRITES = ['create', 'update', 'delete', 'clone'];

const verbOf = ({ before, after }: Written) => (!before ? 'add' : !after ? 'remove' : 'change');

/**
 * The stories of records that are no cases: every write through documents, the Content Manager or a room's own calls
 * becomes an event with before and after, in the transaction of the write. Confidential values appear masked, people's
 * names by their first sign.
 */
export const createHistories = (kernelParts: {
  strapi: Core.Strapi;
  rows: Rows;
  links: Links;
  clock: Clock;
  ledger: Ledger;
  rulebook: Rulebook;
  confidential: Confidential;
  histories: History[];
}): Histories => {
  const { strapi, rows, links, clock, ledger, rulebook, confidential, histories } = kernelParts;
  const acting = new AsyncLocalStorage<Actor>();

  /** Whether a confidential attribute holds another value than before; the same value is sealed differently each time. */
  const resealed = (uid: string, field: string, before: Row | null, after: Row | null): boolean => {
    const { hash } = confidential.confidentialIn(uid)[field];
    const value = (row: Row | null) =>
      hash ? row?.[hash] : row && confidential.mask(uid, row.documentId, field, row[field]);
    return !same(value(before), value(after));
  };

  const changesOf = async (
    trx: Knex,
    { uid, before, after }: Written,
    { personal = [], untold, joined = [] }: { personal?: string[]; untold: string[]; joined?: string[] }
  ) => {
    const secret = confidential.confidentialIn(uid);
    const changes: Record<string, { from: unknown; to: unknown }> = {};
    for (const { attribute, kind, target, private: kept } of rows.table(uid).columns.values()) {
      const [old, now] = [before?.[attribute], after?.[attribute]];
      if (kept || untold.includes(attribute)) continue;
      if (secret[attribute]) {
        if (!resealed(uid, attribute, before, after)) continue;
        const mask = (row: Row | null) => row && confidential.mask(uid, row.documentId, attribute, row[attribute]);
        changes[attribute] = { from: mask(before), to: mask(after) };
        continue;
      }
      if (same(old, now)) continue;
      const told = async (value: unknown) => {
        if (kind === 'relation' && typeof value === 'number') {
          const named = await rows.first(trx, target as string, { id: value });
          return named && { ...label(named), ...(isPerson(target) && { name: initial(named.name) }) };
        }
        if (personal.includes(attribute)) return initial(value);
        return typeof value === 'string' ? redact(value) : plain(value);
      };
      changes[attribute] = { from: await told(old), to: await told(now) };
    }
    for (const attribute of joined) {
      const [old, now] = [before, after].map((row) => (row?.[attribute] ?? []) as number[]);
      if (same(old, now)) continue;
      const { target } = strapi.db.metadata.get(uid).attributes[attribute] as unknown as { target: string };
      const named = await rows.byIds(trx, target, [...old, ...now]);
      const told = (ids: number[]) => ids.flatMap((id) => (named.has(id) ? [label(named.get(id) as Row)] : []));
      changes[attribute] = { from: told(old), to: told(now) };
    }
    return changes;
  };

  /** Parts that hold names of people are named by their first sign wherever another record refers to them. */
  const isPerson = (uid: string | undefined): boolean =>
    histories.some(({ parts }) => parts[uid as string]?.personal?.includes('name'));

  const nameOf = (uid: string, row: Row, personal: string[] = []): string => {
    const field = ['name', 'number', 'plate', 'permitNumber'].find((each) => typeof row[each] === 'string');
    if (!field) return '';
    return (personal.includes(field) || isPerson(uid) ? initial(row[field]) : redact(row[field] as string)) ?? '';
  };

  /** A community's own story is its community's; once it has gone there is none to name. */
  const communityOf = ({ uid }: History, { record, gone }: Happening): number | null => {
    if (uid === COMMUNITY_UID) return gone ? null : record.id;
    return typeof record.community === 'number' ? record.community : null;
  };

  const write = async (trx: Knex.Transaction, history: History, happened: Happening[], at = clock.now()) => {
    const versions = new Map<number, string>();
    const entries = [];
    for (const each of happened) {
      const { record, action, input = {}, changes = {} } = each;
      const community = communityOf(history, each);
      // What belongs to no community is nobody's to read, unless it is everybody's.
      if (community === null && !history.general) continue;
      const version =
        community === null ? DEFAULT_VERSION : (versions.get(community) ?? (await rulebook.of(community, trx)).version);
      if (community !== null) versions.set(community, version);
      entries.push({
        caseType: history.name,
        caseDocumentId: record.documentId,
        caseNumber: (record[history.number] as string | null) ?? '',
        community,
        action,
        from: null,
        to: null,
        actor: acting.getStore() ?? SYSTEM,
        article: history.article,
        input,
        changes,
        revision: 0,
        policyVersion: version,
      });
    }
    await ledger.writeMany(trx, entries, at);
  };

  const named = (name: string): History => {
    const found = histories.find((each) => each.name === name);
    if (!found) throw new Error(`no history is kept under the name "${name}"`);
    return found;
  };

  /** Whose stories a write belongs to: the record's own, or that of whatever the part belonged and belongs to. */
  const recordsOf = ({ uid, parts }: History, written: Written): number[] => {
    const ids = [written.before, written.after].map((row) =>
      written.uid === uid ? row?.id : row?.[parts[written.uid].of]
    );
    return [...new Set(ids.filter((id): id is number => typeof id === 'number'))];
  };

  const tell = async (kernel: Kernel, trx: Knex.Transaction, history: History, written: Written[]) => {
    const touched = written.map((each) => recordsOf(history, each));
    await history.then?.(kernel, trx, written, [...new Set(touched.flat())]);
    const records = await rows.byIds(trx, history.uid, touched.flat());
    const happened: Happening[] = [];
    for (const [index, each] of written.entries()) {
      const part = history.parts[each.uid];
      const untold = [...UNTOLD, ...(history.derived?.[each.uid] ?? []), ...(part ? [part.of] : [])];
      const joined = history.joined?.[each.uid];
      const changes = await changesOf(trx, each, { personal: part?.personal, untold, joined });
      const moved = part && each.before && each.after && !same(each.before[part.of], each.after[part.of]);
      const verb = verbOf(each);
      if (verb === 'change' && !moved && Object.keys(changes).length === 0) continue;
      const row = (each.after ?? each.before) as Row;
      for (const id of touched[index]) {
        const record = records.get(id) ?? (part ? undefined : row);
        if (!record) continue;
        const left = moved && id === each.before?.[part.of];
        const spoken = moved ? (left ? 'remove' : 'add') : verb;
        happened.push({
          record,
          action: part ? `${spoken}-${part.name}` : spoken,
          gone: !records.has(id),
          input: part ? { record: { documentId: row.documentId, name: nameOf(each.uid, row, part.personal) } } : {},
          changes,
        });
      }
    }
    await write(trx, history, happened);
  };

  /** Whoever writes at this request; null where it is no person of ours. */
  const writer = async (kernel: Kernel): Promise<Actor | null> => {
    const ctx = strapi.requestContext.get() as unknown as Context | undefined;
    if (!ctx?.state?.user) return null;
    try {
      return await (ctx.state.userAbility ? staffActor(kernel, ctx) : residentActor(kernel, ctx));
    } catch {
      // An admin user without a staff record may edit in the Content Manager all the same.
      const { firstname, lastname, username } = ctx.state.user as Record<string, string | undefined>;
      const name = [lastname, firstname].filter(Boolean).join('') || username || '';
      return ctx.state.userAbility ? { ...SYSTEM, kind: 'staff', name, can: () => false } : null;
    }
  };

  return {
    as: (actor, work) => acting.run(actor, work),

    note: (trx, name, happened) => write(trx, named(name), happened),

    watch(kernel) {
      const uids = new Set(histories.flatMap(({ uid, parts }) => [uid, ...Object.keys(parts)]));
      // Outside the write's transaction: who writes is looked up in tables that it may hold.
      strapi.documents.use(async (context, next) => {
        if (!uids.has(context.uid) || !WRITES.includes(context.action) || acting.getStore()) return next();
        const actor = await writer(kernel);
        return actor ? acting.run(actor, () => next()) : next();
      });
      for (const history of histories)
        watchWrites(
          strapi,
          rows,
          [history.uid, ...Object.keys(history.parts)],
          (trx, written) => tell(kernel, trx, history, written),
          {
            links,
            joined: history.joined,
            // The record first, then its parts: and of two who change one part at once, the second sees the first's change.
            hold: (trx, uid, found) =>
              rows.hold(
                trx,
                history.uid,
                found.map((row) => (uid === history.uid ? row.id : row[history.parts[uid].of]))
              ),
          }
        );
    },
  };
};
