import type { Context } from 'koa';
import { z } from 'zod';
import type { Blocks } from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { attachment, bodyOf, localeOf } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import { DOCX_TYPE, renderDocument } from '../../kernel/print';
import type { Row } from '../../kernel/storage/rows';
import { field, optional, parseInput } from '../../kernel/workflow/input';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { noticePaper } from './paper';

const FILE_UID = 'plugin::upload.file';
const MOST_TITLE = 100;

/** The editor's fields as `edit` takes them, and where they stand. */
export const previewForm = (edit: z.ZodObject) =>
  z.strictObject({
    ...edit.shape,
    community: field.ref('community'),
    // The page is wanted while it is being written, before there is a title or a text.
    title: optional(z.string().max(MOST_TITLE)),
    documentId: optional(z.string().max(64)),
  });

/**
 * `POST /notices/preview`: what stands in the editor, printed as a draft. Nothing is kept. What is entered passes the
 * schema of `edit`, so that what may be previewed may also be saved; pictures come from the media library's disk.
 */
export const preview =
  (edit: z.ZodObject) =>
  async (kernel: Kernel, actor: Actor, ctx: Context): Promise<void> => {
    const { connection } = kernel.strapi.db;
    const given = parseInput(previewForm(edit), bodyOf(ctx), localeOf(ctx, kernel.settings.locale)) as {
      community: string;
      title?: string;
      body?: Blocks;
      issuer?: string;
      buildings?: string[];
      attachments?: string[];
    };
    const unknown = (name: string) => invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
    const community = await kernel.rows.first(connection, COMMUNITY_UID, { documentId: given.community });
    if (!community || !covers(actor, community.id)) throw unknown('community');
    const named = async (name: string, uid: string, ids: string[] = [], fits: (row: Row) => boolean = () => true) => {
      const names: string[] = [];
      for (const documentId of ids) {
        const row = await kernel.rows.first(connection, uid, { documentId });
        if (!row || !fits(row)) throw unknown(name);
        names.push(String(row.name ?? ''));
      }
      return names;
    };
    const { name, document } = await noticePaper(
      kernel,
      {
        documentId: '',
        number: null,
        state: 'draft',
        community: community.id,
        title: given.title ?? '',
        body: given.body ?? [],
        issuer: given.issuer ?? String(community.companyName ?? ''),
        issuedAt: null,
        withdrawnAt: null,
        withdrawReason: null,
        expiredAt: null,
      },
      {
        buildings: await named('buildings', BUILDING_UID, given.buildings, (row) => row.community === community.id),
        attachments: await named('attachments', FILE_UID, given.attachments),
      }
    );
    attachment(ctx, name, DOCX_TYPE, await renderDocument(document));
  };
