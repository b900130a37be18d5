import { PassThrough } from 'node:stream';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { say, type ArchiveFinding, type ArchiveImportItem, type Page } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { actionResult } from '../../kernel/api/case-api';
import { idParam } from '../../kernel/api/record-param';
import { attachment, choicesParam, localeOf, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import { filesOf } from '../../kernel/api/upload';
import { invalid, noRight, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { writeSheet, XLSX_TYPE } from '../../kernel/sheet/write-sheet';
import { COMMUNITY_UID } from '../staff';
import { templateBook } from './book/template';
import { importItems } from './import-list';
import { archiveImport } from './import-workflow';
import { linesOf, PARTS, type Part, type Report } from './report';
import { IMPORT_UID, type ImportRow } from './row';
import { tasksOf } from './tasks';

/** Bytes of a workbook: a hundred thousand rows take a tenth of it. */
const LARGEST = 30 * 1024 * 1024;

/** An import of one of the actor's communities. */
const one = async ({ rows, strapi }: Kernel, actor: Actor, ctx: Context): Promise<ImportRow> => {
  if (!actor.can('archive-import.read')) throw noRight('archive-import.read', '12');
  const documentId = String(ctx.params.documentId);
  const row = (await rows.first(strapi.db.connection, IMPORT_UID, { documentId })) as ImportRow | null;
  if (!row || !covers(actor, row.community)) throw notFound();
  return row;
};

const reportOf = async ({ files }: Kernel, row: ImportRow): Promise<Report> => {
  const content = row.report ? await files.content(row.report) : null;
  return content ? (JSON.parse(content.toString()) as Report) : { problems: [], changes: [], additions: [] };
};

/** `GET /archive-imports/template`. */
export const template = async (_kernel: Kernel, _actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  attachment(ctx, `${say('zh-Hans', 'archive.template.file')}.xlsx`, XLSX_TYPE, await templateBook());
};

/** `POST /archive-imports?community=`, one workbook in the field `files`. */
export const upload = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const [file] = await filesOf(ctx, { count: 1, size: LARGEST });
  onlyParams(ctx, ['community']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  if (community === undefined) throw invalid('community', 'error.parameter');
  // Looked at before it is kept; what is inside is read in a thread, later.
  if (!file.buffer.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04])))
    throw invalid('files', 'error.archive.notXlsx');
  const { files, engine, strapi } = kernel;
  const locale = localeOf(ctx, kernel.settings.locale);
  const stored = await files.keep(file.name, XLSX_TYPE, file.buffer);
  try {
    const done = await strapi.db.transaction(async ({ trx }) => {
      const input = { community: String(ctx.query.community) };
      const started = await engine.act(archiveImport, { action: 'upload', input, actor, locale, files: [stored] });
      const on = { caseType: archiveImport.name, caseDocumentId: stored.documentId, action: 'upload' };
      await files.record(trx as Knex.Transaction, [stored], on, actor);
      return started;
    });
    return await actionResult(kernel, archiveImport, done);
  } catch (error) {
    await files.discard([stored]);
    throw error;
  }
};

/** `GET /archive-imports/:documentId/progress`: asked again and again while a machine is at it. */
export const progress = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: ArchiveImportItem }> => {
  onlyParams(ctx, []);
  const row = await one(kernel, actor, ctx);
  const [item] = await importItems(kernel, [row], localeOf(ctx, kernel.settings.locale));
  return { data: item };
};

const look = (kernel: Kernel, row: ImportRow, actor: Actor, kind: 'list' | 'export', records: number) =>
  kernel.strapi.db.transaction(({ trx }) =>
    kernel.confidential.log(trx as Knex.Transaction, [
      {
        ...{ kind, recordType: archiveImport.name, recordDocumentId: row.documentId },
        ...{ records, actor, community: row.community },
      },
    ])
  );

/** `GET /archive-imports/:documentId/report?part=problems`: what a book would bring, or what is wrong with it, page by page. */
export const report = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<ArchiveFinding>> => {
  onlyParams(ctx, ['part', 'cursor', 'limit']);
  const row = await one(kernel, actor, ctx);
  const part = (choicesParam(ctx, 'part', PARTS)?.[0] ?? 'problems') as Part;
  const limit = wholeNumber(ctx, 'limit', 50, 200);
  const cursor = textParam(ctx, 'cursor', 10);
  if (cursor !== undefined && !/^\d{1,7}$/.test(cursor)) throw invalid('cursor', 'error.cursor');
  const from = Number(cursor ?? 0);
  const leftOut = (await tasksOf(kernel).of(row.documentId, 'write'))?.leftOut ?? [];
  const lines = linesOf(localeOf(ctx, kernel.settings.locale), await reportOf(kernel, row), leftOut, part);
  const data = lines.slice(from, from + limit).map((line) => line());
  if (data.length > 0) await look(kernel, row, actor, 'list', data.length);
  return {
    data,
    meta: {
      nextCursor: from + limit < lines.length ? String(from + limit) : null,
      total: lines.length,
      totalIsCapped: false,
    },
  };
};

/** `GET /archive-imports/:documentId/report/file`: all of it as a workbook, masked. */
export const reportFile = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['part']);
  const row = await one(kernel, actor, ctx);
  const part = (choicesParam(ctx, 'part', PARTS)?.[0] ?? 'problems') as Part;
  const locale = localeOf(ctx, kernel.settings.locale);
  const leftOut = (await tasksOf(kernel).of(row.documentId, 'write'))?.leftOut ?? [];
  const lines = linesOf(locale, await reportOf(kernel, row), leftOut, part);
  await look(kernel, row, actor, 'export', lines.length);
  const heads = ['sheet', 'row', 'column', 'about', 'text', 'from', 'to'] as const;
  const width = { sheet: 10, row: 8, column: 16, about: 30, text: 60, from: 24, to: 24 };
  const shown = heads.filter((head) =>
    part === 'changes'
      ? head !== 'text'
      : part === 'additions'
        ? ['sheet', 'row', 'about'].includes(head)
        : !['about', 'from', 'to'].includes(head)
  );
  const output = new PassThrough();
  const name = `${row.number} ${say(locale, `archive.part.${part}`)}.xlsx`;
  attachment(ctx, name, XLSX_TYPE, output);
  function* all() {
    for (const line of lines) {
      const finding = line();
      yield shown.map((head) => (finding[head] === null ? null : String(finding[head])));
    }
  }
  const headers = shown.map((head) => ({ text: say(locale, `archive.head.${head}`), width: width[head] }));
  void writeSheet(output, say(locale, `archive.part.${part}`), headers, all()).catch((error: Error) =>
    output.destroy(error)
  );
};
