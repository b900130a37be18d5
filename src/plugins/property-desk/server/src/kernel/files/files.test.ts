import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createConfidential, parseKeyring, SealBroken } from '../confidential/confidential';
import { freshKeys } from '../confidential/testing/fresh-keys';
import { startToyApp } from '../confidential/testing/toy-app';
import { createFiles, type Files } from './files';
import { checkFileSettings, StoreUnavailable, type FileSettings } from './store';
import { startS3 } from './testing/s3-server';
import { JPEG, PDF, PNG } from './testing/samples';

type Loose = Record<string, any>;
const nothing = { moved: 0, missed: 0, broken: 0, missing: 0 };
const actor = { kind: 'staff', name: 'Wu' };
const env = freshKeys('2026a');
const next = { ...freshKeys('2027a'), PROPERTY_DESK_HASH_KEY: env.PROPERTY_DESK_HASH_KEY };
const both = { ...next, PROPERTY_DESK_KEYS: `${next.PROPERTY_DESK_KEYS},${env.PROPERTY_DESK_KEYS}` };

let app: Awaited<ReturnType<typeof startToyApp>>;
let files: Files;

/** The contents of a store as its own disk holds them. */
interface Disk {
  settings: FileSettings;
  names(): string[];
  read(name: string): Buffer;
  write(name: string, content: Buffer): void;
  remove(name: string): void;
  stop(): Promise<void>;
}

const directoryDisk = async (): Promise<Disk> => {
  const root = path.join(app.appDir, 'private/files');
  const at = (name: string) => path.join(root, name);
  return {
    settings: { provider: 'directory' },
    names: () => (readdirSync(root, { recursive: true }) as string[]).filter((name) => statSync(at(name)).isFile()),
    read: (name) => readFileSync(at(name)),
    write: (name, content) => writeFileSync(at(name), content),
    remove: (name) => rmSync(at(name)),
    stop: async () => undefined,
  };
};

let disk: Disk;
const assemble = (keys: Record<string, string> = env, settings: FileSettings = disk.settings) => {
  const confidential = createConfidential({ ...app, keyring: parseKeyring(keys), fields: {} });
  const limits = { count: 3, size: 4096 };
  return createFiles({ ...app, confidential, directory: 'private/files', settings, limits });
};
const onDisk = (): string[] => disk.names();
const log = (): Promise<Loose[]> => app.strapi.db.connection('pd_access_log').orderBy('id');

const put = async (store: Files, caseDocumentId: string, ...incoming: { name: string; buffer: Buffer }[]) => {
  const stored = await store.store(caseDocumentId, incoming);
  const on = { caseType: 'toy', caseDocumentId, action: 'attach' };
  await app.strapi.db.transaction(({ trx }) => store.record(trx, stored, on, actor, new Date('2026-11-23T08:00:00Z')));
  return stored;
};

beforeAll(async () => {
  app = await startToyApp();
});
afterAll(() => app?.stop());

describe.each([
  ['a directory', directoryDisk],
  ['a bucket', startS3 as () => Promise<Disk>],
])('in %s', (_where, start) => {
  beforeAll(async () => {
    disk = await start();
    files = assemble();
  });
  afterAll(() => disk?.stop());
  beforeEach(() => app.strapi.db.connection('pd_access_log').delete());

  test('a file is kept encrypted, listed, and read with a line on the log', async () => {
    const [{ documentId }] = await put(files, 'case1', { name: '../漏水.exe', buffer: JPEG });

    const [name] = onDisk();
    expect(name).toMatch(/^\d{4}\/case1\/[a-z0-9]+\.2026a$/);
    const kept = disk.read(name);
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
    [
      'a script called a photo',
      [{ name: 'a.jpg', buffer: Buffer.from('<script>alert(1)</script>') }],
      'error.fileType',
    ],
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
    disk.write(one.storedAs, disk.read(two.storedAs));
    const before = (await log()).length;
    await expect(files.read({ documentId: one.documentId, caseDocumentId: 'case6', actor })).rejects.toThrow(
      SealBroken
    );
    expect(await log()).toHaveLength(before);
  });

  test('a file whose content is gone is null', async () => {
    const [file] = await put(files, 'case7', { name: '1.jpg', buffer: JPEG });
    disk.remove(file.storedAs);
    expect(await files.read({ documentId: file.documentId, caseDocumentId: 'case7', actor })).toBeNull();
  });

  test('rotation puts contents under the new key, and the old key may go', async () => {
    await app.strapi.db.connection('pd_case_files').delete();
    const [one, two] = await put(files, 'case8', { name: '1.jpg', buffer: JPEG }, { name: '2.pdf', buffer: PDF });
    expect(await assemble(both).rotate({ batch: 1 })).toEqual({ ...nothing, moved: 2 });
    expect(await assemble(both).rotate()).toEqual(nothing);
    const renewed = assemble(next);
    expect((await renewed.read({ documentId: two.documentId, caseDocumentId: 'case8', actor }))?.buffer).toEqual(PDF);
    expect(onDisk()).not.toContain(one.storedAs);

    await put(files, 'case9', { name: '1.jpg', buffer: JPEG });
    expect(await renewed.rotate()).toEqual({ ...nothing, broken: 1 });
  });
});

describe('a store that cannot be reached', () => {
  const gone: FileSettings = {
    provider: 's3',
    bucket: 'desk',
    endpoint: 'http://127.0.0.1:9',
    accessKeyId: 'a',
    secretAccessKey: 'b',
    forcePathStyle: true,
  };

  test('is told in words, and keeps neither a start nor a rotation from telling the truth', async () => {
    const away = assemble(env, gone);
    const here = assemble(env, { provider: 'directory' });
    await app.strapi.db.connection('pd_case_files').delete();
    const [{ documentId }] = await put(here, 'case10', { name: '1.jpg', buffer: JPEG });
    await expect(away.store('case10', [{ name: '1.jpg', buffer: JPEG }])).rejects.toThrow(StoreUnavailable);
    await expect(away.read({ documentId, caseDocumentId: 'case10', actor })).rejects.toThrow(/暂时连不上/);
    await expect(away.probe()).resolves.toBeUndefined();
    await expect(assemble(both, gone).rotate()).rejects.toThrow(StoreUnavailable);
    expect(await here.countUnder('2026a')).toBe(1);
  });
});

describe('a setting that cannot work is refused at the start', () => {
  const good = { provider: 's3', bucket: 'desk', endpoint: 'https://s3.example.test' };
  test.each([
    ['another provider', { provider: 'ftp' }, /neither "directory" nor "s3"/],
    ['none', undefined, /neither "directory" nor "s3"/],
    ['no bucket', { ...good, bucket: undefined }, /names no bucket/],
    ['a bucket’s name that is none', { ...good, bucket: 'Desk!' }, /names no bucket/],
    ['an endpoint without a protocol', { ...good, endpoint: 's3.example.test' }, /no http or https address/],
    ['half of the credentials', { ...good, accessKeyId: 'a' }, /without the other/],
  ])('%s', (_what, settings, message) => {
    expect(() => checkFileSettings(settings as never)).toThrow(message);
    expect(() => checkFileSettings(good as never)).not.toThrow();
  });
});
