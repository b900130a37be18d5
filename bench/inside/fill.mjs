const TICKET = 'plugin::property-desk.ticket';
const STOCK = 'api::stock-ticket.stock-ticket';
const OBLIGATION = 'plugin::property-desk.obligation';

/** Rows of one statement: SQLite takes so many values and no more. */
const CHUNK = 400;
/** Rows that are sent; the others are copies of them. */
const BLOCK = 500;
const HOUR = 3_600_000;

/** Inserts `count` rows made by `row(n)`, many in a transaction. */
const insert = async (strapi, table, count, row) => {
  for (let from = 0; from < count; from += CHUNK * 50) {
    await strapi.db.connection.transaction(async (trx) => {
      const end = Math.min(count, from + CHUNK * 50);
      for (let at = from; at < end; at += CHUNK)
        await trx(table).insert(Array.from({ length: Math.min(CHUNK, end - at) }, (_, n) => row(at + n)));
    });
  }
};

/** The names of a table's columns, each once: Strapi's metadata have some of them twice. */
const columnsOf = (table, wanted) => [
  ...new Set([...table.columns.values()].filter(wanted).map(({ column }) => column)),
];

/**
 * Repeats the first `block` rows of a table until there are `count`, inside the database: a hundred times as fast as
 * sending them. What must be unique gets the round's number.
 */
const multiply = async (strapi, table, block, count, unique) => {
  const rounds = count / block - 1;
  if (!(rounds >= 1)) return;
  const names = columnsOf(table, ({ column }) => column !== 'id');
  const values = names.map((column) => (unique.includes(column) ? `t."${column}" || '-' || s.n` : `t."${column}"`));
  const list = names.map((column) => `"${column}"`).join(', ');
  await strapi.db.connection.raw(
    `insert into ${table.name} (${list})
     with recursive s(n) as (select 1 union all select n + 1 from s where n < ?)
     select ${values.join(', ')} from s cross join ${table.name} t where t.id <= ?`,
    [rounds, block]
  );
};

const documentId = (kind, n) => `${kind}bench${String(n).padStart(18, '0')}`;

/**
 * `count` tickets, of which the last `open` are open; four of five of those are accepted and of the first category.
 * With `stock`, the same rows in the stock ticket's tables.
 */
export const fillTickets = async (strapi, kernel, { count, open, world, stock }) => {
  const { rows, confidential } = kernel;
  const now = kernel.clock.now().getTime();
  const { households, categories, community, building, staff } = world;
  const telephone = '13800005678';
  const columns = (n) => {
    const id = documentId('t', n);
    const isOpen = n >= count - open;
    const queued = isOpen && n % 5 !== 0;
    const category = queued ? categories[0] : categories[n % categories.length];
    const household = households[n % households.length];
    const created = new Date(now - (count - n) * 60_000);
    return rows.toColumns(TICKET, {
      documentId: id,
      createdAt: created,
      updatedAt: created,
      publishedAt: created,
      number: `BX-20200101-${String(n).padStart(7, '0')}`,
      title: `${household.name} ${category.name}`,
      state: isOpen ? (queued ? 'accepted' : 'in_progress') : 'archived',
      revision: isOpen ? 1 : 6,
      dueAt: isOpen ? new Date(now + ((n * 7919) % 5000) * 60_000) : null,
      endedAt: isOpen ? null : created,
      community: community.id,
      household: household.id,
      building: building.id,
      place: household.name,
      category: category.id,
      categoryName: category.name,
      description: '厨房水槽下方水管接口漏水,地面有积水,请尽快安排师傅上门检查。',
      source: 'phone',
      priority: 'ordinary',
      reporterName: '王小明',
      // Sealed for what a page may show; sealing a million would only make the bench wait.
      contactTelephone: isOpen
        ? confidential.seal(TICKET, id, { contactTelephone: telephone }, {}).contactTelephone
        : null,
      assignee: queued ? null : staff.engineer.id,
      acceptedAt: created,
      promisedAt: queued ? null : new Date(created.getTime() + 24 * HOUR),
      rework: 0,
      followUpAttempts: 0,
    });
  };
  const table = rows.table(TICKET);
  const ended = Math.min(BLOCK, count - open);
  await insert(strapi, table.name, ended, columns);
  await multiply(strapi, table, ended, count - open, ['document_id', 'number']);
  await insert(strapi, table.name, open, (n) => columns(count - open + n));
  if (stock) await copyToStock(strapi, rows);
  await settle(strapi);
};

