import { createRequire } from 'node:module';
import path from 'node:path';
import { errors } from '@strapi/utils';
import { FileStorage, isFileWasNotFound, UnableToReadFile } from '@flystorage/file-storage';
import { LocalStorageAdapter } from '@flystorage/local-fs';
import { say } from '../../../../contracts';
import type { RefusalDetails } from '../errors';

/** Where private files lie: in a directory, or in a bucket of any storage that speaks S3. */
export type FileSettings =
  | { provider: 'directory' }
  | {
      provider: 's3';
      bucket: string;
      /** Default `us-east-1`, which storages without regions take. */
      region?: string;
      /** Address of a storage that is not Amazon's, e.g. `https://oss-cn-shanghai.aliyuncs.com`. */
      endpoint?: string;
      /** Put before every name, e.g. `desk/`. */
      prefix?: string;
      /** Without both, the machine's own credentials are used. */
      accessKeyId?: string;
      secretAccessKey?: string;
      /** `https://host/bucket/name` instead of `https://bucket.host/name`, as MinIO and others want it. */
      forcePathStyle?: boolean;
    };

/** Milliseconds to reach the storage, and to hear from it. */
const CONNECT = 5000;
const ANSWER = 30_000;

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const refuse = (what: string): never => {
  throw new Error(`property-desk: the setting "files" ${what}`);
};

const isAddress = (text: string): boolean => {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** @throws Error that says what is wrong with the setting, so that a site does not start with it */
export const checkFileSettings = (settings: FileSettings): void => {
  if (settings?.provider === 'directory') return;
  if (settings?.provider !== 's3') refuse('has a provider that is neither "directory" nor "s3"');
  const { bucket, endpoint, accessKeyId, secretAccessKey } = settings as Extract<FileSettings, { provider: 's3' }>;
  if (typeof bucket !== 'string' || !BUCKET.test(bucket))
    refuse('names no bucket (3 to 63 small letters, digits, dots and hyphens)');
  if (endpoint && !isAddress(endpoint)) refuse('has an endpoint that is no http or https address');
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey))
    refuse('has one of accessKeyId and secretAccessKey without the other');
};

/** The store did not answer, or refused: nothing was lost, and it is worth trying again. */
export class StoreUnavailable extends errors.ApplicationError<string, string, RefusalDetails> {
  constructor(cause: unknown) {
    super(say('zh-Hans', 'error.storeUnavailable'), { key: 'error.storeUnavailable', params: {} });
    this.name = 'StoreUnavailable';
    this.cause = cause;
  }
}

/** The storage library's S3 part is large and loaded where it is used only. */
const openS3 = (settings: Extract<FileSettings, { provider: 's3' }>): FileStorage => {
  const load = createRequire(typeof __filename === 'string' ? __filename : path.join(process.cwd(), 'site.js'));
  const { AwsS3StorageAdapter } = load('@flystorage/aws-s3') as typeof import('@flystorage/aws-s3');
  const { S3Client } = load('@aws-sdk/client-s3') as typeof import('@aws-sdk/client-s3');
  const { bucket, prefix, region = 'us-east-1', endpoint, accessKeyId, secretAccessKey, forcePathStyle } = settings;
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint }),
    forcePathStyle: forcePathStyle ?? false,
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // Storages that are not Amazon's refuse the checksums that newer clients add unasked.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT, requestTimeout: ANSWER },
    maxAttempts: 2,
  });
  return new FileStorage(new AwsS3StorageAdapter(client, { bucket, prefix: prefix ?? '' }));
};

/** The private store: whole contents by name; `onFailure` hears of every call that failed. @throws StoreUnavailable from every call, where it cannot be reached */
export const createStore = (
  settings: FileSettings,
  directory: string,
  onFailure: (error: Error) => void = () => undefined
) => {
  let opened: FileStorage | null = null;
  const storage = () =>
    (opened ??= settings.provider === 's3' ? openS3(settings) : new FileStorage(new LocalStorageAdapter(directory)));

  const reaching = async <T>(work: (storage: FileStorage) => Promise<T>): Promise<T> => {
    try {
      return await work(storage());
    } catch (error) {
      onFailure(error as Error);
      throw new StoreUnavailable(error);
    }
  };

  return {
    // What is sealed looks like nothing: no use in sniffing at it.
    write: (name: string, content: Buffer): Promise<void> =>
      reaching((store) => store.write(name, content, { mimeType: 'application/octet-stream' })),

    /** The content, or null where there is none under this name. */
    read: (name: string): Promise<Buffer | null> =>
      reaching(async (store) => {
        if (!(await store.fileExists(name))) return null;
        try {
          return await store.readToBuffer(name);
        } catch (error) {
          if (isFileWasNotFound(error) || (error instanceof UnableToReadFile && error.wasFileNotFound)) return null;
          throw error;
        }
      }),

    remove: (name: string): Promise<void> => reaching((store) => store.deleteFile(name)),

    /** Whether it can be reached at all. */
    probe: (): Promise<boolean> => reaching((store) => store.fileExists('property-desk')),
  };
};

export type Store = ReturnType<typeof createStore>;
