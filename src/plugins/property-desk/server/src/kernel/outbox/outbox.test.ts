import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { simpleParser } from 'mailparser';
import { createClock } from '../clock/clock';
import { createRows, type Rows } from '../storage/rows';
import { createMailChannel } from './mail';
import type { Channel, ClaimedMessage, OutgoingMessage } from './message';
import { createOutbox, OUTBOX_UID } from './outbox';
import { LEASE, MAX_TRIES, PAUSES } from './schedule';
import { bootApp } from './testing/app';
import { startMailServer } from './testing/mail-server';

const START = new Date('2026-11-23T07:30:00.000Z');
const BODY = '李女士，您好：\n\n您报修的“厨房水管漏水”已派工，师傅将于今天 18:00 前上门。\n<b>阳光花园</b>物业服务中心';

let app: Awaited<ReturnType<typeof bootApp>>;
let strapi: Core.Strapi;
let rows: Rows;
let server: Awaited<ReturnType<typeof startMailServer>>;
const clock = createClock('Asia/Shanghai');

const mail = (key: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  key,
  channel: 'mail',
  recipient: 'li@example.org',
  subject: '维修已派工：WX-20261123-0001',
  body: BODY,
  ...more,
});

const outboxWith = (channels: Channel[] = [createMailChannel(strapi)]) =>
  createOutbox({ strapi, rows, clock, channels });

const enqueue = (outbox: ReturnType<typeof createOutbox>, ...messages: OutgoingMessage[]) =>
  strapi.db.transaction(({ trx }) => outbox.enqueue(trx as Knex.Transaction, messages, clock.now()));

const stored = (where: Record<string, unknown> = {}) => rows.find(strapi.db.connection, OUTBOX_UID, where);
const only = async () => {
  const all = await stored();
  expect(all).toHaveLength(1);
  return all[0];
};

/** A channel that does what the test says. */
const acting = (act: (message: ClaimedMessage) => void | Promise<void>): Channel => ({
  name: 'mail',
  send: async (message) => act(message),
});

beforeAll(async () => {
  server = await startMailServer();
  app = await bootApp({ host: '127.0.0.1', port: server.port, secure: false, ignoreTLS: true, socketTimeout: 5000 });
  strapi = app.strapi;
  rows = createRows(strapi);
});

afterAll(async () => {
  await app?.close();
  await server?.stop();
});

beforeEach(async () => {
  await strapi.db.connection(rows.table(OUTBOX_UID).name).del();
  server.taken.length = 0;
  server.be('take');
  clock.freeze(START);
});

