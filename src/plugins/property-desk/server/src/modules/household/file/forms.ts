import type { Context } from 'koa';
import { FILE_PARTS, type FileForms } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { onlyParams } from '../../../kernel/api/respond';
import type { Kernel } from '../../../kernel/kernel';
import { inputSchema } from '../../../kernel/workflow/input';
import { FACTS, PARTS } from './parts';

/** What the forms of a file ask for: the same for everybody, made once. */
const FORMS: FileForms = {
  facts: inputSchema(FACTS),
  parts: Object.fromEntries(
    FILE_PARTS.map((name) => [name, { add: inputSchema(PARTS[name].add), change: inputSchema(PARTS[name].change) }])
  ) as FileForms['parts'],
};

/** `GET /households/forms`: JSON Schemas from which the panel draws its forms. */
export const fileForms = async (_kernel: Kernel, _actor: Actor, ctx: Context): Promise<{ data: FileForms }> => {
  onlyParams(ctx, []);
  return { data: FORMS };
};
