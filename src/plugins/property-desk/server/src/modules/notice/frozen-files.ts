import type { Core } from '@strapi/strapi';
import { forbidden } from '../../kernel/errors';
import { kernelOf } from '../../kernel/kernel';
import { filesWhere, noticesBeyondDraft } from './queries';
import { FILE_UID, NOTICE_UID } from './row';

/** Where a file lies and how it is described there: none of it changes what readers see of a notice. */
const BESIDE = [
  'folder',
  'folderPath',
  'alternativeText',
  'caption',
  'focalPoint',
  'related',
  'updatedAt',
  'updatedBy',
  'isUrlSigned',
];

interface Event {
  params: { where?: object; data?: Record<string, unknown> };
}

interface UploadService {
  replace(id: number, ...rest: unknown[]): Promise<unknown>;
  remove(file: { id: number }): Promise<unknown>;
}

/**
 * A file that a notice beyond its draft shows, in its text or beside it, stays what was approved: it is neither
 * replaced nor deleted, through the media library or below it. Upload puts the new bytes in place, and takes the old
 * ones away, before it writes its record, so its service is asked first.
 */
export const keepShownFiles = (strapi: Core.Strapi): void => {
  const { links } = kernelOf(strapi);

  const refuse = async (files: number[]) => {
    // In whatever transaction is under way: on SQLite there is no second connection to ask on.
    const [notice] = await strapi.db.transaction(async ({ trx }) =>
      noticesBeyondDraft(trx, await links.showing(trx, NOTICE_UID, files))
    );
    if (notice) throw forbidden('error.fileOnNotice', { notice });
  };

  const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
  const { replace, remove } = upload;
  upload.replace = async (id, ...rest) => {
    await refuse([Number(id)]);
    return replace.call(upload, id, ...rest);
  };
  upload.remove = async (file) => {
    await refuse([Number(file.id)]);
    return remove.call(upload, file);
  };

  const among = async ({ params }: Event) => {
    const found = await filesWhere(strapi, params.where, ['id']);
    await refuse(found.map(({ id }) => Number(id)));
  };
  const changing = async (event: Event) => {
    const { where, data = {} } = event.params;
    const given = Object.keys(data).filter((field) => !BESIDE.includes(field));
    if (given.length === 0) return;
    const found = await filesWhere(strapi, where, given.filter(isColumn));
    const differs = found.some((file) =>
      given.some((field) => JSON.stringify(file[field] ?? null) !== JSON.stringify(data[field] ?? null))
    );
    if (differs) await among(event);
  };
  const columns = strapi.db.metadata.get(FILE_UID).attributes as Record<string, { type: string }>;
  const isColumn = (field: string) => columns[field] !== undefined && columns[field].type !== 'relation';

  strapi.db.lifecycles.subscribe({
    models: [FILE_UID],
    beforeUpdate: changing,
    beforeUpdateMany: changing,
    beforeDelete: among,
    beforeDeleteMany: among,
  } as never);
};
