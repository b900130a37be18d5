import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { bootDesk, runFolder, type Desk } from '@harness';
import fs from 'node:fs';
import type { Kernel } from '../../src/plugins/property-desk/server/src/kernel/kernel';
import { JPEG } from '../../src/plugins/property-desk/server/src/kernel/files/testing/samples';
import { bootWorld, type World } from '../../src/plugins/property-desk/server/src/testing/world';

const ROOT = path.resolve(__dirname, '../..');
const NUMBERS = ['13800000001', '13800000002', '13800000003', '13800000004', '13800000005'];

let world: World;
let desk: Desk;
let ticket: string;
let old: string;
const folder = fs.mkdtempSync(path.join(runFolder(), 'rotate-'));
const keys = (): Record<string, string> => ({
  PROPERTY_DESK_TEST_FOLDER: folder,
  PROPERTY_DESK_KEYS: `next:${randomBytes(32).toString('base64')},${process.env.PROPERTY_DESK_KEYS}`,
});
let env: Record<string, string>;

const kernel = (): Kernel => desk.kernel as Kernel;
const residents = (): Promise<Record<string, string>[]> => desk.strapi.db.connection('pd_residents').orderBy('id');
const under = async (key: string) =>
  (await residents()).filter(({ telephone }) => telephone.startsWith(`pdc1:${key}:`));

beforeAll(async () => {
  env = keys();
  [old] = (process.env.PROPERTY_DESK_KEYS as string).split(':');
  world = await bootWorld({ env: { PROPERTY_DESK_TEST_FOLDER: folder } });
  for (const telephone of NUMBERS)
    await world.create('resident', {
      name: telephone.slice(-1),
      household: world.household.documentId,
      kind: 'family',
      telephone,
      mail: `home${telephone}@example.test`,
    });
  const { receptionist } = world.staff;
  ticket = (
    await receptionist.client.post('/property-desk/tickets/actions/register').send({ input: world.call() }).expect(200)
  ).body.data.documentId;
  await receptionist.client.post(`/property-desk/tickets/${ticket}/files`).attach('files', JPEG, '1.jpg').expect(200);
  await world.desk.stop({ keepDatabase: true });
  // The new key stands in front, as the desk's every process has it from here on.
  desk = await bootDesk({ database: world.desk.database, env });
});
afterAll(() => desk?.stop());

/** Runs the command as an operator does, in the site's folder. */
const command = () =>
  new Promise<{ code: number | null; said: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['src/plugins/property-desk/bin/rotate-keys.mjs'], {
      cwd: ROOT,
      env: { ...process.env, ...desk.database.env, ...env },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, said }));
  });

it('reads what older keys have sealed, before anything is moved', async () => {
  expect(await under(old)).toHaveLength(NUMBERS.length);
  const [{ document_id: documentId, telephone }] = await residents();
  expect(kernel().confidential.open('plugin::property-desk.resident', documentId, 'telephone', telephone)).toBe(
    NUMBERS[0]
  );
});

it('may be stopped in between: what is moved stays moved, and all of it can be read', async () => {
  let steps = 0;
  await expect(
    kernel().rotateKeys({
      batch: 1,
      onProgress: () => {
        steps += 1;
        if (steps === 3) throw new Error('the lights went out');
      },
    })
  ).rejects.toThrow('the lights went out');
  const moved =
    (await under('next')).length +
    (await desk.strapi.db.connection('pd_residents').where('mail', 'like', 'pdc1:next:%')).length;
  expect(moved).toBeGreaterThan(0);
  expect((await under(old)).length).toBeGreaterThan(0);
  for (const [index, { document_id: documentId, telephone }] of (await residents()).entries())
    expect(kernel().confidential.open('plugin::property-desk.resident', documentId, 'telephone', telephone)).toBe(
      NUMBERS[index]
    );
});

it('goes on by the command, beside a desk that runs, and says that the old key may go', async () => {
  const { code, said } = await command();
  expect([code, said]).toEqual([0, expect.stringContaining(`Nothing is under key "${old}" any more`)]);
  expect(said).toMatch(/values: [1-9]\d* moved/);
  expect(said).toMatch(/files: 1 moved/);
  for (const number of NUMBERS) expect(said).not.toContain(number);
  expect(await under(old)).toEqual([]);
  expect(await kernel().confidential.find('plugin::property-desk.resident', 'telephone', NUMBERS[2])).toHaveLength(1);
  const again = await command();
  expect([again.code, again.said]).toEqual([0, expect.stringMatching(/values: 0 moved[^]*files: 0 moved/)]);
});

it('leaves a desk that works without the old key', async () => {
  await desk.stop({ keepDatabase: true });
  desk = await bootDesk({
    database: desk.database,
    env: { ...env, PROPERTY_DESK_KEYS: env.PROPERTY_DESK_KEYS.split(',')[0] },
  });
  const [{ document_id: documentId, telephone }] = await residents();
  expect(kernel().confidential.open('plugin::property-desk.resident', documentId, 'telephone', telephone)).toBe(
    NUMBERS[0]
  );
  const [{ documentId: file }] = await kernel().files.list(ticket);
  const read = await kernel().files.read({
    documentId: file,
    caseDocumentId: ticket,
    actor: { kind: 'system', name: 'test' },
  });
  expect(read?.buffer).toEqual(JPEG);
});

it('says what cannot be moved, and to keep its key', async () => {
  const lost = `pdc1:gone:${randomBytes(40).toString('base64url')}`;
  await desk.strapi.db.connection('pd_residents').where({ name: '1' }).update({ telephone: lost });
  const { code, said } = await command();
  expect([code, said]).toEqual([1, expect.stringMatching(/1 BROKEN/)]);
});
