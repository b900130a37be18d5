import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Clock } from '../clock/clock';
import { SEQUENCE_UID, type Numbering } from '../numbering/numbering';
import type { Rows } from '../storage/rows';

/** For how long this process goes by what it was last told, in milliseconds. */
const GOES_BY_IT = 200;

/** What the database last said of everything that is public. */
export interface Known {
  /** Of each snapshot, by its name: a number that grows with whatever changes what the public sees. */
  versions: ReadonlyMap<string, number>;
  /** Calls that Strapi's role Public may make now, e.g. `notice.find`. */
  allowed: ReadonlySet<string>;
}

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  numbering: Numbering;
  /** Names of the snapshots. */
  names: string[];
  /** Calls that the role Public may be allowed. */
  calls: string[];
}

/** A transaction under way, and what is done once it stands. */
export interface Transaction {
  trx: unknown;
  onCommit(callback: () => void): void;
}

const PLUGIN = 'plugin::property-desk.';
const RIGHT_UID = 'plugin::users-permissions.permission';

const keyOf = (name: string) => `snapshot:${name}`;

/** The latest real moment, never set back; how old an answer is has nothing to do with the desk's clock. */
const moment = (): number => performance.now();

/**
 * Versions of what the public sees. Whatever changes it moves the version in its own transaction: the row's lock puts
 * changes one after the other, so no reader takes an old state for a new version, as it could by a latest id or time.
 * Other processes ask in one statement, when a request comes and what they know is older than 200 ms.
 */
export const createVersions = ({ strapi, rows, clock, numbering, names, calls }: Parts) => {
  /** Snapshots that a transaction has changed so far. */
  const changed = new WeakMap<object, Set<string>>();
  let known: Known | null = null;
  let knownAt = 0;
  let asking: Promise<Known> | null = null;
  /** Grows whenever what was asked before no longer counts. */
  let era = 0;
  let statement: { text: string; bindings: string[] } | null = null;

  const build = () => {
    const marks = (values: string[]) => values.map(() => '?').join(', ');
    const versions = `select key as name, value as version from ${rows.table(SEQUENCE_UID).name}
      where key in (${marks(names)})`;
    const bindings = names.map(keyOf);
    if (calls.length === 0 || !strapi.plugin('users-permissions')) return { text: versions, bindings };
    const { tableName, attributes } = strapi.db.metadata.get(RIGHT_UID);
    const { joinTable } = attributes.role as unknown as {
      joinTable: { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };
    };
    const role = strapi.db.metadata.get('plugin::users-permissions.role').tableName;
    return {
      text: `${versions} union all select p.action as name, 0 as version from ${tableName} p
        join ${joinTable.name} l on l.${joinTable.joinColumn.name} = p.id
        join ${role} r on r.id = l.${joinTable.inverseJoinColumn.name}
        where r.type = 'public' and p.action in (${marks(calls)})`,
      bindings: [...bindings, ...calls.map((call) => PLUGIN + call)],
    };
  };

  const ask = async (): Promise<Known> => {
    for (;;) {
      const [begun, at] = [era, moment()];
      statement ??= build();
      const answer = await strapi.db.connection.raw(statement.text, statement.bindings);
      const found = (answer.rows ?? answer) as { name: string; version: number | string }[];
      // A commit of this very process came in between: what was read may be from before it.
      if (begun !== era) continue;
      const allowed = new Set<string>();
      const versions = new Map<string, number>();
      for (const { name, version } of found)
        if (name.startsWith(PLUGIN)) allowed.add(name.slice(PLUGIN.length));
        else versions.set(name.slice(keyOf('').length), Number(version));
      known = { versions, allowed };
      knownAt = at;
      return known;
    }
  };

  const forget = () => {
    era += 1;
    known = null;
  };

  const mark = (trx: object, name: string): boolean => Boolean(changed.get(trx)?.add(name));

  /**
   * Runs work that may change what the public sees. At its end, after everything else has been locked, the versions
   * of what it marked move on.
   */
  const within = async <T>({ trx, onCommit }: Transaction, work: () => Promise<T>): Promise<T> => {
    const transaction = trx as Knex.Transaction;
    if (changed.has(transaction)) return work();
    const marked = new Set<string>();
    changed.set(transaction, marked);
    try {
      const done = await work();
      // In one order, so that two transactions which change the same ones never wait for each other.
      for (const name of [...marked].sort()) await numbering.next(transaction, keyOf(name), clock.now());
      if (marked.size > 0) onCommit(forget);
      return done;
    } finally {
      changed.delete(transaction);
    }
  };

  return {
    /** What is known now: at once where it is fresh, else as soon as the database has said it, once for all who wait. */
    known(): Known | Promise<Known> {
      if (known && moment() - knownAt < GOES_BY_IT) return known;
      asking ??= ask().finally(() => {
        asking = null;
      });
      return asking;
    },

    within,
    mark,
    forget,

    /** Moves versions on for a change that no action made, with the transaction that is under way, if any. */
    moveOn: (moved: string[]) =>
      strapi.db.transaction(async (transaction) =>
        within(transaction, async () => {
          for (const name of moved) mark(transaction.trx, name);
        })
      ),
  };
};

export type Versions = ReturnType<typeof createVersions>;
