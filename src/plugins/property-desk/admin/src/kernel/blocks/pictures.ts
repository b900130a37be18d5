import { keptUrl, type Asset } from '../mediaLibrary';
import type { Picture } from './nodes';

const FIELDS = [
  'name',
  'alternativeText',
  'url',
  'caption',
  'width',
  'height',
  'formats',
  'hash',
  'ext',
  'mime',
  'size',
  'previewUrl',
  'provider',
  'provider_metadata',
  'createdAt',
  'updatedAt',
] as const;

/** What a block keeps of a file of the media library: Strapi's own fields, no other. */
export function pictureOf(asset: Asset): Picture {
  const kept = Object.fromEntries(FIELDS.filter((field) => asset[field] !== undefined).map((f) => [f, asset[f]]));
  return {
    ...kept,
    alternativeText: asset.alternativeText || asset.name,
    url: keptUrl(asset.url),
    // A drawing has no size of its own; Strapi's validator wants one.
    width: asset.width ?? 0,
    height: asset.height ?? 0,
  } as Picture;
}
