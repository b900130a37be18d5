import { z } from 'zod';
import { invalid } from '../errors';

/** What is looked for in one attribute. */
export type AttributeKind = 'text' | 'instant' | 'switch';

/** A condition on the records of a public list, as Strapi's `filters` say it. */
export type Condition =
  | { kind: 'all' | 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'is'; attribute: string; operator: Operator; value: unknown };

const TEXT_OPERATORS = [
  ...['$eq', '$eqi', '$ne', '$nei', '$in', '$notIn', '$contains', '$notContains', '$containsi', '$notContainsi'],
  ...['$startsWith', '$startsWithi', '$endsWith', '$endsWithi'],
] as const;
const ORDER_OPERATORS = ['$eq', '$ne', '$in', '$notIn', '$lt', '$lte', '$gt', '$gte', '$between'] as const;

/** Operators that each kind of attribute takes; all of them also take `$null` and `$notNull`. */
export const OPERATORS: Record<AttributeKind, readonly string[]> = {
  text: TEXT_OPERATORS,
  instant: ORDER_OPERATORS,
  switch: ['$eq', '$ne'],
};

export type Operator = string;

/** Deeper or more than any front end asks. */
const DEEPEST = 8;
const MOST = 50;

const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

const text = z
  .string()
  .max(200)
  .refine((value) => !UNSTORABLE.test(value));
const yesOrNo = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');
const instant = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((value) => new Date(value))
  .refine((value) => !Number.isNaN(value.getTime()));
const VALUES = { text, instant, switch: yesOrNo };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const parsed = <T>(schema: z.ZodType<T>, path: string, value: unknown): T => {
  const { success, data } = schema.safeParse(value);
  if (!success) throw invalid(path, 'error.parameter');
  return data;
};

/** A list as Strapi's clients write it: several values, one, or an object of numbered ones. */
const listed = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : isObject(value) ? Object.values(value) : [value];

const valueFor = (kind: AttributeKind, operator: Operator, path: string, value: unknown): unknown => {
  const one = VALUES[kind] as z.ZodType<unknown>;
  if (operator === '$null' || operator === '$notNull') return parsed(yesOrNo, path, value);
  if (operator === '$in' || operator === '$notIn') return parsed(z.array(one).max(100), path, listed(value));
  if (operator === '$between') return parsed(z.tuple([one, one]), path, listed(value));
  return parsed(one, path, value);
};

/**
 * Reads Strapi's `filters` for a list with these attributes.
 * @param attributes what may be asked for, relations with a dot: `community.documentId`
 * @throws ValidationError that names the first key which is unknown, e.g. `filters.body`
 */
export const readFilters = (attributes: Record<string, AttributeKind>, filters: unknown): Condition => {
  let count = 0;

  const under = (path: string, attribute: string, value: unknown): Condition[] => {
    const key = attribute ? `${attribute}.` : '';
    if (Object.hasOwn(attributes, attribute)) return operators(path, attribute, attributes[attribute], value);
    if (!isObject(value)) throw invalid(path, 'error.parameter');
    const below = Object.keys(attributes).some((name) => name.startsWith(key));
    if (!below) throw invalid(path, 'error.unknownField');
    return Object.entries(value).map(([name, each]) => condition(`${path}.${name}`, `${key}${name}`, name, each));
  };

  const operators = (path: string, attribute: string, kind: AttributeKind, value: unknown): Condition[] => {
    if (!isObject(value) && !Array.isArray(value)) return [is(path, attribute, kind, '$eq', value)];
    if (Array.isArray(value)) return [is(path, attribute, kind, '$in', value)];
    return Object.entries(value).map(([operator, each]) =>
      operator === '$not'
        ? { kind: 'not', of: { kind: 'all', of: operators(`${path}.$not`, attribute, kind, each) } }
        : is(`${path}.${operator}`, attribute, kind, operator, each)
    );
  };

  const is = (path: string, attribute: string, kind: AttributeKind, operator: string, value: unknown): Condition => {
    if (![...OPERATORS[kind], '$null', '$notNull'].includes(operator)) throw invalid(path, 'error.unknownField');
    count += 1;
    if (count > MOST || path.split('.').length > DEEPEST * 2) throw invalid(path, 'error.parameter');
    return { kind: 'is', attribute, operator, value: valueFor(kind, operator, path, value) };
  };

  const condition = (path: string, attribute: string, name: string, value: unknown): Condition => {
    if (path.split('.').length > DEEPEST * 2) throw invalid(path, 'error.parameter');
    if (name === '$and' || name === '$or') {
      const parts = listed(value).map((each, index) => group(`${path}.${index}`, each));
      return { kind: name === '$and' ? 'all' : 'any', of: parts };
    }
    if (name === '$not') return { kind: 'not', of: group(path, value) };
    return { kind: 'all', of: under(path, attribute, value) };
  };

  const group = (path: string, value: unknown): Condition => {
    if (!isObject(value)) throw invalid(path, 'error.parameter');
    return {
      kind: 'all',
      of: Object.entries(value).map(([name, each]) => condition(`${path}.${name}`, name, name, each)),
    };
  };

  return filters === undefined ? { kind: 'all', of: [] } : group('filters', filters);
};

