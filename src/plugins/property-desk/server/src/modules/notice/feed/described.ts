import { z } from 'zod';
import { NOTICE_KINDS } from '../../../../../contracts';
import { OPERATORS } from '../../../kernel/api/public-query';
import { FIELDS, FILTERS, SORTS } from './asked';

const ref = z.object({ documentId: z.string(), name: z.string() });
const block = z.object({ type: z.string() }).loose();
const instant = () => z.string().meta({ format: 'date-time' });

const notice = z.object({
  documentId: z.string(),
  number: z.string(),
  title: z.string(),
  kind: z.enum(NOTICE_KINDS),
  body: z.array(block),
  issuer: z.string(),
  issuedAt: instant(),
  expiresAt: instant().nullable(),
  pinned: z.boolean(),
  community: ref,
  buildings: z.array(ref),
  attachments: z.array(
    z.object({ documentId: z.string(), name: z.string(), url: z.string(), mime: z.string(), size: z.number() })
  ),
  supersedes: ref.nullable(),
});

const pagination = z.object({
  page: z.int().optional(),
  pageSize: z.int().optional(),
  pageCount: z.int().optional(),
  start: z.int().optional(),
  limit: z.int().optional(),
  total: z.int().optional(),
});

/** `filters` as they may be nested: relations below their names, operators at the leaves. */
const filters = () => {
  const tree: Record<string, z.ZodType> = {};
  const relations: Record<string, Record<string, z.ZodType>> = {};
  for (const [attribute, kind] of Object.entries(FILTERS)) {
    const operators = z.partialRecord(z.enum([...OPERATORS[kind], '$null', '$notNull']), z.unknown()).optional();
    const [first, second] = attribute.split('.');
    if (second) (relations[first] ??= {})[second] = operators;
    else tree[first] = operators;
  }
  for (const [name, attributes] of Object.entries(relations)) tree[name] = z.object(attributes).optional();
  return z.object(tree).optional();
};

/** `GET /notices` for the OpenAPI document. */
export const NOTICE_LIST = {
  request: {
    query: {
      community: z.string().optional(),
      building: z.string().optional(),
      kind: z.string().optional(),
      filters: filters(),
      sort: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .meta({ description: SORTS.join(', ') }),
      fields: z.union([z.string(), z.array(z.enum(FIELDS as unknown as [string]))]).optional(),
      pagination: z
        .object({
          page: z.int().min(1).optional(),
          pageSize: z.int().min(1).optional(),
          start: z.int().min(0).optional(),
          limit: z.int().min(1).optional(),
          withCount: z.boolean().optional(),
        })
        .optional(),
    },
  },
  response: z.object({ data: z.array(notice), meta: z.object({ pagination }) }),
};

/** `GET /notices/:documentId`. */
export const NOTICE = {
  request: { params: { documentId: z.string() } },
  response: z.object({ data: notice, meta: z.object({}) }),
};

/** `POST /notices/:documentId/read`. */
export const READ = {
  request: { params: { documentId: z.string() } },
  response: z.object({ data: z.object({ documentId: z.string(), readAt: instant() }), meta: z.object({}) }),
};
