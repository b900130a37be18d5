// npm run test:postgres [-- jest's arguments]: the tests that boot a desk, on a real PostgreSQL started for them.
import { ensureInstalled } from './lib/install.mjs';
import { integrationTests, jest } from './lib/jest.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { main } from './lib/run.mjs';

main(async () => {
  await ensureInstalled();
  const postgres = await startPostgres();
  const stop = () => postgres.stop();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void stop());
  try {
    const wanted = process.argv.slice(2);
    const named = wanted.some((argument) => !argument.startsWith('-'));
    return await jest([...wanted, ...(named ? [] : ['--runTestsByPath', ...integrationTests()])], {
      TEST_DATABASE: 'postgres',
      TEST_PG_HOST: postgres.host,
      TEST_PG_PORT: String(postgres.port),
      TEST_PG_USER: postgres.user,
      TEST_PG_PASSWORD: postgres.password,
    });
  } finally {
    await stop();
  }
});