/** The same rows as stock keeps them: plain columns in one table, every relation in a join table. */
const copyToStock = async (strapi, rows) => {
  const { connection } = strapi.db;
  const ours = rows.table(TICKET);
  const plain = columnsOf(ours, ({ kind, column }) => kind !== 'relation' && column !== 'id');
  const names = plain.map((column) => `"${column}"`).join(', ');
  await connection.raw(`insert into stock_tickets (id, ${names}) select id, ${names} from ${ours.name}`);
  for (const { attribute, column, kind } of ours.columns.values()) {
    const { joinTable } = strapi.db.metadata.get(STOCK).attributes[attribute] ?? {};
    if (kind !== 'relation' || !joinTable) continue;
    await connection.raw(
      `insert into ${joinTable.name} (${joinTable.joinColumn.name}, ${joinTable.inverseJoinColumn.name})
       select id, ${column} from ${ours.name} where ${column} is not null`
    );
  }
};

/** PostgreSQL gets its statistics, as autovacuum would have given them, and its sequences the ids that are taken. */
const settle = async (strapi) => {
  const { connection, dialect } = strapi.db;
  if (dialect.client !== 'postgres') {
    await connection.raw('pragma wal_checkpoint(truncate)');
    return;
  }
  for (const table of ['stock_tickets', 'pd_tickets', 'pd_obligations'])
    await connection.raw(
      `select setval(pg_get_serial_sequence(?, 'id'), (select coalesce(max(id), 0) + 1 from ${table}))`,
      [table]
    );
  await connection.raw('vacuum analyze');
};

let due = 0;

/**
 * `count` obligations that are not due: half of them settled long ago, half due tomorrow or later. With `due`, so many
 * more that fell due a minute ago, each on a ticket of its own.
 */
export const fillObligations = async (strapi, kernel, { count = 0, due: lapsed = 0, world }) => {
  const { rows } = kernel;
  const now = kernel.clock.now();
  const base = { createdAt: now, updatedAt: now, publishedAt: now };
  const owed = (n, kind, dueAt, closed) =>
    rows.toColumns(OBLIGATION, {
      ...base,
      documentId: documentId(kind, n),
      article: '9',
      rule: 'ticket.dispatchWithin',
      what: 'ticket.dispatch',
      caseType: 'ticket',
      caseDocumentId: documentId(kind === 'd' ? 'c' : 't', n),
      caseNumber: `BX-${n}`,
      community: world.community.id,
      ownerRole: 'receptionist',
      level: 1,
      openedAt: new Date(dueAt.getTime() - HOUR),
      openedBy: 'bench',
      dueAt,
      warnAt: new Date(dueAt.getTime() - HOUR / 4),
      warnedAt: kind === 'd' ? now : null,
      settledAt: closed,
      closedAt: closed,
      outcome: closed ? 'kept' : null,
      policyVersion: 'default',
    });
  const { name } = rows.table(OBLIGATION);
  const ahead = new Date(now.getTime() + 24 * HOUR);
  const past = new Date(now.getTime() - 240 * HOUR);
  await insert(strapi, name, Math.min(BLOCK, count), (n) =>
    n % 2 ? owed(n, 'o', ahead, null) : owed(n, 'o', past, past)
  );
  await multiply(strapi, rows.table(OBLIGATION), Math.min(BLOCK, count), count, ['document_id']);
  const start = due;
  due += lapsed;
  await insert(strapi, rows.table(TICKET).name, lapsed, (n) =>
    rows.toColumns(TICKET, {
      ...base,
      documentId: documentId('c', start + n),
      number: `BX-19990101-${start + n}`,
      title: '漏水',
      state: 'accepted',
      revision: 1,
      dueAt: new Date(now.getTime() - 60_000),
      community: world.community.id,
      category: world.categories[0].id,
      categoryName: '类别0',
      description: '漏水',
      place: '3栋',
    })
  );
  await insert(strapi, name, lapsed, (n) => owed(start + n, 'd', new Date(now.getTime() - 60_000), null));
  if (count) await settle(strapi);
};
