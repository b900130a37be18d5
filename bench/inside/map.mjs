const OBLIGATION = 'plugin::property-desk.obligation';
const DAY = 24 * 60 * 60 * 1000;
/** Rows that are sent; the others are copies of them, moved in time. */
const BLOCK = 500;

const KINDS = [
  ['9', 'ticket.accept'],
  ['9', 'ticket.dispatch'],
  ['9', 'ticket.complete'],
  ['9', 'ticket.followUp'],
  ['10', 'complaint.classify'],
  ['10', 'complaint.intervene'],
  ['8', 'inquiry.reply'],
  ['12.3', 'loan.return'],
  ['5(2)8', 'notice.post'],
  ['11.1', 'bill.call'],
];

/** The first of January before last, so that a whole year is past. */
const start = (kernel) => Date.UTC(kernel.clock.year(kernel.clock.now()) - 1, 0, 1);

const rowOf = (kernel, world, n) => {
  const [article, what] = KINDS[n % KINDS.length];
  const openedAt = new Date(start(kernel) + n * 61_000);
  const dueAt = new Date(openedAt.getTime() + DAY);
  const late = n % 12 === 0;
  const owed = n % 17 === 0;
  const settledAt = owed ? null : new Date(openedAt.getTime() + (late ? DAY : 0) + ((n * 7919) % 600) * 60_000 + n);
  return kernel.rows.toColumns(OBLIGATION, {
    documentId: `mbench${String(n).padStart(18, '0')}`,
    createdAt: openedAt,
    updatedAt: openedAt,
    publishedAt: openedAt,
    article,
    rule: `${what}Within`,
    what,
    caseType: 'ticket',
    caseDocumentId: `m${n}`,
    caseNumber: `BX-${n}`,
    community: world.community.id,
    ownerRole: 'receptionist',
    level: 1,
    openedAt,
    openedBy: 'bench',
    dueAt,
    warnAt: dueAt,
    warnedAt: dueAt,
    settledAt,
    closedAt: settledAt,
    outcome: owed ? null : late ? 'broken' : 'kept',
    policyVersion: 'default',
  });
};

/** A year of `count` obligations of ten kinds, spread evenly over it; some late, some still owed. */
export const fillYear = async (strapi, kernel, { count, world }) => {
  const { connection, dialect } = strapi.db;
  const { name, columns } = kernel.rows.table(OBLIGATION);
  await connection(name).insert(Array.from({ length: BLOCK / 2 }, (_, n) => rowOf(kernel, world, n)));
  await connection(name).insert(Array.from({ length: BLOCK / 2 }, (_, n) => rowOf(kernel, world, BLOCK / 2 + n)));
  const postgres = dialect.client === 'postgres';
  const rounds = count / BLOCK - 1;
  const step = Math.floor((365 * DAY) / (count / BLOCK));
  const moved = new Set(['opened_at', 'due_at', 'settled_at', 'closed_at', 'created_at', 'updated_at']);
  const values = (column) => {
    if (column === 'document_id') return `t.document_id || '-' || s.n`;
    if (!moved.has(column)) return `t."${column}"`;
    return postgres ? `t."${column}" + s.n * interval '${step} milliseconds'` : `t."${column}" + s.n * ${step}`;
  };
  const names = [...new Set([...columns.values()].map(({ column }) => column))].filter((column) => column !== 'id');
  await connection.raw(
    `insert into ${name} (${names.map((column) => `"${column}"`).join(', ')})
     with recursive s(n) as (select 1 union all select n + 1 from s where n < ?)
     select ${names.map(values).join(', ')} from s cross join ${name} t where t.id <= ?`,
    [rounds, BLOCK]
  );
  await connection.raw(postgres ? 'vacuum analyze' : 'pragma wal_checkpoint(truncate)');
  const day = (at) => new Date(at).toISOString().slice(0, 10);
  return {
    year: { from: day(start(kernel)), to: day(start(kernel) + 366 * DAY) },
    month: { from: day(start(kernel) + 180 * DAY), to: day(start(kernel) + 209 * DAY) },
  };
};

/** One figure of a month, from the covering index and from the whole table: milliseconds of each. */
export const figures = async (strapi, kernel, { from, to, community }) => {
  const { connection, dialect } = strapi.db;
  const { name } = kernel.rows.table(OBLIGATION);
  const timed = async (table, opened) => {
    const began = performance.now();
    await connection.raw(
      `select count(*) from ${table} where outcome = 'kept' and article = '9' and community_id = ?
       and ${opened} >= ? and ${opened} < ?`,
      [community, new Date(from), new Date(to)]
    );
    return performance.now() - began;
  };
  const index = await timed(name, 'opened_at');
  // An expression has no index, and SQLite is told so.
  const scan =
    dialect.client === 'postgres'
      ? await timed(name, `(opened_at + interval '0')`)
      : await timed(`${name} not indexed`, 'opened_at');
  return { index, scan };
};
