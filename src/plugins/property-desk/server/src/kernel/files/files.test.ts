import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FileStorage } from '@flystorage/file-storage';
import type { Knex } from 'knex';
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

  describe('what is left behind', () => {
    const HOUR = 3_600_000;
    const { prototype } = FileStorage;
    const notes = (): Promise<Loose[]> => app.strapi.db.connection('pd_loose_files').orderBy('id');
    const inTransaction = <T>(work: (trx: Knex.Transaction) => Promise<T>) =>
      app.strapi.db.transaction(({ trx }) => work(trx as Knex.Transaction)) as Promise<T>;
    /** A process that is killed as soon as it wants to remove something. */
    const killed = async (work: () => Promise<unknown>) => {
      const remove = jest.spyOn(prototype, 'deleteFile').mockRejectedValue(new Error('killed'));
      await work().catch(() => undefined);
      remove.mockRestore();
    };
    const later = (milliseconds: number) => app.clock.advance(milliseconds);
    beforeEach(async () => {
      await app.strapi.db.connection('pd_case_files').delete();
      await app.strapi.db.connection('pd_loose_files').delete();
      for (const name of onDisk()) disk.remove(name);
    });

    test('by an upload that no case took goes after a day, and what cases took stays', async () => {
      const [kept] = await put(files, 'case11', { name: '1.jpg', buffer: JPEG });
      const [left] = await files.store('case11', [{ name: '2.pdf', buffer: PDF }]);
      await later(23 * HOUR);
      await files.tidy();
      expect(onDisk().sort()).toEqual([kept.storedAs, left.storedAs].sort());
      await later(2 * HOUR);
      await Promise.all([files.tidy(), files.tidy()]);
      expect(onDisk()).toEqual([kept.storedAs]);
      expect(await notes()).toEqual([]);
      expect((await files.read({ ...kept, actor }))?.buffer).toEqual(JPEG);
    });

    test('by a write that broke off in the middle goes with the next round', async () => {
      const { write: real } = prototype;
      const write = jest.spyOn(prototype, 'write').mockImplementationOnce(real).mockRejectedValue(new Error('full'));
      const two = [
        { name: '1.jpg', buffer: JPEG },
        { name: '2.pdf', buffer: PDF },
      ];
      await expect(files.store('case12', two)).rejects.toThrow(StoreUnavailable);
      write.mockRestore();
      expect(onDisk()).toHaveLength(1);
      await files.tidy();
      expect([onDisk(), await notes()]).toEqual([[], []]);
    });

    test('by a deletion goes soon after, and a store that fails is asked again an hour later', async () => {
      await put(files, 'case13', { name: '1.jpg', buffer: JPEG }, { name: '2.pdf', buffer: PDF });
      await killed(async () => files.drop(await inTransaction((trx) => files.forget(trx, 'case13'))));
      expect([onDisk().length, (await notes()).length]).toEqual([2, 2]);
      await later(6 * 60_000);
      // It stops at the first that the store will not remove.
      await killed(() => files.tidy());
      await files.tidy();
      expect(onDisk()).toHaveLength(1);
      await later(HOUR);
      await files.tidy();
      expect([onDisk(), await notes()]).toEqual([[], []]);
    });

    test('by a deletion that was taken back is nothing', async () => {
      const [file] = await put(files, 'case14', { name: '1.jpg', buffer: JPEG });
      await expect(
        inTransaction(async (trx) => {
          await files.take(trx, file.documentId, 'case14');
          throw new Error('taken back');
        })
      ).rejects.toThrow('taken back');
      await later(48 * HOUR);
      await files.tidy();
      expect((await files.read({ ...file, actor }))?.buffer).toEqual(JPEG);
    });

    test('by a rotation is the copy under the old key, or a new one that no row points to', async () => {
      const [file] = await put(files, 'case15', { name: '1.jpg', buffer: JPEG });
      await killed(() => assemble(both).rotate());
      expect(onDisk()).toHaveLength(2);
      await later(6 * 60_000);
      await files.tidy();
      expect(onDisk()).not.toContain(file.storedAs);
      expect((await assemble(next).read({ ...file, actor }))?.buffer).toEqual(JPEG);
      // Of two at once, the one that comes second takes its own copy away.
      await put(files, 'case16', { name: '1.jpg', buffer: JPEG });
      const two = await Promise.all([assemble(both).rotate(), assemble(both).rotate()]);
      expect(two.reduce((sum, { moved }) => sum + moved, 0)).toBe(1);
      expect([onDisk().length, await notes()]).toEqual([2, []]);
    });

    test('is never what a record names: too late to take it, too late to throw it away', async () => {
      const [late] = await files.store('case17', [{ name: '1.jpg', buffer: JPEG }]);
      await later(25 * HOUR);
      await files.tidy();
      const on = { caseType: 'toy', caseDocumentId: 'case17', action: 'attach' };
      await expect(inTransaction((trx) => files.record(trx, [late], on, actor))).rejects.toThrow(StoreUnavailable);
      expect(await files.list('case17')).toEqual([]);
      const taken = await put(files, 'case17', { name: '1.jpg', buffer: JPEG });
      await files.discard(taken);
      expect(onDisk()).toEqual([taken[0].storedAs]);
    });
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
