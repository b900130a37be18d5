import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock/clock';
import type { CaseDefinition } from '../workflow/define';
import type { Versions } from './versions';

/** Answers kept at most, by number and by bytes. */
const KEPT = { max: 5000, maxSize: 64 * 1024 * 1024 };

/** An answer ready to be sent, and for how long it is true. */
export interface Answer {
  body: Buffer;
  /** Strong: the same bytes, in whatever process, have the same. */
  etag: string;
  /** Version of the snapshot that it was read from. */
  version: number;
  /** The soonest moment at which time alone makes it untrue, by the kernel's clock; Infinity where none does. */
  validUntil: number;
}

/** What a room answers, before it is bytes. */
export interface Made {
  answer: unknown;
  /** When time alone changes it, e.g. because something on it runs out. */
  validUntil?: Date | null;
}

const etagOf = (body: Buffer): string => `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;

/**
 * What everybody may read, made once and kept in memory until it changes: by an action, by a record that is shown
 * with it, or by time.
 */
export const createSnapshots = (versions: Versions, clock: Clock, definitions: Iterable<CaseDefinition>) => {
  const kept = new LRUCache<string, Answer>({
    ...KEPT,
    sizeCalculation: ({ body }, key) => body.length + key.length * 2 + 200,
  });
  const making = new Map<string, Promise<Answer>>();
  const sources = new Map<string, string[]>();
  for (const { name, publicSources = [] } of definitions)
    for (const uid of publicSources) sources.set(uid, [...(sources.get(uid) ?? []), name]);

  const make = async (key: string, version: number, build: () => Promise<Made>): Promise<Answer> => {
    const { answer, validUntil } = await build();
    const body = Buffer.from(JSON.stringify(answer));
    const made = { body, etag: etagOf(body), version, validUntil: validUntil?.getTime() ?? Infinity };
    kept.set(key, made);
    return made;
  };

  return {
    /**
     * An answer of a snapshot: as it is kept, or made now, once for all who ask at the same time.
     * @param key what is asked for; equal keys have equal answers
     */
    async answer(name: string, key: string, build: () => Promise<Made>): Promise<Answer> {
      // Read before the records are: whatever changes in between makes the answer old, never the version new.
      const version = (await versions.known()).versions.get(name) ?? 0;
      const full = `${name} ${key}`;
      const found = kept.get(full);
      if (found && found.version === version && clock.now().getTime() < found.validUntil) return found;
      const turn = `${version} ${full}`;
      const under = making.get(turn) ?? make(full, version, build).finally(() => making.delete(turn));
      making.set(turn, under);
      return under;
    },

    /** Watches the records that are shown with something public: a name that changes there changes what is shown. */
    watch(strapi: Core.Strapi) {
      const moveOn = ({ model }: { model: { uid: string } }) => versions.moveOn(sources.get(model.uid) ?? []);
      if (sources.size > 0)
        strapi.db.lifecycles.subscribe({
          models: [...sources.keys()],
          afterUpdate: moveOn,
          afterUpdateMany: moveOn,
          afterDelete: moveOn,
          afterDeleteMany: moveOn,
        } as never);
    },
  };
};

export type Snapshots = ReturnType<typeof createSnapshots>;
