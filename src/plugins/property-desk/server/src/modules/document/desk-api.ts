import type { Context } from 'koa';
import type { Knex } from 'knex';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentVolume } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { idParam } from '../../kernel/api/record-param';
import { attachment, choicesParam, localeOf, onlyParams, wholeNumber } from '../../kernel/api/respond';
import { invalid, notFound } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { DOCX_TYPE, renderDocument } from '../../kernel/print';
import { COMMUNITY_UID, communityParam } from '../staff';
import { linesOf } from './lines';
import { readerOf, yearParam } from './list';
import { archiveOf } from './paper';
import { volumeCover, volumeFileName, volumeIndex } from './print';
import { documentsByIds, volumePage, volumesOf } from './queries';

/** Documents of one bound part: beyond it a volume is bound in several. */
const PART = 1000;

/** `GET /documents/volumes`: what there is of each kind in each year, latest first. */
export const volumes = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: DocumentVolume[] }> => {
  onlyParams(ctx, ['community']);
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  return { data: await volumesOf(kernel, actor, { community, reader: readerOf(actor) }) };
};

/** `GET /documents/volume`: index or cover of one kind in one year, as a Word file. */
export const volume = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, ['community', 'year', 'kind', 'paper', 'part']);
  const locale = localeOf(ctx, kernel.settings.locale);
  const community = await communityParam(kernel, actor, ctx);
  const year = yearParam(ctx);
  const kinds = choicesParam(ctx, 'kind', DOCUMENT_KINDS);
  if (year === undefined) throw invalid('year', 'error.documentYear', { from: 1000, to: 2999 });
  if (kinds?.length !== 1) throw invalid('kind', 'error.choice', { value: '', allowed: DOCUMENT_KINDS.join(', ') });
  const sort = (choicesParam(ctx, 'paper', ['index', 'cover'])?.[0] ?? 'index') as 'index' | 'cover';
  const part = wholeNumber(ctx, 'part', 1, 1000);
  const sought = { community: community.id, year, kinds, reader: readerOf(actor) };
  const { ids, count } = await volumePage(kernel, actor, sought, { part, size: PART });
  if (ids.length === 0) throw notFound();
  const record = {
    ...(await archiveOf(kernel, community.id, actor)),
    year,
    kind: kinds[0] as DocumentKind,
    documents: await linesOf(kernel, await documentsByIds(kernel, ids)),
    part,
    parts: Math.ceil(count / PART),
  };
  const entry = {
    kind: 'print' as const,
    recordType: 'document',
    recordDocumentId: community.documentId,
    field: `${year} ${kinds[0]}`,
    records: ids.length,
    actor,
    community: community.id,
  };
  await kernel.strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, [entry]));
  const spec = (sort === 'cover' ? volumeCover : volumeIndex)(record, locale);
  attachment(ctx, volumeFileName(record, sort, locale), DOCX_TYPE, await renderDocument(spec));
};
