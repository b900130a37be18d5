import { errors } from '@strapi/utils';
import { say, WORDS, type Locale, type Word } from '../../../contracts';

/** What a refusal carries besides its sentence, so that the API can say it in the caller's language. */
export interface RefusalDetails {
  /** Word of the sentence, e.g. `error.onlyAssignee`. */
  key: string;
  params: Record<string, unknown>;
  [more: string]: unknown;
}

/** Every field that was refused, with its reason. */
export interface FieldError {
  path: (string | number)[];
  message: string;
}

/** The case moved on: answered with 409, the current state and who did what since. */
export class ConflictError extends errors.ApplicationError<string, string, RefusalDetails> {
  constructor(key: string, params: Record<string, unknown>, more: Record<string, unknown> = {}) {
    super(say('zh-Hans', key, params), { key, params, ...more });
    this.name = 'ConflictError';
  }
}

/** What the databases say when two transactions stood in each other's way: the slower one is undone and may be repeated. */
const LOST = new Set(['40P01', '40001', '55P03', 'SQLITE_BUSY', 'SQLITE_BUSY_SNAPSHOT']);

/** A refusal in place of an error that says only that somebody else was writing at the same moment; any other error as it is. */
export const unlessBusy = (error: unknown): unknown =>
  LOST.has(String((error as { code?: unknown } | null)?.code)) ? new ConflictError('error.busy', {}) : error;

/** Around every route Strapi answers a plain ForbiddenError with `Forbidden`, without its reason; a PolicyError keeps it. */
class Refusal extends errors.PolicyError<string, RefusalDetails> {
  constructor(message: string, details: RefusalDetails) {
    super(message, details);
    (this as { name: string }).name = 'ForbiddenError';
  }
}

/** 403: the right or the article that forbids it. */
export const forbidden = (key: string, params: Record<string, unknown> = {}) =>
  new Refusal(say('zh-Hans', key, params), { key, params });

/** A right as the Roles screen names it: by a word of its own, or by the kind of case and the action. */
const rightInWords = (right: string): Word | Word[] => {
  if (`right.${right}` in WORDS['zh-Hans']) return { word: `right.${right}` };
  const [type, action] = right.split('.');
  return [{ word: `case.${type}` }, { word: action === 'read' ? 'right.read' : `${type}.action.${action}` }];
};

/** 403: a right that the caller does not have, and the article by which it is somebody else's. */
export const noRight = (right: string, article: string) =>
  forbidden('error.noRight', { right: rightInWords(right), article });

/** 404: unknown, or somebody else's, which is not told apart. */
export const notFound = (key = 'error.notFound', params: Record<string, unknown> = {}) =>
  new errors.NotFoundError(say('zh-Hans', key, params), { key, params });

/** 429: too often. */
export const tooMany = (key: string, params: Record<string, unknown> = {}) =>
  new errors.RateLimitError(say('zh-Hans', key, params), { key, params });

/** 400: one field with its reason. */
export const invalid = (field: string, key: string, params: Record<string, unknown> = {}) =>
  new errors.ValidationError(say('zh-Hans', key, params), {
    key,
    params,
    errors: [{ path: field.split('.'), message: say('zh-Hans', key, params), key, params }],
  });

/** One of several faults of what was entered. */
export interface Fault {
  path: string[];
  /** Word of the sentence. */
  key: string;
  params: Record<string, unknown>;
}

/** 400: every fault with its reason; the sentence is the first one's. */
export const invalidAll = (faults: Fault[]) => {
  const [{ key, params }] = faults;
  return new errors.ValidationError(say('zh-Hans', key, params), {
    key,
    params,
    errors: faults.map((fault) => ({ ...fault, message: say('zh-Hans', fault.key, fault.params) })),
  });
};

/** The refusal's sentence in another language. */
export const sayAgain = (error: { message: string; details?: unknown }, locale: Locale): string => {
  const details = error.details as Partial<RefusalDetails> | undefined;
  return details?.key ? say(locale, details.key, details.params ?? {}) : error.message;
};
