import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import type { ActionResult, AvailableAction, BulkResult, CaseDetail, Locale } from '../../../../contracts';
import { say } from '../../../../contracts';
import { errors } from '@strapi/utils';
import type { Actor } from '../access/actor';
import { ConflictError, invalid, noRight, notFound, sayAgain, unlessBusy } from '../errors';
import { kernelOf, type Kernel } from '../kernel';
import { timelineEntry } from '../ledger/ledger';
import type { ModuleRoute } from '../module';
import { DOCX_TYPE, renderDocument, zip } from '../print';
import type { Row } from '../storage/rows';
import type { CaseDefinition, CaseRow, Print } from '../workflow/define';
import { holdsRight, sees, type Done } from '../workflow/engine';
import { inputSchema } from '../workflow/input';
import { isStartKey } from '../workflow/start-keys';
import { describedAction, describedData, describedFiles, type Described } from './describe';
import { staffHandler } from './handler';
import { caseFields, caseRef, iso, obligationItems, OBLIGATION_UID } from './present';
import { relatedCases } from './related';
import { attachment, bodyOf, localeOf, noFurther, onlyParams, textParam } from './respond';
import { listHandlers, listRoutes } from '../list/list-api';
import { filesOf } from './upload';

/** Cases of one bulk action or one batch print at most. */
const BATCH = 100;

/** What an action answers. */
export const actionResult = async (kernel: Kernel, definition: CaseDefinition, done: Done): Promise<ActionResult> => ({
  data: {
    ...caseRef(definition, done.row),
    revision: done.row.revision,
    dueAt: iso(done.row.dueAt),
    endedAt: iso(done.row.endedAt),
  },
  event: timelineEntry(done.event),
  obligations: await obligationItems(kernel, done.obligations, [{ definition, row: done.row }], done.met),
  ...(Object.keys(done.once).length ? { once: done.once } : {}),
});

/** A revision that a case can have reached, or none given; a larger number is one that no column holds. */
const isRevision = (value: unknown): boolean =>
  value === undefined || (Number.isInteger(value) && (value as number) > 0 && (value as number) <= 2_147_483_647);

/** The body of an action's call. */
const callOf = (ctx: Context) => {
  const { input, revision, ...rest } = bodyOf(ctx);
  noFurther(rest);
  if (!isRevision(revision)) throw invalid('revision', 'error.revision');
  return { input, revision: revision as number | undefined };
};

/** The key under which a form starts one case only, however often it is sent. */
const startKeyOf = (ctx: Context): string | undefined => {
  const key = ctx.get('idempotency-key');
  if (key === '') return undefined;
  if (!isStartKey(key)) throw invalid('Idempotency-Key', 'error.startKey');
  return key;
};

const mustRead = (definition: CaseDefinition, actor: Actor) => {
  const right = `${definition.name}.read`;
  if (!actor.can(right)) throw noRight(right, '12');
};

/** One case that the actor may know of. */
const read = async (kernel: Kernel, definition: CaseDefinition, actor: Actor, documentId: string): Promise<CaseRow> => {
  mustRead(definition, actor);
  const row = (await kernel.rows.first(kernel.strapi.db.connection, definition.uid, { documentId })) as CaseRow | null;
  if (!row || !sees(definition, row, actor)) throw notFound();
  return row;
};

const available = async (
  kernel: Kernel,
  definition: CaseDefinition,
  actor: Actor,
  row: CaseRow | null,
  locale: Locale
): Promise<AvailableAction[]> => {
  const list: AvailableAction[] = [];
  for (const [name, action] of Object.entries(definition.actions)) {
    const fits = row ? action.from.includes(row.state) : action.from.length === 0;
    if (!fits || !action.who.staff) continue;
    const context = { case: (row ?? {}) as CaseRow, actor, now: kernel.clock.now() };
    const right = holdsRight(definition, name, actor);
    const limit = right && row ? (action.limit?.(context) ?? null) : null;
    const why = right ? limit && say(locale, limit, { article: action.article }) : say(locale, 'error.noRightShort');
    const defaults = right && !limit && row && action.defaults ? await action.defaults({ ...context, kernel }) : {};
    list.push({ name, allowed: right && !limit, why, input: inputSchema(action.input), defaults });
  }
  return list;
};

const detail = async (
  kernel: Kernel,
  definition: CaseDefinition,
  actor: Actor,
  row: CaseRow,
  locale: Locale
): Promise<CaseDetail> => {
  const { rows, strapi, ledger } = kernel;
  const { connection } = strapi.db;
  const whole = (definition.sight?.(row, actor) ?? 'all') === 'all';
  const owed = whole ? await rows.find(connection, OBLIGATION_UID, { caseDocumentId: row.documentId }) : [];
  const community = (await rows.first(connection, 'plugin::property-desk.community', { id: row.community })) as Row;
  const timeline = whole ? (await ledger.story(connection, row.documentId)).map(timelineEntry) : [];
  return {
    case: {
      ...caseRef(definition, row),
      revision: row.revision,
      createdAt: iso(row.createdAt) as string,
      dueAt: iso(row.dueAt),
      endedAt: iso(row.endedAt),
      community: { documentId: community.documentId, name: community.name as string },
    },
    fields: await caseFields(kernel, definition, row, whole ? definition.inner : []),
    actions: await available(kernel, definition, actor, row, locale),
    timeline,
    obligations: await obligationItems(kernel, owed, [{ definition, row }]),
    files: whole ? await kernel.files.list(row.documentId) : [],
    policies: await kernel.rulebook.versions(timeline.map(({ policyVersion }) => policyVersion)),
    timeZone: kernel.clock.zone,
  };
};

