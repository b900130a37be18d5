import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import type { Actor } from '../access/actor';
import { staffActor } from '../api/caller';
import { localeOf, translated } from '../api/respond';
import { ConflictError } from '../errors';
import { kernelOf, type Kernel } from '../kernel';
import type { CaseDefinition, Route } from './define';

/** A write as the document service is asked for it. */
interface DocumentWrite {
  uid: string;
  action: string;
  params: { documentId?: string; data?: Record<string, unknown>; populate?: unknown; fields?: unknown };
}

const VERBS = ['create', 'update', 'delete'] as const;

const routeOf = (
  kernel: Kernel,
  { uid, action }: DocumentWrite
): { definition: CaseDefinition; route: Route } | null => {
  const verb = VERBS.find((each) => each === action);
  if (!verb) return null;
  for (const definition of kernel.definitions.values()) {
    const route = definition.edits?.[uid]?.[verb];
    if (route) return { definition, route };
  }
  return null;
};

/** The member of staff behind the request, where a person writes: a script has none, and no action to take. */
const writer = async (kernel: Kernel, ctx: Context | undefined): Promise<Actor | null> =>
  ctx?.state?.user && ctx.state.userAbility ? staffActor(kernel, ctx) : null;

/** Around the Content Manager's routes Strapi answers what it has no error for with 400: a conflict says its status. */
const asConflict =
  (kernel: Kernel, ctx: Context) =>
  (error: Error): never => {
    if (!(error instanceof ConflictError)) throw error;
    const { message, details } = translated(error, localeOf(ctx, kernel.settings.locale));
    return ctx.throw(409, message, { name: error.name, details });
  };

/**
 * Takes a document write as the action that it is in truth: by the admin user of the request, under their rights,
 * with its event and the case's revision moved, so that an edit and an approval can never cross.
 * @returns the document as it then stands; null where the write is not of this kind
 */
export const routeEdit = async (
  strapi: Core.Strapi,
  kernel: Kernel,
  written: DocumentWrite
): Promise<{ answer: unknown } | null> => {
  const found = routeOf(kernel, written);
  const ctx = strapi.requestContext.get() as unknown as Context | undefined;
  const actor = found && (await writer(kernel, ctx));
  if (!found || !actor || !ctx) return null;
  const { documentId, data = {}, populate, fields } = written.params;
  // The editor is stamped by the Content Manager; who acted stands in the event.
  const { createdBy: _createdBy, updatedBy: _updatedBy, ...entered } = data;
  const routed = await found.route(kernelOf(strapi), { documentId, data: entered });
  const { action, input, revision, answer } = routed;
  const done =
    action === ''
      ? null
      : await kernel.engine
          .act(found.definition, {
            action,
            documentId: routed.documentId,
            input,
            revision,
            actor,
            locale: localeOf(ctx, kernel.settings.locale),
          })
          .catch(asConflict(kernel, ctx));
  const made = answer === undefined ? done?.row.documentId : done?.once[answer];
  const read = documentId ?? (made as string);
  if (written.action === 'delete') return { answer: { documentId: read, entries: [] } };
  const documents = strapi.documents(written.uid as never) as unknown as {
    findOne(asked: object): Promise<unknown>;
  };
  return { answer: await documents.findOne({ documentId: read, populate, fields }) };
};
