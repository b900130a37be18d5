// npm run demo:seed: fills an empty database with the demo community 阳光花园.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT } from './lib/root.mjs';
import { Failure, main } from './lib/run.mjs';

main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();
  const { addMissingSecrets } = await import('./lib/env-file.mjs');
  const { buildHost, buildServer } = await import('./lib/build.mjs');
  const { present, seed } = await import('./lib/demo/seed.mjs');

  const password = process.env.DEMO_PASSWORD || `Demo-${randomBytes(9).toString('base64url')}-1a`;
  checkPassword(password);
  addMissingSecrets();
  await buildServer();
  await buildHost();

  process.chdir(ROOT);
  process.env.TZ = 'UTC';
  process.env.STRAPI_TELEMETRY_DISABLED = 'true';
  const started = performance.now();
  // Strapi as an ES module does not load under plain Node.
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({ appDir: ROOT, distDir: path.join(ROOT, 'dist'), serveAdminPanel: false });
  strapi.log.level = 'error';
  const file = freshFile(strapi);

  let made;
  try {
    await strapi.load();
    // The stories keep the clock's rounds themselves, in their own time.
    for (const round of ['clock', 'outbox', 'work']) strapi.cron.remove(`property-desk-${round}`);
    const found = await present(strapi);
    if (found === 'demo') {
      console.log('演示数据已存在，未作任何改动。\nThe demo data is there already; nothing was changed.');
      return 0;
    }
    refuse(found);
    if (strapi.db.dialect.client === 'sqlite')
      await strapi.db.connection.raw(`PRAGMA synchronous = ${file ? 'OFF' : 'NORMAL'}`);
    made = await seed(strapi, { password });
  } finally {
    await strapi.destroy();
    if (file && !made) remove(file.draft);
  }
  if (file) keep(file);
  report(made, password, (performance.now() - started) / 1000);
  return 0;
});

/** Strapi lets nobody log in with less. */
function checkPassword(password) {
  if ([/.{8}/, /[a-z]/, /[A-Z]/, /\d/].every((demand) => demand.test(password)) && Buffer.byteLength(password) <= 72)
    return;
  throw new Failure(
    'DEMO_PASSWORD 至少 8 位，须含大写字母、小写字母和数字，不超过 72 字节。\n' +
      'DEMO_PASSWORD needs at least 8 characters with an upper-case letter, a lower-case letter and a digit, and at most 72 bytes.'
  );
}

function refuse(found) {
  if (found === 'others')
    throw new Failure(
      '此数据库中已有小区，演示数据只写入空库；未作任何改动。\n' +
        'This database has communities already. The demo goes into an empty database only; nothing was changed.'
    );
  if (found === 'broken')
    throw new Failure(
      '上一次写入演示数据未完成。请删除该数据库（SQLite 默认为 .tmp/data.db）后重试。\n' +
        'An earlier run ended before the demo was complete. Remove the database (SQLite: .tmp/data.db by default) and run again.'
    );
}

/** A SQLite database that does not exist yet is made under another name first: it appears whole or not at all. */
function freshFile(strapi) {
  const { client, connection } = strapi.config.get('database.connection');
  if (client !== 'sqlite' || fs.existsSync(connection.filename)) return null;
  const file = { name: connection.filename, draft: `${connection.filename}.seeding` };
  fs.mkdirSync(path.dirname(file.name), { recursive: true });
  remove(file.draft);
  strapi.config.set('database.connection.connection.filename', file.draft);
  return file;
}

const remove = (name) => ['', '-wal', '-shm'].forEach((end) => fs.rmSync(name + end, { force: true }));

function keep({ name, draft }) {
  // Closing the last connection has folded the write-ahead log into the file; now it must be on the disk.
  const written = fs.openSync(draft, 'r+');
  fs.fsyncSync(written);
  fs.closeSync(written);
  fs.renameSync(draft, name);
  remove(draft);
}

function report(
  {
    households,
    residents,
    staff,
    events,
    tickets,
    inquiries,
    complaints,
    notices,
    noticeReads,
    loans,
    imports,
    exports: taken,
    looks,
    preventiveActions,
    caseStudies,
    documents,
    actionItems,
    obligations,
    messages,
  },
  password,
  seconds
) {
  const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0);
  const list = (counts) =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ');
  console.log(
    [
      '',
      `阳光花园演示数据已写入，用时 ${seconds.toFixed(0)} 秒 · The demo community is ready`,
      `  住户 households   ${households} (${residents} 人 residents), 员工 staff ${staff}`,
      `  工单 tickets      ${sum(tickets)}: ${list(tickets)}`,
      `  咨询 inquiries    ${sum(inquiries)}: ${list(inquiries)}`,
      `  投诉 complaints   ${sum(complaints)}: ${list(complaints)}`,
      `  公告 notices      ${sum(notices)}: ${list(notices)}, 已读 read ${noticeReads}`,
      `  整改 prevention   ${sum(preventiveActions)}: ${list(preventiveActions)}`,
      `  借阅 loans        ${sum(loans)}: ${list(loans)}`,
      `  导入 imports      ${sum(imports)}, 导出 exports ${sum(taken)}, 查阅 looks ${sum(looks)}: ${list(looks)}`,
      `  案例 case studies ${sum(caseStudies)}: ${list(caseStudies)}`,
      `  文件 documents    ${sum(documents)}: ${list(documents)}; 会议事项 action items ${sum(actionItems)}: ${list(actionItems)}`,
      `  责任 obligations  ${sum(obligations)}: ${list(obligations)}`,
      `  事件 events       ${events}, 消息 messages ${list(messages)}`,
      '',
      '  账号 Accounts     admin@ manager@ supervisor@ specialist@ specialist2@ receptionist@ engineer@ engineer2@demo.local',
      '  业主 Residents    resident1@ resident2@demo.local',
      process.env.DEMO_PASSWORD
        ? '  密码 Password     DEMO_PASSWORD'
        : `  密码 Password     ${password}\n                    只显示这一次，请记下 · shown this once, note it down`,
      '',
    ].join('\n')
  );
}