const bulk = async (
  kernel: Kernel,
  definition: CaseDefinition,
  action: string,
  actor: Actor,
  ctx: Context,
  locale: Locale
): Promise<BulkResult[]> => {
  const { items, input, ...rest } = bodyOf(ctx);
  noFurther(rest);
  if (!Array.isArray(items) || items.length === 0 || items.length > BATCH)
    throw invalid('items', 'error.batch', { max: BATCH });
  const wanted = items.map((item: unknown, index) => {
    const { documentId, revision, ...more } = (item ?? {}) as { documentId?: unknown; revision?: unknown };
    if (typeof documentId !== 'string' || documentId.includes('\u0000'))
      throw invalid(`items.${index}.documentId`, 'error.text');
    if (!isRevision(revision)) throw invalid(`items.${index}.revision`, 'error.revision');
    noFurther(more, `items.${index}.`);
    return { documentId, revision: revision as number | undefined };
  });
  const results: BulkResult[] = [];
  for (const { documentId, revision } of wanted) {
    try {
      const done = await kernel.engine.act(definition, { action, documentId, revision, input, actor, locale });
      results.push({ documentId, ok: true, result: await actionResult(kernel, definition, done) });
    } catch (thrown) {
      const error = unlessBusy(thrown);
      // A refusal of one case is its result; anything else is a fault of ours and stops the batch.
      if (!(error instanceof errors.ApplicationError)) throw error;
      const status =
        error instanceof ConflictError
          ? 409
          : error instanceof errors.ForbiddenError
            ? 403
            : error instanceof errors.NotFoundError
              ? 404
              : 400;
      const { name, details } = error;
      results.push({ documentId, ok: false, error: { status, name, message: sayAgain(error, locale), details } });
    }
  }
  return results;
};

