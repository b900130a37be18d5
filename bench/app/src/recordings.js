const { randomBytes } = require('node:crypto');

/**
 * The statements of our own requests, recorded once and played again by the bare routes: whatever the server sends to
 * the database, its bare rival sends too, word for word, with fresh documentIds and numbers.
 */
/** What a login costs shows where nothing follows it. */
const NOTHING = { statements: [], made: [], series: null, played: 0 };

const recordings = new Map([['nothing', NOTHING]]);

const DOCUMENT_ID = /^[a-z][a-z0-9]{23}$/;
const NUMBER = /^[A-Z]{2}-\d{8}-\d{4,}$/;

let count = 0;
const fresh = () => `b${randomBytes(8).toString('hex')}${String((count += 1)).padStart(7, '0')}`;

/** Listens to all statements until the answered function is called, which gives them. */
const listen = (strapi) => {
  const statements = [];
  const hear = ({ sql, bindings }) => statements.push({ sql: sql.replace(/\$\d+/g, '?'), bindings: bindings ?? [] });
  strapi.db.connection.on('query', hear);
  return () => {
    strapi.db.connection.off('query', hear);
    return statements;
  };
};

/**
 * Keeps statements under a name.
 * @param login how many of them, from the first, belong to the login and not to the request
 * @param series values that each playing counts up: the numeric ids of rows that can be changed once only, and their documentIds
 */
const keep = (name, statements, { login = 0, series = null } = {}) => {
  const own = statements.slice(login);
  const made = new Set(
    own
      .filter(({ sql }) => sql.startsWith('insert'))
      .flatMap(({ bindings }) => bindings)
      .filter((value) => typeof value === 'string' && DOCUMENT_ID.test(value) && value !== series?.documentId)
  );
  recordings.set(name, { statements: own, made: [...made], series, played: 0 });
  return own.map(({ sql }) => sql);
};

/** The documentId of the nth case of a series. */
const nth = (documentId, n) => `${documentId.slice(0, 17)}${String(n).padStart(7, '0')}`;

const substitution = ({ made, series, played }) => {
  const ids = new Map(made.map((id) => [id, fresh()]));
  if (series) ids.set(series.documentId, nth(series.documentId, played + series.from));
  return (value) => {
    if (typeof value === 'number' && series && series.ids.includes(value)) return value + played + series.from;
    if (typeof value !== 'string') return value;
    if (ids.has(value)) return ids.get(value);
    if (NUMBER.test(value)) return `BB-20000101-${String((count += 1))}`;
    for (const [old, id] of ids) if (value.includes(old)) return value.replaceAll(old, id);
    return value;
  };
};

/** Sends the recorded statements again, in transactions where they were. Answers what the last one gave. */
const play = async (strapi, name) => {
  const recording = recordings.get(name);
  const put = substitution(recording);
  recording.played += 1;
  const { connection } = strapi.db;
  let trx = null;
  let last = null;
  try {
    for (const { sql, bindings } of recording.statements) {
      if (/^begin/i.test(sql)) trx = await connection.transaction();
      else if (/^commit/i.test(sql)) {
        await trx.commit();
        trx = null;
      } else {
        const answer = await (trx ?? connection).raw(sql, bindings.map(put));
        last = Array.isArray(answer) ? answer : (answer.rows ?? null);
      }
    }
  } catch (error) {
    await trx?.rollback();
    throw error;
  }
  return last;
};

module.exports = { listen, keep, nth, play };
