import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { keepLogin } from '../access/remembered-login';
import { answering, localeOf } from '../api/respond';
import { kernelOf, type Kernel } from '../kernel';
import { hasAlready } from './conditional';
import type { Answer, Made } from './snapshots';

/** Of a request's state: the answer that everybody gets to it. */
const OPEN = Symbol('open answer');

/** What an answer that everybody gets hangs on. */
export interface Open extends Pick<Answer, 'version' | 'validUntil' | 'etag'> {
  snapshot: string;
  /** The call that the role Public must be allowed, e.g. `notice.find`. */
  call: string;
}

/** What a request's answer hangs on, if it is one that everybody gets. */
export const openAnswerOf = (ctx: Context): Open | undefined =>
  (ctx.state as Record<symbol, unknown>)[OPEN] as Open | undefined;

/**
 * A handler whose answer is the same for everybody whom Strapi lets through. It is made once for each address and kept
 * until it is no longer true; with a tag, so that who has it already is told so.
 * @param build is given the address's parameters and query alone to answer from: nothing of who asks
 */
export const openAnswer = (
  strapi: Core.Strapi,
  { snapshot, call }: { snapshot: string; call: string },
  build: (kernel: Kernel, ctx: Context) => Promise<Made>
) =>
  answering(
    (ctx) => localeOf(ctx, kernelOf(strapi).settings.locale),
    async (ctx) => {
      const kernel = kernelOf(strapi);
      keepLogin(ctx);
      const key = `${call} ${ctx.path}?${ctx.querystring}`;
      const { body, etag, version, validUntil } = await kernel.snapshots.answer(snapshot, key, () =>
        build(kernel, ctx)
      );
      (ctx.state as Record<symbol, unknown>)[OPEN] = { snapshot, call, version, validUntil, etag } satisfies Open;
      ctx.set('ETag', etag);
      // Kept on the way, but asked about each time: what has been withdrawn must not be shown again.
      ctx.set('Cache-Control', 'no-cache');
      if (hasAlready(ctx.get('if-none-match'), etag)) {
        ctx.status = 304;
        return;
      }
      ctx.type = 'application/json; charset=utf-8';
      ctx.body = body;
    }
  );