/** The generic calls of one case type: list, read, act, act in bulk, print, files. */
export const caseApi = (definition: CaseDefinition) => {
  const { plural } = definition;
  const names = Object.keys(definition.actions);
  const starts = names.filter(
    (name) => definition.actions[name].from.length === 0 && definition.actions[name].who.staff
  );
  // Files come by a route of their own: `attach` without any would be an event about nothing.
  const moves = names.filter(
    (name) => name !== 'attach' && definition.actions[name].from.length > 0 && definition.actions[name].who.staff
  );
  const route = (method: ModuleRoute['method'], path: string, handler: string, described?: Described): ModuleRoute => ({
    method,
    path: `/${plural}${path}`,
    handler: `${plural}.${handler}`,
    ...(described ?? describedData(path)),
  });
  const action = (path: string, verb: 'start' | 'bulk' | 'act', name: string) => {
    const on = { start: 'start', bulk: 'many', act: 'one' } as const;
    return route('POST', path, `${verb}:${name}`, describedAction(path, definition.actions[name].input, on[verb]));
  };

  const adminRoutes: ModuleRoute[] = [
    route('GET', '', 'find'),
    ...listRoutes(definition),
    route('GET', '/actions', 'starts'),
    ...(definition.print ? [route('GET', '/print', 'printMany')] : []),
    ...starts.map((name) => action(`/actions/${name}`, 'start', name)),
    ...moves.map((name) => action(`/actions/${name}/bulk`, 'bulk', name)),
    route('GET', '/:documentId', 'findOne'),
    route('GET', '/:documentId/related', 'related'),
    ...(definition.print ? [route('GET', '/:documentId/print', 'print')] : []),
    ...Object.keys(definition.papers ?? {}).map((name) => route('GET', `/:documentId/print/${name}`, `print:${name}`)),
    ...moves.map((name) => action(`/:documentId/actions/${name}`, 'act', name)),
    ...(definition.actions.attach
      ? [route('POST', '/:documentId/files', 'addFiles', describedFiles('/:documentId'))]
      : []),
    route('GET', '/:documentId/files/:file', 'readFile'),
  ];

  const controller = ({ strapi }: { strapi: Core.Strapi }) => {
    const kernel = () => kernelOf(strapi);
    const locale = (ctx: Context) => localeOf(ctx, kernel().settings.locale);
    const staff = (handle: (actor: Actor, ctx: Context) => Promise<unknown>) =>
      staffHandler(strapi, null, (_kernel, actor, ctx) => handle(actor, ctx));
    const one = (actor: Actor, ctx: Context) => read(kernel(), definition, actor, ctx.params.documentId as string);
    const act = (action: string) =>
      staff(async (actor, ctx) => {
        const documentId = ctx.params.documentId as string | undefined;
        const done = await kernel().engine.act(definition, {
          action,
          documentId,
          ...callOf(ctx),
          key: documentId === undefined ? startKeyOf(ctx) : undefined,
          actor,
          locale: locale(ctx),
        });
        return actionResult(kernel(), definition, done);
      });
    const paper = async (actor: Actor, row: CaseRow, print: Print) => {
      const printed = await print(kernel(), row, actor);
      const entry = {
        kind: 'print' as const,
        recordType: definition.name,
        recordDocumentId: row.documentId,
        actor,
        community: row.community,
        field: printed.discloses ?? null,
      };
      await strapi.db.transaction(({ trx }) => kernel().confidential.log(trx as Knex.Transaction, [entry]));
      return printed;
    };
    const printOne = (print: Print) =>
      staff(async (actor, ctx) => {
        onlyParams(ctx, []);
        const { name, document } = await paper(actor, await one(actor, ctx), print);
        attachment(ctx, name, DOCX_TYPE, await renderDocument(document));
      });

    return {
      ...listHandlers(definition, (handle) =>
        staff((actor, ctx) => {
          mustRead(definition, actor);
          return handle(kernel(), actor, ctx);
        })
      ),
      starts: staff(async (actor, ctx) => ({
        data: { start: await available(kernel(), definition, actor, null, locale(ctx)) },
      })),
      findOne: staff(async (actor, ctx) => {
        onlyParams(ctx, []);
        return { data: await detail(kernel(), definition, actor, await one(actor, ctx), locale(ctx)) };
      }),
      related: staff(async (actor, ctx) => {
        onlyParams(ctx, []);
        return { data: await relatedCases(kernel(), definition, await one(actor, ctx), actor) };
      }),
      ...(definition.print && { print: printOne(definition.print) }),
      ...Object.fromEntries(
        Object.entries(definition.papers ?? {}).map(([name, print]) => [`print:${name}`, printOne(print)])
      ),
      printMany: staff(async (actor, ctx) => {
        onlyParams(ctx, ['ids']);
        const ids = [...new Set(textParam(ctx, 'ids', BATCH * 40)?.split(',') ?? [])];
        if (ids.length === 0 || ids.length > BATCH) throw invalid('ids', 'error.batch', { max: BATCH });
        const cases: CaseRow[] = [];
        for (const id of ids) cases.push(await read(kernel(), definition, actor, id));
        async function* papers() {
          for (const row of cases) {
            const { name, document } = await paper(actor, row, definition.print!);
            yield { name, render: () => renderDocument(document) };
          }
        }
        attachment(
          ctx,
          `${say(locale(ctx), `case.${definition.name}`)}.zip`,
          'application/zip',
          zip(papers(), kernel().clock.now())
        );
      }),
      addFiles: staff(async (actor, ctx) => {
        const row = await one(actor, ctx);
        const done = await attach(kernel(), definition, row, actor, ctx, locale(ctx));
        return actionResult(kernel(), definition, done);
      }),
      readFile: staff(async (actor, ctx) => {
        const row = await one(actor, ctx);
        await serveFile(kernel(), row, actor, ctx);
      }),
      ...Object.fromEntries([
        ...starts.map((name) => [`start:${name}`, act(name)]),
        ...moves.map((name) => [`act:${name}`, act(name)]),
        ...moves.map((name) => [
          `bulk:${name}`,
          staff(async (actor, ctx) => ({ data: await bulk(kernel(), definition, name, actor, ctx, locale(ctx)) })),
        ]),
      ]),
    };
  };

  return { adminRoutes, controllers: { [plural]: controller } };
};

/** Adds the request's files to a case, with the event of the `attach` action. */
export const attach = async (
  kernel: Kernel,
  definition: CaseDefinition,
  row: CaseRow,
  actor: Actor,
  ctx: Context,
  locale: Locale
): Promise<Done> => {
  const incoming = await filesOf(ctx, kernel.files.limits);
  const stored = await kernel.files.store(row.documentId, incoming, definition.officeFiles);
  try {
    const { documentId } = row;
    return await kernel.engine.act(definition, {
      action: 'attach',
      documentId,
      input: {},
      actor,
      locale,
      files: stored,
    });
  } catch (error) {
    await kernel.files.discard(stored);
    throw error;
  }
};

/** Answers with a private file of a case, logged; `from` narrows it to what one kind of actor has added. */
export const serveFile = async (kernel: Kernel, row: CaseRow, actor: Actor, ctx: Context, from?: Actor['kind']) => {
  const file = await kernel.files.read({
    documentId: ctx.params.file as string,
    caseDocumentId: row.documentId,
    actor,
    community: row.community,
    from,
  });
  if (!file) throw notFound();
  ctx.set('Content-Disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`);
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Content-Security-Policy', "default-src 'none'; sandbox");
  ctx.type = file.mime;
  ctx.body = file.buffer;
};