describe('by SMTP', () => {
  test('a mail arrives once, in Chinese, as plain text, under the Message-ID of its row', async () => {
    const outbox = outboxWith();
    await enqueue(outbox, mail('a', { caseType: 'thing', caseDocumentId: 'abc' }));
    const before = await only();
    expect(before).toMatchObject({
      state: 'pending',
      attempts: 0,
      caseType: 'thing',
      caseDocumentId: 'abc',
      community: null,
    });
    expect(before.messageId).toBe(`<${before.documentId}@sunshine.example>`);

    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 1, postponed: 0, dead: 0 });
    expect(await outbox.deliver()).toEqual({ claimed: 0, sent: 0, postponed: 0, dead: 0 });

    expect(server.taken).toHaveLength(1);
    const [{ mail: got }] = server.taken;
    expect(got.messageId).toBe(before.messageId);
    expect(got.subject).toBe('维修已派工：WX-20261123-0001');
    expect(got.text?.trimEnd()).toBe(BODY);
    expect(got.html).toBe(false);
    expect(got.date).toEqual(START);
    expect(got.from?.text).toBe('desk@sunshine.example');
    expect(got.headers.get('auto-submitted')).toBe('auto-generated');
    expect(await only()).toMatchObject({
      state: 'sent',
      attempts: 1,
      sentAt: START,
      reason: null,
      error: null,
      claimedBy: null,
    });
    expect(await outbox.counts()).toEqual({ pending: 0, dead: 0 });
  });

  test('typed line breaks add no header and no recipient', async () => {
    const outbox = outboxWith();
    await enqueue(
      outbox,
      mail('a', { subject: '停水\r\nBcc: all@example.org\r\n\r\nX' }),
      mail('b', { recipient: 'li@example.org\r\nBcc: all@example.org' }),
      mail('c', { recipient: 'li@example.org, all@example.org' }),
      mail('d', { body: '一\r\n.\r\nMAIL FROM:<all@example.org>\r\n二' })
    );
    expect(await outbox.counts()).toEqual({ pending: 2, dead: 2 });
    expect(await outbox.deliver()).toEqual({ claimed: 2, sent: 2, postponed: 0, dead: 0 });

    expect(server.taken).toHaveLength(2);
    for (const { mail: got } of server.taken) {
      expect(got.headers.has('bcc')).toBe(false);
      expect(got.to).toMatchObject({ text: 'li@example.org' });
    }
    const bySubject = (start: string) => server.taken.find(({ mail: got }) => got.subject?.startsWith(start))?.mail;
    expect(bySubject('停水')?.subject).toBe('停水 Bcc: all@example.org X');
    expect(bySubject('维修')?.text?.trimEnd()).toBe('一\n.\nMAIL FROM:<all@example.org>\n二');

    // Asked for once more, what cannot go out is dead again at once and reaches no server.
    const [refused] = await stored({ state: 'dead' });
    expect(await outbox.retry(refused.documentId)).toBe(true);
    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 0, postponed: 0, dead: 1 });
    expect(server.taken).toHaveLength(2);
  });

  test('a refusal with 550 is tried again later and its text names nobody', async () => {
    const outbox = outboxWith();
    await enqueue(outbox, mail('a'));
    server.be('refuse');
    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 0, postponed: 1, dead: 0 });
    const row = await only();
    expect(row).toMatchObject({ state: 'pending', attempts: 1, nextAttemptAt: new Date(START.getTime() + PAUSES[0]) });
    expect(row.reason).toBe('refused');
    expect(row.error).toContain('550');
    expect(row.error).toContain('No such user');
    expect(row.error).not.toContain('li@example.org');
    expect(row.error).not.toContain('abcdefghijklmnopqrstuvwxyz');

    server.be('take');
    clock.advance(PAUSES[0]);
    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 1, postponed: 0, dead: 0 });
    expect(server.taken.map(({ mail: got }) => got.messageId)).toEqual([row.messageId]);
  });

  test('a line that breaks within the mail leads to a repeat under the same Message-ID', async () => {
    const outbox = outboxWith();
    await enqueue(outbox, mail('a'));
    server.be('drop');
    expect(await outbox.deliver()).toMatchObject({ postponed: 1 });
    expect(server.taken).toHaveLength(0);

    // The worst case: the server took the mail, and the line broke before it could say so.
    server.be('take and drop');
    clock.advance(PAUSES[0]);
    expect(await outbox.deliver()).toMatchObject({ postponed: 1 });
    server.be('take');
    clock.advance(PAUSES[1]);
    expect(await outbox.deliver()).toMatchObject({ sent: 1 });

    const { messageId } = await only();
    expect(server.taken.map(({ mail: got }) => got.messageId)).toEqual([messageId, messageId]);
    expect(server.taken[0].raw).toBe(server.taken[1].raw);
  });

  test('a mail server that is not there is an error like any other', async () => {
    const gone = await startMailServer();
    await gone.stop();
    const { provider } = strapi.plugin('email') as unknown as { provider: unknown };
    const init = require('@strapi/provider-email-nodemailer').init as (options: object, settings: object) => unknown;
    Object.assign(strapi.plugin('email'), {
      provider: init({ host: '127.0.0.1', port: gone.port }, { defaultFrom: 'a@b.example' }),
    });
    try {
      const outbox = outboxWith();
      await enqueue(outbox, mail('a'));
      expect(await outbox.deliver()).toMatchObject({ postponed: 1 });
      expect(await only()).toMatchObject({ reason: 'unreachable', error: expect.stringContaining('ECONNREFUSED') });
    } finally {
      Object.assign(strapi.plugin('email'), { provider });
    }
  });

  test('two outboxes on one database send each message once', async () => {
    const [one, two] = [outboxWith(), outboxWith()];
    await enqueue(one, ...Array.from({ length: 60 }, (_, n) => mail(`m${n}`, { recipient: `r${n}@example.org` })));
    const [a, b] = await Promise.all([one.deliver(), two.deliver()]);
    expect(a.sent + b.sent).toBe(60);
    expect(a.sent).toBeGreaterThan(0);
    expect(b.sent).toBeGreaterThan(0);
    const ids = server.taken.map(({ mail: got }) => got.messageId);
    expect(ids).toHaveLength(60);
    expect(new Set(ids).size).toBe(60);
    expect(await stored({ state: 'sent' })).toHaveLength(60);
  });

  test('stop waits for the mail on the wire and claims no more', async () => {
    const outbox = createOutbox({
      strapi,
      rows,
      clock,
      channels: [createMailChannel(strapi)],
      settings: { parallel: 1 },
    });
    await enqueue(outbox, mail('a'), mail('b'));
    const open = server.hold();
    const delivery = outbox.deliver();
    expect(outbox.deliver()).toBe(delivery);
    while ((await stored({ state: 'sending' })).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    const stopped = outbox.stop();
    expect(
      await Promise.race([stopped.then(() => 'stopped'), new Promise((resolve) => setTimeout(resolve, 100, 'waiting'))])
    ).toBe('waiting');
    open();
    await stopped;
    expect(await delivery).toEqual({ claimed: 1, sent: 1, postponed: 0, dead: 0 });
    expect(await outbox.deliver()).toEqual({ claimed: 0, sent: 0, postponed: 0, dead: 0 });
    expect(await outbox.counts()).toEqual({ pending: 1, dead: 0 });
  });
});

