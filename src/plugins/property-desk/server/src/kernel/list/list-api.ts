import { PassThrough } from 'node:stream';
import type { Context } from 'koa';
import { z } from 'zod';
import { isPrivateSearch, say } from '../../../../contracts';
import type { Actor } from '../access/actor';
import { describedBody } from '../api/describe';
import { attachment, bodyOf, localeOf, textParam, type Asked } from '../api/respond';
import { invalid, noRight } from '../errors';
import type { Kernel } from '../kernel';
import type { ModuleRoute } from '../module';
import { writeSheet, XLSX_TYPE } from '../sheet/write-sheet';
import type { CaseDefinition } from '../workflow/define';
import { exportLines, exportOwnLines } from './export';
import { casePage } from './page';
import { headersOf, type SheetColumns } from './sheet';

/** Right to take a list away as a workbook. */
export const EXPORT_RIGHT = 'list.export';

/** A body that holds what would else stand in the address: texts only. */
const askedIn = (ctx: Context): Asked => {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(bodyOf(ctx))) {
    if (typeof value !== 'string') throw invalid(name, 'error.text');
    query[name] = value;
  }
  return { query };
};

const page = (kernel: Kernel, definition: CaseDefinition, actor: Actor, ctx: Context, asked: Asked = ctx) =>
  typeof definition.list === 'function'
    ? definition.list(kernel, actor, asked, localeOf(ctx, kernel.settings.locale))
    : casePage(kernel, definition, definition.list, actor, asked);

/** A telephone or an identity number never stands in an address. */
const find = (kernel: Kernel, definition: CaseDefinition, actor: Actor, ctx: Context) => {
  const text = textParam(ctx, 'q');
  if (text && isPrivateSearch(text)) throw invalid('q', 'error.searchByPost');
  return page(kernel, definition, actor, ctx);
};

/** The columns of a case type's workbook, if it is given out as one. */
const sheetOf = ({ list, sheet }: CaseDefinition): SheetColumns | undefined =>
  typeof list === 'object' ? list.sheet : sheet;

const workbook = async (
  kernel: Kernel,
  definition: CaseDefinition,
  sheet: SheetColumns,
  actor: Actor,
  ctx: Context
) => {
  if (!actor.can(EXPORT_RIGHT)) throw noRight(EXPORT_RIGHT, '12');
  const locale = localeOf(ctx, kernel.settings.locale);
  const asked = askedIn(ctx);
  const { list } = definition;
  const lines =
    typeof list === 'object'
      ? await exportLines(kernel, definition, list, actor, asked, locale)
      : await exportOwnLines(kernel, definition, list, sheet, actor, asked, locale);
  const name = say(locale, `case.${definition.name}`);
  const output = new PassThrough();
  void writeSheet(output, name, headersOf(sheet, locale), lines).catch((error: Error) => output.destroy(error));
  attachment(ctx, `${name}-${kernel.clock.dayKey(kernel.clock.now())}.xlsx`, XLSX_TYPE, output);
};

const FILTERS = z.record(z.string(), z.string());

const post = ({ plural }: CaseDefinition, name: string): ModuleRoute => ({
  method: 'POST',
  path: `/${plural}/${name}`,
  handler: `${plural}.${name}`,
  ...describedBody(FILTERS),
});

/** A search that stands in no address, for every case type; a workbook, for those that are given out as one. */
export const listRoutes = (definition: CaseDefinition): ModuleRoute[] => [
  post(definition, 'search'),
  ...(sheetOf(definition) ? [post(definition, 'export')] : []),
];

/** The calls by which cases of a type are listed: by an address, by a body, and as a workbook. */
export const listHandlers = <H>(
  definition: CaseDefinition,
  staff: (handle: (kernel: Kernel, actor: Actor, ctx: Context) => Promise<unknown>) => H
): Record<string, H> => {
  const sheet = sheetOf(definition);
  return {
    find: staff((kernel, actor, ctx) => find(kernel, definition, actor, ctx)),
    search: staff((kernel, actor, ctx) => page(kernel, definition, actor, ctx, askedIn(ctx))),
    ...(sheet && {
      export: staff((kernel, actor, ctx) => workbook(kernel, definition, sheet, actor, ctx)),
    }),
  };
};
