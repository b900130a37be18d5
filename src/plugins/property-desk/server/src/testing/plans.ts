import type { Knex } from 'knex';
import type { World } from './world';

/** A statement as it is sent. */
export interface Statement {
  sql: string;
  bindings: readonly unknown[];
}

/** Rows of one insert. */
const TOGETHER = 100;

/** How the database goes about what is asked of it, on both databases. */
export const createPlans = ({ kernel }: World) => {
  const { connection, dialect } = kernel.strapi.db;
  const postgres = dialect.client === 'postgres';

  const explained = async (to: Knex, { sql, bindings }: Statement): Promise<string> => {
    const explain = `${postgres ? 'explain' : 'explain query plan'} ${sql.replace(/\$\d+/g, '?')}`;
    const told = (await to.raw(explain, bindings as never)) as { rows?: unknown[] };
    return ((told.rows ?? told) as Record<string, string>[]).map((row) => row.detail ?? row['QUERY PLAN']).join('\n');
  };

  /** What the database says it will do for a statement. */
  const planOf = (statement: Statement): Promise<string> => explained(connection, statement);

  /** The same where a test's table is so small that PostgreSQL would read it whole: it is told not to. */
  const planByIndex = async (statement: Statement): Promise<string> => {
    if (!postgres) return planOf(statement);
    const trx = await connection.transaction();
    try {
      await trx.raw('set local enable_seqscan = off');
      return await explained(trx, statement);
    } finally {
      await trx.rollback();
    }
  };

  /**
   * Only what everybody sees as old is read from an index alone, and what was written last is so to a later vacuum: it
   * goes over a table until all of it is.
   */
  const vacuumed = async (table: string): Promise<void> => {
    for (let turn = 0; turn < 50; turn += 1) {
      await connection.raw('select txid_current()');
      await connection.raw(`vacuum analyze ${table}`.trim());
      if (!table) return;
      const [{ relpages, relallvisible }] = await connection('pg_class').where({ relname: table });
      if (relallvisible >= relpages) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  /** Everything that is sent while something goes on. */
  const heardDuring = async <T>(work: () => Promise<T>): Promise<{ answer: T; heard: Statement[] }> => {
    const heard: Statement[] = [];
    const hear = (query: Statement) => heard.push(query);
    connection.on('query', hear);
    const answer = await work();
    connection.off('query', hear);
    return { answer, heard };
  };

  return {
    postgres,

    /** Fills a table with so many rows, whatever their values are for the trade. */
    async fill(uid: string, count: number, row: (n: number) => Record<string, unknown>): Promise<void> {
      const { name } = kernel.rows.table(uid);
      const now = kernel.clock.now();
      await connection.transaction(async (trx) => {
        for (let from = 0; from < count; from += TOGETHER)
          await trx(name).insert(
            Array.from({ length: Math.min(TOGETHER, count - from) }, (_, n) =>
              kernel.rows.newRow(uid, row(from + n), now)
            )
          );
      });
    },

    /** The id that the next row of a table gets at least. */
    async nextId(table: string): Promise<number> {
      const [{ id }] = await connection(table).max({ id: 'id' });
      return Number(id) + 1;
    },

    /** Has the planner count what the tables hold now, or those that are named. */
    async count(...tables: string[]): Promise<void> {
      if (postgres) await Promise.all((tables.length > 0 ? tables : ['']).map(vacuumed));
      else {
        for (const table of tables.length > 0 ? tables : ['']) await connection.raw(`analyze ${table}`.trim());
        await connection.raw('pragma optimize');
      }
    },

    heardDuring,

    /** What is read while something goes on. */
    async statementsOf<T>(work: () => Promise<T>): Promise<{ answer: T; statements: Statement[] }> {
      const { answer, heard } = await heardDuring(work);
      return { answer, statements: heard.filter(({ sql }) => /^select/i.test(sql)) };
    },

    planOf,
    planByIndex,

    /** The plans of those statements that read one of some tables. */
    plansOf: (statements: Statement[], tables: RegExp): Promise<string[]> =>
      Promise.all(statements.filter(({ sql }) => tables.test(sql)).map(planOf)),
  };
};

/** See {@link createPlans}. */
export type Plans = ReturnType<typeof createPlans>;
