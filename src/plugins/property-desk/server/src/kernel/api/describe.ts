import { z } from 'zod';

/** What a route says of its request to Strapi's OpenAPI document. It checks nothing: handlers parse their bodies. */
export interface Described {
  request: {
    params?: Record<string, z.ZodType>;
    query?: Record<string, z.ZodType>;
    body?: Record<string, z.ZodType>;
  };
}

/**
 * A form as callers fill it in. The document is generated from what comes out of a schema, and an instant comes out
 * as a `Date`, which it cannot describe: the whole generation would fail. So what goes in is described beforehand.
 */
const asEntered = (schema: z.ZodType): z.ZodType => {
  const { $schema: _dialect, ...described } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return z.unknown().meta(described as Record<string, unknown>);
};

const pathParams = (path: string) => {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  return names.length ? { params: Object.fromEntries(names.map((name) => [name, z.string()])) } : {};
};

/** A route of the content API that takes `{ data: … }` after this form, or nothing in its body. */
export const describedData = (path: string, data?: z.ZodType): Described => ({
  request: {
    ...pathParams(path),
    ...(data ? { body: { 'application/json': z.object({ data: asEntered(data) }) } } : {}),
  },
});

/** A route of the office that takes this body as it is. */
export const describedBody = (body: z.ZodType): Described => ({
  request: { body: { 'application/json': asEntered(body) } },
});

/** A list with these query parameters. */
export const describedList = (names: string[]): Described => ({
  request: { query: Object.fromEntries(names.map((name) => [name, z.string().optional()])) },
});

/** A route that takes files in the field `files`. */
export const describedFiles = (path: string): Described => ({
  request: {
    ...pathParams(path),
    body: { 'multipart/form-data': z.object({ files: z.array(z.string().meta({ format: 'binary' })) }) },
  },
});

const revision = z.int().positive().optional();
const line = z.object({ documentId: z.string(), revision });

/** An action of staff: `{ input, revision }`, or `{ input, items }` for many cases. */
export const describedAction = (path: string, input: z.ZodType, on: 'start' | 'one' | 'many'): Described => ({
  request: {
    ...pathParams(path),
    body: {
      'application/json': z.object({
        input: asEntered(input),
        ...(on === 'one' ? { revision } : {}),
        ...(on === 'many' ? { items: z.array(line).min(1).max(100) } : {}),
      }),
    },
  },
});
