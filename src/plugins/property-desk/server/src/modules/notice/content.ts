import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import type { BlockNode, Blocks, NoticeChannel, NoticeKind } from '../../../../contracts';
import { picturesIn } from '../../kernel/blocks/blocks';
import { invalid } from '../../kernel/errors';
import type { Links } from '../../kernel/storage/links';
import type { Row, Rows } from '../../kernel/storage/rows';
import { BUILDING_UID } from '../staff';
import { filesByHash, rowsByDocumentId } from './queries';
import { FILE_UID, NOTICE_UID, type NoticeRow } from './row';

/** Whoever reads and writes beside an action. */
export interface Desk {
  rows: Rows;
  links: Links;
  trx: Knex;
}

/** What stands in no column of a notice. */
export interface Linked {
  buildings: Row[];
  attachments: Row[];
  /** The pictures of its text, from the media library. */
  pictures: Row[];
}

const unknown = (field: string) => invalid(field, 'error.unknownReference', { field: { word: `field.${field}` } });

const named = async ({ rows, trx }: Desk, field: string, uid: string, documentIds: string[]): Promise<Row[]> => {
  const found = await rowsByDocumentId(trx, rows, uid, documentIds);
  const ordered = documentIds.map((documentId) => found.get(documentId));
  if (ordered.includes(undefined)) throw unknown(field);
  return ordered as Row[];
};

/** Buildings that were entered: the community's own only. */
export const namedBuildings = async (desk: Desk, community: number, documentIds: string[]): Promise<Row[]> => {
  const found = await named(desk, 'buildings', BUILDING_UID, documentIds);
  if (found.some((building) => building.community !== community)) throw unknown('buildings');
  return found;
};

/** Attachments that were entered, from the media library. */
export const namedFiles = (desk: Desk, documentIds: string[]): Promise<Row[]> =>
  named(desk, 'attachments', FILE_UID, documentIds);

const hashOf = (node: BlockNode): string => String((node.image as { hash?: unknown } | undefined)?.hash ?? '');

/** The pictures of a text, each once; refused are such as the media library does not know: they could change at any time. */
export const picturesOf = async ({ rows, trx }: Desk, body: Blocks): Promise<Row[]> => {
  const hashes = [...new Set(picturesIn(body).map(hashOf))];
  const found = await filesByHash(trx, rows, hashes);
  if (hashes.some((hash) => !String(found.get(hash)?.mime ?? '').startsWith('image/')))
    throw invalid('body', 'error.unknownPicture');
  return hashes.map((hash) => found.get(hash) as Row);
};

const iso = (value: unknown): string => (value instanceof Date ? value : new Date(String(value))).toISOString();

/** A text with its pictures as the media library has them, whatever was sent about them. */
export const withPictures = (body: Blocks, pictures: Row[]): Blocks => {
  const byHash = new Map(pictures.map((file) => [file.hash as string, file]));
  return body.map((node) => {
    if (node.type !== 'image') return node;
    const file = byHash.get(hashOf(node)) as Row;
    const { alternativeText, caption } = node.image as Record<string, string | null>;
    const { name, url, hash, ext, mime, size, width, height, formats, previewUrl, provider } = file;
    return {
      ...node,
      image: {
        documentId: file.documentId,
        ...{ name, url, hash, ext: ext ?? '', mime, size: Number(size), width: width ?? 0, height: height ?? 0 },
        ...{ formats: formats ?? null, previewUrl: previewUrl ?? null, provider },
        alternativeText: alternativeText ?? (file.alternativeText as string | null),
        caption: caption ?? (file.caption as string | null),
        createdAt: iso(file.createdAt),
        updatedAt: iso(file.updatedAt),
      },
    };
  });
};

/** What is linked to each of these notices. */
export const linkedTo = async ({ rows, links, trx }: Desk, ids: number[]): Promise<Map<number, Linked>> => {
  const buildings = await links.relations(trx, NOTICE_UID, 'buildings', ids);
  const attachments = await links.media(trx, NOTICE_UID, 'attachments', ids);
  const pictures = await links.media(trx, NOTICE_UID, 'pictures', ids);
  const all = (of: Map<number, number[]>) => [...of.values()].flat();
  const places = await rows.byIds(trx, BUILDING_UID, all(buildings));
  const files = await rows.byIds(trx, FILE_UID, [...all(attachments), ...all(pictures)]);
  const each = (of: Map<number, number[]>, from: Map<number, Row>, id: number) =>
    (of.get(id) ?? []).map((one) => from.get(one)).filter((row): row is Row => row !== undefined);
  return new Map(
    ids.map((id) => [
      id,
      {
        buildings: each(buildings, places, id),
        attachments: each(attachments, files, id),
        pictures: each(pictures, files, id),
      },
    ])
  );
};

/** Writes what is linked to a notice; what is not given stays. */
export const link = async (
  { links }: Desk,
  trx: Knex.Transaction,
  notice: number,
  linked: Partial<Record<keyof Linked, number[]>>
) => {
  const { buildings, attachments, pictures } = linked;
  if (buildings) await links.relate(trx, NOTICE_UID, 'buildings', notice, buildings);
  if (attachments) await links.attach(trx, NOTICE_UID, 'attachments', notice, attachments);
  if (pictures) await links.attach(trx, NOTICE_UID, 'pictures', notice, pictures);
};

/** Keys in one order, so that the same content is the same text. */
const canonical = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(canonical);
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, each]) => [key, canonical(each)])
    );
  return value ?? null;
};

const facts = ({ documentId, name, hash, url, mime, size }: Row) => ({
  documentId,
  name,
  hash,
  url,
  mime,
  size: Number(size),
});

/** A digest of all that readers see of a notice and of whom it goes to: the same before and after, or not the same notice. */
export const digestOf = (row: NoticeRow, { buildings, attachments, pictures }: Linked): string => {
  const { title, kind, body, channels, issuer, publishAt, expiresAt, pinned, community } = row;
  const content = {
    ...{ title, kind, body, channels, issuer, publishAt, expiresAt, pinned: Boolean(pinned), community },
    buildings: buildings.map(({ documentId }) => documentId),
    attachments: attachments.map(facts),
    pictures: pictures.map(facts),
  };
  return createHash('sha256')
    .update(JSON.stringify(canonical(content)))
    .digest('hex');
};

/** What a notice says and to whom. */
export interface Content {
  title: string;
  kind: NoticeKind;
  body: Blocks;
  channels: NoticeChannel[];
  issuer: string;
  publishAt: Date | null;
  expiresAt: Date | null;
  pinned: boolean;
}