describe('the queue', () => {
  test('the same key to the same recipient is written once, with its first Message-ID; a rollback leaves nothing', async () => {
    const outbox = outboxWith();
    await enqueue(outbox, mail('a'), mail('a'), mail('a', { recipient: 'wang@example.org' }));
    const first = await stored();
    expect(first).toHaveLength(2);
    await enqueue(outbox, mail('a', { subject: '另一个' }), mail('b'));
    const all = await stored();
    expect(all).toHaveLength(3);
    expect(all).toEqual(expect.arrayContaining(first));

    await expect(
      strapi.db.transaction(async ({ trx }) => {
        await outbox.enqueue(trx as Knex.Transaction, [mail('c')], clock.now());
        throw new Error('the action failed');
      })
    ).rejects.toThrow('the action failed');
    expect(await stored()).toHaveLength(3);

    await outbox.deliver();
    await enqueue(outbox, mail('a'));
    expect(await outbox.deliver()).toMatchObject({ claimed: 0 });
  });

  test('a hundred and more in one call, and nothing for none', async () => {
    const outbox = outboxWith();
    await enqueue(outbox);
    await enqueue(outbox, ...Array.from({ length: 130 }, (_, n) => mail(`m${n}`)));
    expect(await outbox.counts()).toEqual({ pending: 130, dead: 0 });
  });

  test('eight tries with growing pauses, dead, and alive again when asked', async () => {
    const tried: { at: number; messageId: string }[] = [];
    const outbox = outboxWith([
      acting(({ messageId }) => {
        tried.push({ at: clock.now().getTime(), messageId });
        throw new Error('451 later');
      }),
    ]);
    await enqueue(outbox, mail('a'));
    for (const [index, pause] of PAUSES.entries()) {
      expect(await outbox.deliver()).toMatchObject({ postponed: 1, dead: 0 });
      expect(tried).toHaveLength(index + 1);
      clock.advance(pause - 1);
      expect(await outbox.deliver()).toMatchObject({ claimed: 0 });
      clock.advance(1);
    }
    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 0, postponed: 0, dead: 1 });
    expect(tried).toHaveLength(MAX_TRIES);
    expect(tried.slice(1).map(({ at }, index) => at - tried[index].at)).toEqual(PAUSES);
    expect(new Set(tried.map(({ messageId }) => messageId)).size).toBe(1);
    clock.advance(30 * 24 * 3_600_000);
    expect(await outbox.deliver()).toMatchObject({ claimed: 0 });
    const row = await only();
    expect(row).toMatchObject({ state: 'dead', attempts: 8, error: '451 later' });
    expect(await outbox.counts()).toEqual({ pending: 0, dead: 1 });

    expect(await outbox.retry('nobody')).toBe(false);
    expect(await outbox.retry(row.documentId)).toBe(true);
    expect(await outbox.retry(row.documentId)).toBe(false);
    const working = outboxWith();
    expect(await working.deliver()).toMatchObject({ sent: 1 });
    expect(server.taken[0].mail.messageId).toBe(tried[0].messageId);
    expect(await working.retry(row.documentId)).toBe(false);
  });

  test('a claim whose process ended is due again after its lease, under the same Message-ID', async () => {
    const seen: string[] = [];
    let dying!: () => void;
    // The process "ends" on the wire: its promise stays open until the test is over.
    const ended = outboxWith([
      acting(({ messageId }) => {
        seen.push(messageId);
        return new Promise<void>((resolve) => {
          dying = resolve;
        });
      }),
    ]);
    const next = outboxWith([acting(({ messageId }) => void seen.push(messageId))]);
    await enqueue(ended, mail('a'));
    const lost = ended.deliver();
    while (seen.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    clock.advance(LEASE - 1);
    expect(await next.deliver()).toMatchObject({ claimed: 0 });
    clock.advance(1);
    expect(await next.deliver()).toMatchObject({ claimed: 1, sent: 1 });
    expect(seen).toHaveLength(2);
    expect(seen[0]).toBe(seen[1]);
    dying();
    await lost;
    expect(await only()).toMatchObject({ state: 'sent', attempts: 2 });
  });

  test('a late failure does not take back what another has sent', async () => {
    let fail!: (error: Error) => void;
    const slow = outboxWith([acting(() => new Promise<void>((_, reject) => (fail = reject)))]);
    const quick = outboxWith([acting(() => undefined)]);
    await enqueue(slow, mail('a'));
    const late = slow.deliver();
    while (!fail) await new Promise((resolve) => setTimeout(resolve, 5));
    clock.advance(LEASE);
    expect(await quick.deliver()).toMatchObject({ sent: 1 });
    fail(new Error('too late'));
    await late;
    expect(await only()).toMatchObject({ state: 'sent', error: null });
  });

  test('a sweep that took long does not send what another sent meanwhile', async () => {
    const seen: string[] = [];
    let proceed!: () => void;
    const slow = createOutbox({
      strapi,
      rows,
      clock,
      channels: [
        acting(({ subject }) => {
          seen.push(`slow ${subject}`);
          return new Promise<void>((resolve) => (proceed = resolve));
        }),
      ],
      settings: { parallel: 1 },
    });
    const quick = outboxWith([acting(({ subject }) => void seen.push(`quick ${subject}`))]);
    await enqueue(slow, mail('a', { subject: '1' }), mail('b', { subject: '2' }));
    const late = slow.deliver();
    while (!proceed) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await quick.deliver()).toMatchObject({ sent: 1 });
    clock.advance(LEASE * 2);
    proceed();
    expect(await late).toMatchObject({ claimed: 1, sent: 1 });
    expect(seen).toEqual(['slow 1', 'quick 2']);
  });

  test('a secret of the channel is not kept with the error', async () => {
    const outbox = outboxWith([
      {
        name: 'mail',
        secrets: () => ['s3cret'],
        send: () => Promise.reject(new Error('535 bad login desk s3cret')),
      },
    ]);
    await enqueue(outbox, mail('a'));
    await outbox.deliver();
    expect((await only()).error).toBe('535 bad login desk ***');
  });

  test('a process that ends in every try leaves a dead message, not an endless one', async () => {
    const outbox = outboxWith([acting(() => undefined)]);
    await enqueue(outbox, mail('a'));
    await strapi.db
      .connection(rows.table(OUTBOX_UID).name)
      .update(
        rows.toColumns(OUTBOX_UID, { state: 'sending', attempts: 8, claimedBy: 'gone', nextAttemptAt: clock.now() })
      );
    expect(await outbox.deliver()).toEqual({ claimed: 1, sent: 0, postponed: 0, dead: 1 });
    expect(await only()).toMatchObject({ state: 'dead', attempts: 8 });
  });

  test('a claim is renewed while the mail server takes its time', async () => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'queueMicrotask', 'Date', 'performance', 'hrtime'],
    });
    let finish!: () => void;
    const slow = outboxWith([acting(() => new Promise<void>((resolve) => (finish = resolve)))]);
    const other = outboxWith([acting(() => undefined)]);
    try {
      await enqueue(slow, mail('a'));
      const delivery = slow.deliver();
      while (!finish) await new Promise((resolve) => setTimeout(resolve, 5));
      for (let round = 0; round < 8; round += 1) {
        const { nextAttemptAt } = await only();
        clock.advance(LEASE / 4);
        jest.advanceTimersByTime(LEASE / 4);
        while ((await only()).nextAttemptAt?.valueOf() === (nextAttemptAt as Date).valueOf()) {
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
        expect(await other.deliver()).toMatchObject({ claimed: 0 });
      }
      finish();
      expect(await delivery).toMatchObject({ sent: 1 });
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  test('a channel that is not there makes a dead message and stops no action', async () => {
    const outbox = outboxWith([]);
    await enqueue(outbox, mail('a'));
    expect(await only()).toMatchObject({ state: 'dead', reason: 'no_channel', error: 'no such channel' });
  });

  test('at most the limit, oldest first', async () => {
    const order: string[] = [];
    const outbox = createOutbox({
      strapi,
      rows,
      clock,
      channels: [acting(({ subject }) => void order.push(subject))],
      settings: { parallel: 1 },
    });
    for (const subject of ['1', '2', '3']) {
      await enqueue(outbox, mail(subject, { subject }));
      clock.advance(1000);
    }
    expect(await outbox.deliver({ limit: 2 })).toMatchObject({ sent: 2 });
    expect(order).toEqual(['1', '2']);
  });

  test('what is due is found in the index, however much was sent', async () => {
    const outbox = outboxWith();
    const table = rows.table(OUTBOX_UID).name;
    await enqueue(outbox, ...Array.from({ length: 100 }, (_, n) => mail(`old${n}`)));
    const [template] = await strapi.db.connection(table).limit(1);
    for (let n = 0; n < 20_000; n += 400) {
      await strapi.db.connection(table).insert(
        Array.from({ length: 400 }, (_, each) => ({
          ...template,
          id: undefined,
          key: `s${n + each}`,
          state: 'sent',
        })).map(({ id, ...rest }) => rest)
      );
    }
    const postgres = strapi.db.dialect.client === 'postgres';
    if (postgres) await strapi.db.connection.raw(`analyze ${table}`);

    const statements: { sql: string; bindings: unknown[] }[] = [];
    const listen = (query: { sql: string; bindings: unknown[] }) => statements.push(query);
    strapi.db.connection.on('query', listen);
    await outbox.deliver({ limit: 1 });
    strapi.db.connection.removeListener('query', listen);

    const select = statements.find(({ sql }) => sql.startsWith('select'))!;
    const plan = postgres
      ? await strapi.db.connection.raw(`explain ${select.sql.replace(/\$\d+/g, '?')}`, select.bindings as never)
      : await strapi.db.connection.raw(`explain query plan ${select.sql}`, select.bindings as never);
    const text = JSON.stringify(postgres ? plan.rows : plan);
    expect(text).toContain('pd_outbox_due');
    expect(text).not.toMatch(/Seq Scan|SCAN pd_outbox/);
  });
});

