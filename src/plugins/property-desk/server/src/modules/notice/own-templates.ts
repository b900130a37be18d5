import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import type { Blocks, Locale, NoticeChannel, NoticeKind, NoticeTemplate, TemplateSetting } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { documentsOf } from '../../kernel/api/record-write';
import { bodyOf, localeOf, noFurther, onlyParams } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { newDocumentId, type Row } from '../../kernel/storage/rows';
import { field, parseInput } from '../../kernel/workflow/input';
import { channels, kind } from './inputs';
import { templatesIn } from './templates';

export const NOTICE_TEMPLATE_UID = 'plugin::property-desk.notice-template';

/** Own templates at most: who has more finds none of them. */
const MOST = 60;

/** What a template holds. */
export const TEMPLATE = z.strictObject({
  name: field.text(50),
  kind: kind(),
  title: field.text(100),
  body: field.blocks(),
  channels: channels(),
  pinned: z.boolean(),
  active: z.boolean(),
});

const ownOf = (row: Row): Omit<TemplateSetting, 'usual' | 'changed'> => ({
  key: row.key as string,
  name: row.name as string,
  kind: row.kind as NoticeKind,
  title: row.title as string,
  body: row.body as Blocks,
  channels: (row.channels ?? []) as NoticeChannel[],
  pinned: row.pinned === true,
  active: row.active === true,
});

/** Every template: the usual ones, in the office's wording where it has one, and those that it added. */
export const allTemplates = async (kernel: Kernel, locale: Locale): Promise<TemplateSetting[]> => {
  const rows = await kernel.rows.find(kernel.strapi.db.connection, NOTICE_TEMPLATE_UID, {});
  const own = new Map(rows.map((row) => [row.key as string, ownOf(row)]));
  const usual = templatesIn(locale);
  const known = new Set(usual.map(({ key }) => key));
  return [
    ...usual.map((template) => ({
      ...template,
      active: true,
      ...own.get(template.key),
      usual: true,
      changed: own.has(template.key),
    })),
    ...[...own.values()]
      .filter(({ key }) => !known.has(key))
      .map((template) => ({ ...template, usual: false, changed: true })),
  ];
};

/** The templates that a notice may be started from. */
export const templatesInUse = async (kernel: Kernel, locale: Locale): Promise<NoticeTemplate[]> =>
  (await allTemplates(kernel, locale))
    .filter(({ active }) => active)
    .map(({ active: _active, usual: _usual, changed: _changed, ...template }) => template);

/** `GET /notices/templates/all`: those out of use too. */
export const list = async (kernel: Kernel, _actor: Actor, ctx: Context): Promise<{ data: TemplateSetting[] }> => {
  onlyParams(ctx, []);
  return { data: await allTemplates(kernel, localeOf(ctx, kernel.settings.locale)) };
};

const enteredIn = (kernel: Kernel, ctx: Context) => {
  const { input, ...rest } = bodyOf(ctx);
  noFurther(rest);
  return parseInput(TEMPLATE, input ?? {}, localeOf(ctx, kernel.settings.locale));
};

/** Whoever changes templates goes one after the other: two of one name would be taken for one. */
const inTurn = <T>(kernel: Kernel, actor: Actor, work: (trx: Knex.Transaction) => Promise<T>) =>
  kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      await kernel.numbering.take(trx as Knex.Transaction, 'notice-templates', 0, kernel.clock.now());
      return work(trx as Knex.Transaction);
    })
  ) as Promise<T>;

/** `POST /notices/templates`: one of the office's own. */
export const add = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const data = enteredIn(kernel, ctx);
  const key = `own-${newDocumentId().slice(0, 12)}`;
  const all = await allTemplates(kernel, localeOf(ctx, kernel.settings.locale));
  if (all.some(({ name }) => name === data.name)) throw invalid('name', 'error.taken');
  await inTurn(kernel, actor, async (trx) => {
    const own = await kernel.rows.find(trx, NOTICE_TEMPLATE_UID, {});
    if (own.some(({ name }) => name === data.name)) throw invalid('name', 'error.taken');
    if (own.length >= MOST) throw invalid('name', 'error.tooManyTemplates', { most: MOST });
    await documentsOf(kernel, NOTICE_TEMPLATE_UID).create({ data: { ...data, key } });
  });
  return { data: { key } };
};

/** `PUT /notices/templates/:key`: what is changed of a usual one is kept beside it as the office's own wording. */
export const change = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const key = ctx.params.key as string;
  const all = await allTemplates(kernel, localeOf(ctx, kernel.settings.locale));
  if (!all.some((template) => template.key === key)) throw notFound();
  const data = enteredIn(kernel, ctx);
  if (all.some((template) => template.name === data.name && template.key !== key)) throw invalid('name', 'error.taken');
  await inTurn(kernel, actor, async (trx) => {
    const row = await kernel.rows.first(trx, NOTICE_TEMPLATE_UID, { key });
    if (row) await documentsOf(kernel, NOTICE_TEMPLATE_UID).update({ documentId: row.documentId, data });
    else await documentsOf(kernel, NOTICE_TEMPLATE_UID).create({ data: { ...data, key } });
  });
  return { data: { key } };
};

/** `DELETE /notices/templates/:key`: a usual one is as it came again, one of the office's own is gone. */
export const remove = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const key = ctx.params.key as string;
  await inTurn(kernel, actor, async (trx) => {
    const row = await kernel.rows.first(trx, NOTICE_TEMPLATE_UID, { key });
    if (!row) throw notFound();
    await documentsOf(kernel, NOTICE_TEMPLATE_UID).delete({ documentId: row.documentId });
  });
  return { data: { key } };
};
