import type { Context } from 'koa';
import type { z } from 'zod';
import type { Locale } from '../../../../contracts';
import { ConflictError, invalid } from '../errors';
import type { Kernel } from '../kernel';
import type { Row } from '../storage/rows';
import { parseInput } from '../workflow/input';
import { bodyOf, noFurther } from './respond';

type Values = Record<string, unknown>;

/** The document service as rooms use it: it seals, derives and tells by itself, as in the Content Manager. */
export const documentsOf = ({ strapi }: Pick<Kernel, 'strapi'>, uid: string) =>
  strapi.documents(uid as never) as unknown as {
    create(asked: { data: Values }): Promise<{ documentId: string }>;
    update(asked: { documentId: string; data: Values }): Promise<{ documentId: string } | null>;
    delete(asked: { documentId: string }): Promise<unknown>;
  };

/**
 * Refuses to write over what somebody else has entered since the caller looked.
 * @param updatedAt as of when the caller looked, ISO 8601; undefined to write regardless
 */
export const refuseStale = (row: Row, updatedAt: unknown) => {
  if (updatedAt === undefined) return;
  const seen = typeof updatedAt === 'string' ? Date.parse(updatedAt) : NaN;
  if (Number.isNaN(seen)) throw invalid('updatedAt', 'error.parameter');
  if (seen !== (row.updatedAt as Date).getTime()) throw new ConflictError('error.recordMovedOn', {});
};

/** The body of a write to a record: what was entered, and of a change as of when. */
export const enteredIn = <S extends z.ZodType>(
  ctx: Context,
  schema: S,
  locale: Locale
): { input: z.output<S>; updatedAt: unknown } => {
  const { input, updatedAt, ...rest } = bodyOf(ctx);
  noFurther(rest);
  return { input: parseInput(schema, input ?? {}, locale), updatedAt };
};
