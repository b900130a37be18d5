import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';
import { LRUCache } from 'lru-cache';
import { kernelOf, type Kernel } from '../kernel';
import { hasAlready } from './conditional';
import { openAnswerOf, type Open } from './open-answer';
import { recorded, type Recording } from './recording';
import type { Known } from './versions';

/** The middleware's name, for a host that puts it into its `config/middlewares` itself. */
const NAME = 'plugin::property-desk.ahead-of-chain';

/** Recorded answers kept at most, by number and by bytes. */
const KEPT = { max: 5000, maxSize: 64 * 1024 * 1024 };

/** A request goes through the whole chain again after so many milliseconds, whatever has not changed. */
const RENEWED_AFTER = 10_000;

/** Cookies of Strapi's own: whoever sends one is somebody. */
const STRAPI_COOKIE = /(^|;\s*)(koa\.sess|strapi|jwt)/i;

interface Kept extends Recording, Open {
  renewAt: number;
}

const moment = (): number => performance.now();

/** What an answer depends on besides the public's right and the snapshot: the address, and what the chain looks at. */
const keyOf = ({ method, url, headers }: Context['req']): string =>
  `${method} ${headers.host} ${url} ${headers.origin ?? ''} ${headers['accept-encoding'] ?? ''}`;

/**
 * Answers what everybody may read before Strapi's chain of middlewares begins: with what that very chain answered to
 * the same request before, headers and all. An answer is repeated only while the role Public is allowed the call, its
 * snapshot has not moved on, nothing on it has run out, and nobody in particular asks.
 */
export const aheadOfChain = (config: { outermost?: boolean } | undefined, { strapi }: { strapi: Core.Strapi }) => {
  const prefix = `${strapi.config.get<string>('api.rest.prefix', '/api')}/property-desk/`;
  const kept = new LRUCache<string, Kept>({
    ...KEPT,
    sizeCalculation: ({ body }, key) => body.length + key.length * 2 + 2000,
  });
  let kernel: Kernel | null = null;

  const holds = ({ call, snapshot, version, validUntil, renewAt }: Kept, { allowed, versions }: Known, now: number) =>
    allowed.has(call) && (versions.get(snapshot) ?? 0) === version && now < validUntil && moment() < renewAt;

  const record = async (ctx: Context, key: string) => {
    const open = openAnswerOf(ctx);
    const recording = open && (await recorded(ctx));
    if (recording) kept.set(key, { ...recording, ...open, renewAt: moment() + RENEWED_AFTER });
  };

  return async (ctx: Context, next: Next) => {
    const { method, url, headers } = ctx.req;
    if (
      !url?.startsWith(prefix) ||
      (method !== 'GET' && method !== 'HEAD') ||
      headers.authorization !== undefined ||
      (headers.cookie !== undefined && STRAPI_COOKIE.test(headers.cookie))
    )
      return next();
    kernel ??= kernelOf(strapi);
    if (!kernel.settings.aheadOfChain) return next();

    const key = keyOf(ctx.req);
    const found = kept.get(key);
    if (found) {
      let known = kernel.versions.known();
      if (known instanceof Promise) known = await known;
      if (holds(found, known, kernel.clock.now().getTime())) {
        const has = hasAlready(headers['if-none-match'], found.etag);
        if (config?.outermost) {
          // Nothing stands around it that would still add to the answer, so it goes out as it is.
          ctx.respond = false;
          ctx.res.writeHead(has ? 304 : 200, has ? found.bodilessLines : found.lines);
          ctx.res.end(has ? undefined : found.body);
          return undefined;
        }
        ctx.status = has ? 304 : 200;
        ctx.set(has ? found.bodiless : found.headers);
        if (!has) ctx.body = found.body;
        return undefined;
      }
      kept.delete(key);
    }
    // The chain gives the whole answer, so that it can be given again; who has it already is told so here.
    const had = headers['if-none-match'];
    delete headers['if-none-match'];
    try {
      await next();
    } finally {
      if (had !== undefined) headers['if-none-match'] = had;
    }
    await record(ctx, key);
    const etag = openAnswerOf(ctx)?.etag;
    if (etag && ctx.status === 200 && hasAlready(had, etag)) {
      ctx.status = 304;
      ctx.remove('Content-Encoding');
    }
    return undefined;
  };
};

/** Puts the middleware before all others, unless the host has given it a place among its own. */
export const answerAheadOfChain = (strapi: Core.Strapi) => {
  const configured = strapi.config.get('middlewares') as (string | { name?: string })[] | undefined;
  const placed = configured?.some((each) => (typeof each === 'string' ? each : each.name) === NAME);
  if (!placed) strapi.server.use(aheadOfChain({ outermost: true }, { strapi }) as never);
};
