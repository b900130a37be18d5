import type { Core } from '@strapi/strapi';
import type { Context, Next } from 'koa';

const OURS = /^(\/api)?\/property-desk\//;

/** The middleware's name in `config/middlewares`. */
const NAME = 'plugin::property-desk.broken-uploads';

/**
 * The parser of multipart bodies says by `httpCode` that the caller sent something broken; Strapi reads `status` only
 * and would answer 500 and log a fault of ours.
 */
export const brokenUploads = () => async (ctx: Context, next: Next) => {
  try {
    await next();
  } catch (error) {
    const failure = error as { httpCode?: unknown; status?: unknown; expose?: boolean };
    if (OURS.test(ctx.path) && typeof failure?.httpCode === 'number' && failure.status === undefined)
      Object.assign(failure, { status: failure.httpCode, expose: true });
    throw error;
  }
};

/** Puts the middleware around Strapi's body parser, whatever else the host has configured. */
export const catchBrokenUploads = (strapi: Core.Strapi) => {
  const configured = strapi.config.get('middlewares') as (string | { name?: string })[] | undefined;
  const names = configured?.map((each) => (typeof each === 'string' ? each : each.name));
  const at = names?.indexOf('strapi::body') ?? -1;
  if (configured && at >= 0 && !names?.includes(NAME))
    strapi.config.set('middlewares', [...configured.slice(0, at), NAME, ...configured.slice(at)]);
};
