// npm run quickstart: from a fresh machine to a running desk with demo data.
import fs from 'node:fs';
import path from 'node:path';
import { ROOT } from './lib/root.mjs';
import { Failure, main, must, NPM } from './lib/run.mjs';

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(
    `Node.js 20 or newer is needed, this is ${process.version}.\n需要 Node.js 20 或更新版本,当前为 ${process.version}。`
  );
  process.exit(1);
}

/** The people of the demo community, as the seed makes them. */
const PEOPLE = [
  ['admin@demo.local', '超级管理员', 'super admin'],
  ['manager@demo.local', '项目经理', 'project manager'],
  ['supervisor@demo.local', '客服主管', 'supervisor'],
  ['specialist@demo.local', '客服专员', 'specialist'],
  ['receptionist@demo.local', '前台接待', 'receptionist'],
  ['engineer@demo.local', '工程维修', 'engineer'],
  ['engineer2@demo.local', '工程维修', 'engineer'],
];

main(async () => {
  const { ensureInstalled } = await import('./lib/install.mjs');
  await ensureInstalled();

  const { addMissingSecrets, readEnvFile } = await import('./lib/env-file.mjs');
  const { isFree } = await import('./lib/net.mjs');
  const { buildAll } = await import('./lib/build.mjs');
  const { startHost } = await import('./lib/server.mjs');

  const port = Number(process.env.PORT || readEnvFile().PORT || 1337);
  if (!(await isFree(port))) {
    throw new Failure(
      `Port ${port} is taken. Choose another: PORT=1338 npm run quickstart\n端口 ${port} 已被占用,请换一个:PORT=1338 npm run quickstart`
    );
  }

  const added = addMissingSecrets();
  if (added.length > 0) console.log(`.env: ${added.join(', ')}`);
  if (added.includes('PROPERTY_DESK_KEYS') && fs.existsSync(path.join(ROOT, '.tmp/data.db'))) {
    console.warn(
      'There is a database already, but its keys were not in .env: telephones sealed with the old keys cannot be read.\n' +
        '已有数据库,但 .env 中没有它的密钥:用旧密钥加密的电话将无法读取。'
    );
  }

  await buildAll();

  console.log('\n演示数据 Demo data');
  await must(NPM, ['run', '--silent', 'demo:seed'], { env: { NODE_ENV: 'production', TZ: 'UTC' } });

  let server = null;
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopping = true;
      void server?.stop();
    });
  }
  try {
    server = await startHost({ port });
  } catch (error) {
    // Ctrl-C reaches the server as well; it was not asked to come up any more.
    if (stopping) return 0;
    throw error;
  }
  if (stopping) await server.stop();
  else console.log(greeting(server.url));
  const code = await server.gone;
  return stopping ? 0 : code;
});

function greeting(url) {
  const password = process.env.DEMO_PASSWORD
    ? process.env.DEMO_PASSWORD
    : '见首次运行时的输出 (printed above on the first run)';
  return [
    '',
    '物业客服台已启动 · Property Desk is running',
    `  后台 Panel     ${url}/admin`,
    `  密码 Password  ${password}`,
    '  账号 Log in as',
    ...PEOPLE.map(([email, zh, en]) => `    ${email.padEnd(26)} ${zh} ${en}`),
    '  按 Ctrl-C 停止 · Ctrl-C stops it',
    '',
  ].join('\n');
}
