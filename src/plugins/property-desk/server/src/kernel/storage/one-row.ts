import { createHash } from 'node:crypto';
import type { Knex } from 'knex';

const NAMES = new Map<string, string>();

/** The name that a statement is prepared under: the same text, the same name, on every connection. */
const nameOf = (statement: string): string => {
  let name = NAMES.get(statement);
  if (!name) NAMES.set(statement, (name = `pd-${createHash('sha1').update(statement).digest('hex').slice(0, 16)}`));
  return name;
};

/**
 * The first row of a statement that is sent at every request: its text is not built anew, and PostgreSQL plans it once
 * on each connection. `preparedStatements: false` in the connection of `config/database` sends it unprepared, for
 * poolers that hand a connection on after each transaction and do not know prepared statements.
 * @param statement text of our own, never anything that came in; there should be few of them
 */
export const oneRow = async (
  connection: Knex,
  statement: string,
  bindings: (string | number)[]
): Promise<Record<string, unknown> | undefined> => {
  const { preparedStatements = true } = connection.client.config as { preparedStatements?: boolean };
  const asked = connection.raw(statement, bindings);
  const answer = await (preparedStatements ? asked.options({ name: nameOf(statement) }) : asked);
  return (answer.rows ?? answer)[0];
};
