import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runFolder } from '@harness';
import type { FileSettings } from '../store';

interface Server {
  run(): Promise<{ port: number }>;
  close(): Promise<void>;
  httpServer: { closeAllConnections(): void };
}

const BUCKET = 'desk';
/** What the server puts behind the name of an object on its own disk. */
const OBJECT = '._S3rver_object';

/** A real S3 server in this process, on 127.0.0.1, with one empty bucket. */
export const startS3 = async () => {
  // It brings no types along.
  const S3rver = createRequire(__filename)('s3rver') as new (options: object) => Server;
  const directory = mkdtempSync(path.join(runFolder(), 's3-'));
  const options = { address: '127.0.0.1', silent: true, directory, configureBuckets: [{ name: BUCKET }] };
  const server = new S3rver({ ...options, port: 0 });
  const { port } = await server.run();
  const settings: FileSettings = {
    provider: 's3',
    bucket: BUCKET,
    prefix: 'private/',
    endpoint: `http://127.0.0.1:${port}`,
    // The server's only account.
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
  };
  const root = path.join(directory, BUCKET, 'private');
  const at = (name: string) => path.join(root, `${name}${OBJECT}`);
  return {
    settings,
    names: (): string[] =>
      (readdirSync(path.join(directory, BUCKET), { recursive: true }) as string[])
        .filter((name) => name.endsWith(OBJECT))
        .map((name) => path.relative('private', name).slice(0, -OBJECT.length)),
    read: (name: string) => readFileSync(at(name)),
    write: (name: string, content: Buffer) => {
      writeFileSync(at(name), content);
      // The server checks a content against what it noted of it.
      rmSync(path.join(root, `${name}._S3rver_object.md5`), { force: true });
    },
    remove: (name: string) => {
      for (const file of readdirSync(path.dirname(at(name))))
        if (file.startsWith(path.basename(name))) rmSync(path.join(path.dirname(at(name)), file));
    },
    async stop() {
      server.httpServer.closeAllConnections();
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};
