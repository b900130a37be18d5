import type { Core } from '@strapi/strapi';
import type { Context } from 'koa';
import { describedData } from '../../kernel/api/describe';
import { staffHandler } from '../../kernel/api/handler';
import { attachment, onlyParams } from '../../kernel/api/respond';
import type { Actor } from '../../kernel/access/actor';
import type { Kernel } from '../../kernel/kernel';
import type { ModuleRoute } from '../../kernel/module';
import { DOCX_TYPE, renderDocument } from '../../kernel/print';
import { groundsAgainst } from './changes';
import { personalCopy, requestFor } from './copy';
import { copyFileName, copyPaper } from './print-copy';

/** Hands a copy out as a Word file, or as the data that it is made of. */
export const handOut =
  (form: 'docx' | 'json', of = requestFor) =>
  async (kernel: Kernel, actor: Actor, ctx: Context): Promise<void> => {
    onlyParams(ctx, []);
    const copy = await personalCopy(kernel, await of(kernel, actor, ctx.params.documentId as string), actor);
    const { locale } = kernel.settings;
    const name = copyFileName(copy.number, locale, form);
    if (form === 'json') attachment(ctx, name, 'application/json', JSON.stringify(copy, null, 2));
    else attachment(ctx, name, DOCX_TYPE, await renderDocument(copyPaper(copy, locale)));
  };

/** `GET /data-requests/:documentId/grounds`: what speaks against a deletion, as far as the records show. */
const grounds = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const request = await requestFor(kernel, actor, ctx.params.documentId as string);
  const { connection } = kernel.strapi.db;
  const subject = request.resident === null ? null : await kernel.personal.subjectOf(connection, request.resident);
  return {
    data: subject
      ? await groundsAgainst({ personal: kernel.personal, trx: connection }, subject, request.documentId)
      : [],
  };
};

const route = (path: string, handler: string): ModuleRoute => ({
  method: 'GET',
  path: `/data-requests/:documentId${path}`,
  handler: `dataRequestDesk.${handler}`,
  ...describedData(`/:documentId${path}`),
});

export const adminRoutes: ModuleRoute[] = [
  route('/copy', 'copy'),
  route('/copy/json', 'copyAsData'),
  route('/grounds', 'grounds'),
];

export const controllers = {
  dataRequestDesk: ({ strapi }: { strapi: Core.Strapi }) => ({
    copy: staffHandler(strapi, 'data-request.answer', handOut('docx')),
    copyAsData: staffHandler(strapi, 'data-request.answer', handOut('json')),
    grounds: staffHandler(strapi, 'data-request.read', grounds),
  }),
};
