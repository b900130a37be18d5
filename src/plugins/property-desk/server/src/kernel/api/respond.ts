import type { Context } from 'koa';
import { errors } from '@strapi/utils';
import type { Locale } from '../../../../contracts';
import { ConflictError, invalid, sayAgain, unlessBusy, type FieldError, type RefusalDetails } from '../errors';
import { say } from '../../../../contracts';
import { StoreUnavailable } from '../files/store';

/** The language to answer in: what the caller asks for, else the installation's. */
export const localeOf = (ctx: Context, fallback: Locale): Locale => {
  const asked = ctx.acceptsLanguages('zh-Hans', 'zh-CN', 'zh', 'en');
  if (!ctx.get('accept-language') || !asked) return fallback;
  return asked === 'en' ? 'en' : 'zh-Hans';
};

/** Says a refusal in the caller's language, its fields too. */
export const translated = (error: InstanceType<typeof errors.ApplicationError>, locale: Locale) => {
  const details = (error.details ?? {}) as Partial<RefusalDetails> & {
    errors?: (FieldError & Partial<RefusalDetails>)[];
  };
  const { key: _key, params: _params, ...rest } = details;
  const fields = details.errors?.map(({ key, params, ...field }) => ({
    ...field,
    message: key ? say(locale, key, params ?? {}) : field.message,
  }));
  return { message: sayAgain(error, locale), details: fields ? { ...rest, errors: fields } : rest };
};

type Handler = (ctx: Context) => Promise<unknown>;

/**
 * Wraps a handler: its refusals are said in the caller's language and a conflict becomes a 409, for which Strapi has
 * no error of its own. Everything else stays with Strapi's error middleware.
 */
export const answering =
  (locale: (ctx: Context) => Locale, handler: Handler): Handler =>
  async (ctx) => {
    try {
      return await handler(ctx);
    } catch (thrown) {
      const error = unlessBusy(thrown);
      if (!(error instanceof errors.ApplicationError)) throw error;
      const { message, details } = translated(error, locale(ctx));
      if (error instanceof ConflictError) {
        ctx.status = 409;
        ctx.body = { data: null, error: { status: 409, name: error.name, message, details } };
        return undefined;
      }
      if (error instanceof StoreUnavailable) {
        ctx.status = 503;
        ctx.body = { data: null, error: { status: 503, name: error.name, message, details } };
        return undefined;
      }
      error.message = message;
      error.details = details;
      throw error;
    }
  };

/** What a list is asked for: the parameters of an address, or of a body that stands in for them. */
export type Asked = Pick<Context, 'query'>;

/** Answers with a file that the caller keeps; nothing on the way may. */
export const attachment = (ctx: Context, name: string, type: string, body: unknown) => {
  ctx.set('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.type = type;
  ctx.body = body;
};

/** A whole number from the query, within bounds. */
export const wholeNumber = (ctx: Asked, name: string, fallback: number, max: number): number => {
  const value = ctx.query[name];
  if (value === undefined) return fallback;
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (!(number >= 1 && number <= max)) throw invalid(name, 'error.wholeNumber', { max });
  return number;
};

/** One text from the query, or undefined; a parameter given twice or too long is refused by name. */
export const textParam = (ctx: Asked, name: string, max = 200): string | undefined => {
  const value = ctx.query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string' || value.length > max || value.includes('\u0000'))
    throw invalid(name, 'error.parameter');
  return value;
};

/** One of a list of texts from the query, several separated by commas. */
export const choicesParam = (ctx: Asked, name: string, allowed: readonly string[]): string[] | undefined => {
  const chosen = textParam(ctx, name)?.split(',');
  const wrong = chosen?.find((each) => !allowed.includes(each));
  if (wrong !== undefined) throw invalid(name, 'error.choice', { value: wrong, allowed: allowed.join(', ') });
  return chosen;
};

/** Refuses query parameters that the route does not know. */
export const onlyParams = (ctx: Asked, known: string[]) => {
  const unknown = Object.keys(ctx.query).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(unknown, 'error.unknownField');
};

/**
 * The request's body as an object. A body in another form than JSON is refused, not passed over: an action that asks
 * for nothing would otherwise be taken whatever was sent.
 */
export const bodyOf = (ctx: Context): Record<string, unknown> => {
  if (ctx.is('json', '+json') === false) throw invalid('body', 'error.bodyJson');
  const body = (ctx.request as unknown as { body?: unknown }).body;
  if (body === undefined || body === null || body === '') return {};
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('body', 'error.bodyObject');
  return body as Record<string, unknown>;
};

/** Refuses what is left of a body once the fields that the route knows are taken out, by the name of the first. */
export const noFurther = (rest: Record<string, unknown>, under = '') => {
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) throw invalid(`${under}${unknown}`, 'error.unknownField');
};

/** The `data` of a content-API request: Strapi's clients send `{ data: {…} }`. */
export const dataOf = (ctx: Context): Record<string, unknown> => {
  const { data, ...rest } = bodyOf(ctx);
  noFurther(rest);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) throw invalid('data', 'error.bodyObject');
  return data as Record<string, unknown>;
};
