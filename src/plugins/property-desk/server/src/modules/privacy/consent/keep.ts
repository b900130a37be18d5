import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { forbidden } from '../../../kernel/errors';
import { kernelOf, type Kernel } from '../../../kernel/kernel';
import { watchWrites, type Written } from '../../../kernel/storage/watch';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../../household';
import { CONSENT_STATEMENT_UID } from '../row';
import { COMMUNITY_UID } from '../../staff';
import { give, statementFor, takeBack } from './ledger';
import { MARKED, MARKS } from './purposes';
import { latestVersion, markedWithout, recordBefore, statementsInUse } from './queries';

type Data = Record<string, unknown>;
interface Event {
  params: { data: Data; where?: object };
  state: Data;
}

/** Who enters something through Strapi, by name. */
const whoAsks = async ({ asking }: Kernel): Promise<string> => {
  const request = asking.request();
  return request ? (await asking.asker(request)).name : '';
};

/** A mark that somebody sets on a resident's record is a consent, or the end of one. */
const followMarks = async (kernel: Kernel, trx: Knex.Transaction, written: Written[]) => {
  for (const { before, after } of written) {
    if (!after) continue;
    for (const purpose of MARKED) {
      const agrees = Boolean(after[MARKS[purpose]]);
      if (agrees === Boolean(before?.[MARKS[purpose]])) continue;
      const home = await kernel.rows.first(trx, HOUSEHOLD_UID, { id: after.household });
      if (!home) continue;
      const by = await whoAsks(kernel);
      const one = { resident: after, purpose, way: 'desk', by };
      if (agrees) await give(kernel, trx, { ...one, community: home.community as number });
      else await takeBack(kernel, trx, one);
    }
  }
};

/** What is the same in whatever form Strapi hands it down. */
const same = (one: unknown, other: unknown): boolean => {
  const at = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  const instant = (value: unknown) => (typeof value === 'string' ? Date.parse(value) : at(value));
  return at(one ?? null) === at(other ?? null) || (one != null && instant(one) === instant(other));
};

/** A restriction is set and lifted by a request, which says why and who decided it. */
const keepRestrictions = (strapi: Core.Strapi) => {
  const refuse = () => {
    throw forbidden('error.restricted');
  };
  strapi.db.lifecycles.subscribe({
    models: [RESIDENT_UID],
    beforeCreate: ({ params: { data } }: Event) => void (data.restrictedAt && refuse()),
    async beforeUpdate({ params: { data, where } }: Event) {
      if (!('restrictedAt' in data)) return;
      // Forms send it along as it stands.
      const before = await recordBefore(strapi, RESIDENT_UID, where);
      if (!same(before?.restrictedAt, data.restrictedAt)) refuse();
      delete data.restrictedAt;
    },
    beforeUpdateMany: ({ params: { data } }: Event) => void ('restrictedAt' in data && refuse()),
  } as never);
};

/** Versions are counted by the room; what somebody has agreed to stays as it was read. */
const keepStatements = (strapi: Core.Strapi, kernel: Kernel) => {
  const FIXED = ['title', 'text', 'purpose', 'version'];
  const idOf = (value: unknown): number | undefined => {
    if (typeof value === 'number' || typeof value === 'string') return Number(value);
    const { id, set, connect } = (value ?? {}) as { id?: unknown; set?: unknown[]; connect?: unknown[] };
    return id !== undefined ? Number(id) : [...(set ?? []), ...(connect ?? [])].map(idOf).at(-1);
  };
  strapi.db.lifecycles.subscribe({
    models: [CONSENT_STATEMENT_UID],
    async beforeCreate({ params: { data } }: Event) {
      const community = idOf(data.community);
      if (community === undefined) return;
      await strapi.db.transaction(async ({ trx }) => {
        const purpose = data.purpose as string;
        await kernel.numbering.next(
          trx as Knex.Transaction,
          `consent-statement:${community}:${purpose}`,
          kernel.clock.now()
        );
        data.version = (await latestVersion(trx as Knex.Transaction, community, purpose)) + 1;
      });
    },
    async beforeUpdate({ params: { data, where } }: Event) {
      const before = await recordBefore(strapi, CONSENT_STATEMENT_UID, where);
      if (!before) return;
      const changed = FIXED.some((name) => name in data && !same(before[name], data[name]));
      if (!changed) return;
      await strapi.db.transaction(async ({ trx }) => {
        if (await statementsInUse(trx as Knex.Transaction, [Number(before.id)]))
          throw forbidden('error.statementInUse');
      });
    },
    beforeUpdateMany() {
      throw forbidden('error.statementInUse');
    },
  } as never);
};

/** Gives a community the statements that every community begins with. */
const beginWith = async (kernel: Kernel, community: number): Promise<void> => {
  await kernel.strapi.db.transaction(async ({ trx }) => {
    for (const purpose of MARKED) await statementFor(kernel, trx as Knex.Transaction, community, purpose);
  });
};

/** Marks that were set before there were consents, or past Strapi, become consents of their own. */
export const catchUp = async (kernel: Kernel): Promise<void> => {
  const { strapi, numbering, clock, rows } = kernel;
  for (const purpose of MARKED)
    for (let more = true; more;)
      more = await strapi.db.transaction(async ({ trx: transaction }) => {
        const trx = transaction as Knex.Transaction;
        const column = rows.column(RESIDENT_UID, MARKS[purpose]);
        if ((await markedWithout(trx, purpose, column)).length === 0) return false;
        // Processes that start at the same time come one after the other, and look again.
        await numbering.next(trx, 'consents', clock.now());
        const found = await markedWithout(trx, purpose, column);
        for (const { community, ...resident } of found)
          await give(kernel, trx, { resident, community, purpose, way: 'earlier', by: '' });
        return found.length > 0;
      });
};

/** Keeps consents and the marks of residents' records in step, whichever is written. */
export const keepConsents = async (strapi: Core.Strapi): Promise<void> => {
  const kernel = kernelOf(strapi);
  watchWrites(strapi, kernel.rows, [RESIDENT_UID], (trx, written) => followMarks(kernel, trx, written));
  keepRestrictions(strapi);
  keepStatements(strapi, kernel);
  strapi.db.lifecycles.subscribe({
    models: [COMMUNITY_UID],
    afterCreate: ({ result }: { result: { id: number } }) => beginWith(kernel, Number(result.id)),
  } as never);
  for (const { id } of await kernel.rows.find(strapi.db.connection, COMMUNITY_UID, {})) await beginWith(kernel, id);
  await catchUp(kernel);
};
