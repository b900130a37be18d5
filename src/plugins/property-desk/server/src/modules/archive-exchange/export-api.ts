import { PassThrough } from 'node:stream';
import type { Knex } from 'knex';
import type { Context } from 'koa';
import { z } from 'zod';
import { say } from '../../../../contracts';
import { COMMUNITY_UID, covers, type Actor } from '../../kernel/access/actor';
import { idParam } from '../../kernel/api/record-param';
import { attachment, bodyOf, localeOf, onlyParams } from '../../kernel/api/respond';
import { forbidden, invalid, noRight, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { XLSX_TYPE } from '../../kernel/sheet/write-sheet';
import { field, optional, parseInput } from '../../kernel/workflow/input';
import { HOUSEHOLD_UID } from '../household';
import { BUILDING_UID } from '../staff';
import { BOOK_LOCALE } from './book/dress';
import { writeBook } from './book/write-book';
import { exportLines } from './export-rows';
import { archiveExport } from './export-workflow';
import { notRequester } from './limits';
import { countHouseholds, type Scope } from './queries';
import { EXPORT_UID, type ExportRow } from './row';

/** What an export is asked for with. */
export const ASKED = z.strictObject({
  community: field.ref('community'),
  building: optional(field.ref('building')),
  plain: optional(field.yes()),
  reason: optional(field.text(200)),
});

const capOf = async ({ rulebook }: Kernel, community: number): Promise<number> =>
  (await rulebook.of(community)).number('exchange.exportCap');

/** `GET /archive-exports/scope?community=&building=`: how much it would be, and whether another has to agree. */
export const scope = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['community', 'building']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  if (community === undefined) throw invalid('community', 'error.parameter');
  const building = (await idParam(kernel, actor, ctx, 'building', BUILDING_UID)) ?? null;
  const households = await countHouseholds(kernel.strapi.db.connection, { community, building });
  const cap = await capOf(kernel, community);
  return {
    data: { households, cap, needsApproval: households > cap, plainAllowed: actor.can('archive.export-plain') },
  };
};

const placeOf = async (
  { rows, strapi }: Kernel,
  actor: Actor,
  asked: { community: string; building?: string }
): Promise<Scope> => {
  const unknown = (name: string) => invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  const community = await rows.idOf(strapi.db.connection, COMMUNITY_UID, asked.community);
  if (community === null || !covers(actor, community)) throw unknown('community');
  if (asked.building === undefined) return { community, building: null };
  const building = await rows.first(strapi.db.connection, BUILDING_UID, { documentId: asked.building });
  if (building?.community !== community) throw unknown('building');
  return { community, building: building.id };
};

/** `POST /archive-exports`: the archive as a workbook, at once, as far as one person takes it away alone. */
export const take = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const locale = localeOf(ctx, kernel.settings.locale);
  const asked = parseInput(ASKED, bodyOf(ctx), locale);
  const place = await placeOf(kernel, actor, asked as { community: string; building?: string });
  const { plain = false, reason } = asked as { plain?: boolean; reason?: string };
  if (plain && !actor.can('archive.export-plain')) throw noRight('archive.export-plain', '12');
  if (plain && (reason === undefined || [...reason].length < 2)) throw invalid('reason', 'error.reasonMissing');
  const { strapi, confidential, clock } = kernel;
  const households = await countHouseholds(strapi.db.connection, place);
  const cap = await capOf(kernel, place.community);
  if (households > cap) throw invalid('community', 'error.archive.overCap', { count: households, cap });

  await strapi.db.transaction(({ trx }) =>
    confidential.log(trx as Knex.Transaction, [
      {
        ...{ kind: 'export' as const, recordType: HOUSEHOLD_UID, recordDocumentId: '', records: households },
        ...{ field: plain ? 'plain' : null, reason: reason ?? null, actor, community: place.community },
      },
    ])
  );
  const output = new PassThrough();
  const name = `${say(BOOK_LOCALE, 'archive.export.file')} ${clock.dayKey(clock.now())}.xlsx`;
  attachment(ctx, name, XLSX_TYPE, output);
  void writeBook(output, exportLines(kernel, place, plain)).catch((error: Error) => {
    strapi.log.error(error);
    output.destroy(error);
  });
};

/** `GET /archive-exports/:documentId/file`: what was granted, to whoever asked for it and to nobody else. */
export const fetchFile = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { rows, strapi, files, confidential } = kernel;
  const documentId = String(ctx.params.documentId);
  const row = (await rows.first(strapi.db.connection, EXPORT_UID, { documentId })) as ExportRow | null;
  if (!row || !covers(actor, row.community)) throw notFound();
  if (!notRequester({ case: row, actor })) throw forbidden('error.archive.onlyRequester', { article: '12' });
  if (row.plain && !actor.can('archive.export-plain')) throw noRight('archive.export-plain', '12');
  // Past its time it is not handed out, whether or not the clock has had time to delete it.
  const over = row.expiresAt !== null && row.expiresAt <= kernel.clock.now();
  const content = row.state === 'ready' && row.file && !over ? await files.content(row.file) : null;
  if (!content) throw notFound('error.archive.fileGone');
  await strapi.db.transaction(({ trx }) =>
    confidential.log(trx as Knex.Transaction, [
      {
        ...{ kind: 'export' as const, recordType: archiveExport.name, recordDocumentId: row.documentId },
        ...{ records: row.households, field: row.plain ? 'plain' : null, reason: row.reason },
        ...{ actor, community: row.community },
      },
    ])
  );
  attachment(ctx, `${say(BOOK_LOCALE, 'archive.export.file')} ${row.number}.xlsx`, XLSX_TYPE, content);
};
