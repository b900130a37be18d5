import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createConfidential, parseKeyring, SealBroken } from '../confidential/confidential';
import { freshKeys } from '../confidential/testing/fresh-keys';
import { startToyApp } from '../confidential/testing/toy-app';
import { createFiles, type Files } from './files';
import { JPEG, PDF, PNG } from './testing/samples';

type Loose = Record<string, any>;
const actor = { kind: 'staff', name: 'Wu' };
const env = freshKeys('2026a');
const next = { ...freshKeys('2027a'), PROPERTY_DESK_HASH_KEY: env.PROPERTY_DESK_HASH_KEY };
const both = { ...next, PROPERTY_DESK_KEYS: `${next.PROPERTY_DESK_KEYS},${env.PROPERTY_DESK_KEYS}` };

let app: Awaited<ReturnType<typeof startToyApp>>;
let files: Files;

const assemble = (keys: Record<string, string> = env) => {
  const confidential = createConfidential({ ...app, keyring: parseKeyring(keys), fields: {} });
  return createFiles({ ...app, confidential, directory: 'private/files', limits: { count: 3, size: 4096 } });
};
const root = () => path.join(app.appDir, 'private/files');
const onDisk = (): string[] =>
  (readdirSync(root(), { recursive: true }) as string[]).filter((name) => statSync(path.join(root(), name)).isFile());
const log = (): Promise<Loose[]> => app.strapi.db.connection('pd_access_log').orderBy('id');

const put = async (store: Files, caseDocumentId: string, ...incoming: { name: string; buffer: Buffer }[]) => {
  const stored = await store.store(caseDocumentId, incoming);
  const on = { caseType: 'toy', caseDocumentId, action: 'attach' };
  await app.strapi.db.transaction(({ trx }) => store.record(trx, stored, on, actor, new Date('2026-11-23T08:00:00Z')));
  return stored;
};

beforeAll(async () => {
  app = await startToyApp();
  files = assemble();
});
afterAll(() => app?.stop());

test('a file is kept encrypted, listed, and read with a line on the log', async () => {
  const [{ documentId }] = await put(files, 'case1', { name: '../漏水.exe', buffer: JPEG });

  const [name] = onDisk();
  expect(name).toMatch(/^\d{4}\/case1\/[a-z0-9]+\.2026a$/);
  const kept = readFileSync(path.join(root(), name));
  expect(kept.includes(JPEG.subarray(0, 8))).toBe(false);

  expect(await files.list('case1')).toEqual([
    {
      documentId,
      name: '漏水.jpg',
      mime: 'image/jpeg',
      size: JPEG.length,
      at: '2026-11-23T08:00:00.000Z',
      by: 'Wu',
      action: 'attach',
    },
  ]);
  expect(await log()).toHaveLength(0);
  const read = await files.read({ documentId, caseDocumentId: 'case1', actor });
  expect(read).toEqual({ buffer: JPEG, name: '漏水.jpg', mime: 'image/jpeg' });
  expect(await log()).toMatchObject([
    { kind: 'file', record_type: 'toy', record_document_id: 'case1', field: documentId, actor_name: 'Wu' },
  ]);
});

test('another case’s file, and an unknown one, are null and not logged', async () => {
  const [{ documentId }] = await put(files, 'case2', { name: 'a.png', buffer: PNG });
  const before = (await log()).length;
  expect(await files.read({ documentId, caseDocumentId: 'case1', actor })).toBeNull();
  expect(await files.read({ documentId: 'unknown', caseDocumentId: 'case2', actor })).toBeNull();
  expect(await log()).toHaveLength(before);
  expect(await files.list('case3')).toEqual([]);
});

test.each([
  ['none', [], 'error.noFiles'],
  ['an empty one', [{ name: 'a.jpg', buffer: Buffer.alloc(0) }], 'error.emptyFile'],
  ['a script called a photo', [{ name: 'a.jpg', buffer: Buffer.from('<script>alert(1)</script>') }], 'error.fileType'],
  ['one too large', [{ name: 'a.pdf', buffer: Buffer.concat([PDF, Buffer.alloc(4096)]) }], 'error.fileTooLarge'],
  ['too many', Array.from({ length: 4 }, () => ({ name: 'a.jpg', buffer: JPEG })), 'error.tooManyFiles'],
  [
    'a good one beside a bad one',
    [
      { name: 'a.jpg', buffer: JPEG },
      { name: 'b.jpg', buffer: Buffer.from('b') },
    ],
    'error.fileType',
  ],
])('%s: refused by name, nothing stored', async (_, incoming, key) => {
  const before = onDisk();
  const refusal: Loose = await files.store('case4', incoming).catch((error: Error) => error);
  expect(refusal.name).toBe('ValidationError');
  expect(refusal.details.errors[0]).toMatchObject({ path: ['files'], key });
  expect(onDisk()).toEqual(before);
});

test('a case takes no more than its limit in all', async () => {
  await put(files, 'case5', { name: '1.jpg', buffer: JPEG }, { name: '2.jpg', buffer: JPEG });
  await expect(
    put(files, 'case5', { name: '3.jpg', buffer: JPEG }, { name: '4.jpg', buffer: JPEG })
  ).rejects.toMatchObject({
    name: 'ValidationError',
  });
  expect(await files.list('case5')).toHaveLength(2);
});

test('a content put in another’s place does not open', async () => {
  const [one, two] = await put(files, 'case6', { name: '1.jpg', buffer: JPEG }, { name: '2.png', buffer: PNG });
  writeFileSync(path.join(root(), one.storedAs), readFileSync(path.join(root(), two.storedAs)));
  const before = (await log()).length;
  await expect(files.read({ documentId: one.documentId, caseDocumentId: 'case6', actor })).rejects.toThrow(SealBroken);
  expect(await log()).toHaveLength(before);
});

test('a file whose content is gone is null', async () => {
  const [file] = await put(files, 'case7', { name: '1.jpg', buffer: JPEG });
  rmSync(path.join(root(), file.storedAs));
  expect(await files.read({ documentId: file.documentId, caseDocumentId: 'case7', actor })).toBeNull();
});

test('rotation puts contents under the new key, and the old key may go', async () => {
  await app.strapi.db.connection('pd_case_files').delete();
  const [one, two] = await put(files, 'case8', { name: '1.jpg', buffer: JPEG }, { name: '2.pdf', buffer: PDF });
  expect(await assemble(both).rotate({ batch: 1 })).toEqual({ moved: 2, broken: 0 });
  expect(await assemble(both).rotate()).toEqual({ moved: 0, broken: 0 });
  const renewed = assemble(next);
  expect((await renewed.read({ documentId: two.documentId, caseDocumentId: 'case8', actor }))?.buffer).toEqual(PDF);
  expect(onDisk()).not.toContain(one.storedAs);

  await put(files, 'case9', { name: '1.jpg', buffer: JPEG });
  expect(await renewed.rotate()).toEqual({ moved: 0, broken: 1 });
});