describe('as files', () => {
  test('a mail becomes one .eml file that mail programs read', async () => {
    const outbox = outboxWith([createMailChannel(strapi, { mail: 'files' })]);
    await enqueue(outbox, mail('a'));
    const { messageId, documentId } = await only();
    expect(await outbox.deliver()).toMatchObject({ sent: 1 });

    const folder = path.join(app.root, '.tmp', 'outbox');
    expect(await readdir(folder)).toEqual([`${documentId}@sunshine.example.eml`]);
    const file = path.join(folder, `${documentId}@sunshine.example.eml`);
    const read = await simpleParser(await readFile(file));
    expect(read).toMatchObject({ messageId, subject: '维修已派工：WX-20261123-0001', date: START, html: false });
    expect(read.text?.trimEnd()).toBe(BODY);
    expect(read.to).toMatchObject({ text: 'li@example.org' });
    expect(read.from?.text).toBe('desk@sunshine.example');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect((await stat(folder)).mode & 0o077).toBe(0);

    // The process ended between the file and the mark: the repeat is the same file.
    const before = await readFile(file);
    await strapi.db
      .connection(rows.table(OUTBOX_UID).name)
      .update(rows.toColumns(OUTBOX_UID, { state: 'sending', nextAttemptAt: clock.now() }));
    expect(await outbox.deliver()).toMatchObject({ sent: 1 });
    expect(await readdir(folder)).toHaveLength(1);
    expect(await readFile(file)).toEqual(before);
    expect(server.taken).toHaveLength(0);
  });

  test('a folder that cannot be written is an error like any other', async () => {
    const broken = createMailChannel(
      Object.create(strapi, { dirs: { value: { app: { root: path.join(app.root, 'package.json') } } } }) as Core.Strapi,
      { mail: 'files' }
    );
    const outbox = outboxWith([broken]);
    await enqueue(outbox, mail('a'));
    expect(await outbox.deliver()).toMatchObject({ postponed: 1 });
    expect((await only()).error).toContain('ENOTDIR');
  });
});