/** One step of an order. */
export interface SortBy {
  attribute: string;
  descending: boolean;
}

const steps = (value: unknown, path: string): [string, string][] => {
  if (typeof value === 'string')
    return value.split(',').map((step) => [step.split(':')[0].trim(), step.split(':').slice(1).join(':').trim()]);
  if (Array.isArray(value)) return value.flatMap((each, index) => steps(each, `${path}.${index}`));
  if (isObject(value))
    return Object.entries(value).flatMap(([name, direction]) =>
      /^\d+$/.test(name) ? steps(direction, path) : [[name, String(direction)] as [string, string]]
    );
  throw invalid(path, 'error.parameter');
};

/** Reads Strapi's `sort`: `issuedAt:desc`, several of them, or an object. */
export const readSort = (attributes: readonly string[], sort: unknown): SortBy[] =>
  (sort === undefined ? [] : steps(sort, 'sort')).slice(0, 10).map(([attribute, direction]) => {
    if (!attributes.includes(attribute)) throw invalid(`sort.${attribute}`.slice(0, 100), 'error.unknownField');
    if (!/^(asc|desc)?$/i.test(direction)) throw invalid(`sort.${attribute}`, 'error.parameter');
    return { attribute, descending: /^desc$/i.test(direction) };
  });

/** Reads Strapi's `fields`; null where all are wanted. */
export const readFields = (known: readonly string[], fields: unknown): Set<string> | null => {
  if (fields === undefined || fields === '*') return null;
  const names = listed(fields).flatMap((each) => (typeof each === 'string' ? each.split(',') : [null]));
  return new Set(
    names.map((name) => {
      if (name === null) throw invalid('fields', 'error.parameter');
      if (!known.includes(name.trim())) throw invalid(`fields.${name.trim()}`.slice(0, 100), 'error.unknownField');
      return name.trim();
    })
  );
};

/** A page as Strapi counts: by page and size, or by start and limit. */
export interface PublicPage {
  offset: number;
  limit: number;
  withCount: boolean;
  /** What the answer says of it. */
  meta(total: number | null): Record<string, number>;
}

const whole = (path: string, value: unknown, least: number): number => {
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least)) throw invalid(path, 'error.parameter');
  return number;
};

/** Reads Strapi's `pagination`, within the site's own limits. */
export const readPagination = (
  { defaultLimit = 25, maxLimit = 100 }: { defaultLimit?: number; maxLimit?: number | null },
  pagination: unknown = {}
): PublicPage => {
  if (!isObject(pagination)) throw invalid('pagination', 'error.parameter');
  const known = ['page', 'pageSize', 'start', 'limit', 'withCount'];
  const unknown = Object.keys(pagination).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalid(`pagination.${unknown}`, 'error.unknownField');
  const { page, pageSize, start, limit, withCount } = pagination;
  const most = maxLimit ?? Infinity;
  const counted = withCount === undefined ? true : parsed(yesOrNo, 'pagination.withCount', withCount);
  const byStart = start !== undefined || limit !== undefined;
  if (byStart && (page !== undefined || pageSize !== undefined)) throw invalid('pagination', 'error.parameter');
  if (byStart) {
    const offset = start === undefined ? 0 : whole('pagination.start', start, 0);
    const size = Math.min(limit === undefined ? defaultLimit : whole('pagination.limit', limit, 1), most);
    const meta = (total: number | null) => ({ start: offset, limit: size, ...(total === null ? {} : { total }) });
    return { offset, limit: size, withCount: counted, meta };
  }
  const number = page === undefined ? 1 : whole('pagination.page', page, 1);
  const size = Math.min(pageSize === undefined ? defaultLimit : whole('pagination.pageSize', pageSize, 1), most);
  return {
    offset: (number - 1) * size,
    limit: size,
    withCount: counted,
    meta: (total) => ({
      page: number,
      pageSize: size,
      ...(total === null ? {} : { pageCount: Math.ceil(total / size), total }),
    }),
  };
};
