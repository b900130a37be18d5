import type { Context } from 'koa';
import { NOTICE_KINDS } from '../../../../../contracts';
import { invalid } from '../../../kernel/errors';
import type { Kernel } from '../../../kernel/kernel';
import {
  readFields,
  readFilters,
  readPagination,
  readSort,
  type AttributeKind,
  type Condition,
  type PublicPage,
  type SortBy,
} from '../../../kernel/api/public-query';
import { choicesParam, onlyParams, textParam } from '../../../kernel/api/respond';
import { BUILDING_UID, COMMUNITY_UID } from '../../staff';

/** What front-end sites may filter by. */
export const FILTERS: Record<string, AttributeKind> = {
  documentId: 'text',
  number: 'text',
  title: 'text',
  kind: 'text',
  issuer: 'text',
  issuedAt: 'instant',
  expiresAt: 'instant',
  pinned: 'switch',
  'community.documentId': 'text',
  'community.name': 'text',
  'buildings.documentId': 'text',
  'buildings.name': 'text',
};

export const SORTS = ['pinned', 'issuedAt', 'expiresAt', 'title', 'number', 'kind'] as const;

/** All that a notice in the feed is made of. */
export const FIELDS = [
  ...['documentId', 'number', 'title', 'kind', 'body', 'issuer', 'issuedAt', 'expiresAt', 'pinned'],
  ...['community', 'buildings', 'attachments', 'supersedes'],
] as const;

/** What a front end asks of the feed. */
export interface Asked {
  where: Condition;
  sort: SortBy[];
  fields: Set<string> | null;
  page: PublicPage;
  /** Ids, from the short forms `community=` and `building=`. */
  community?: number;
  building?: { id: number; community: number };
  kinds?: string[];
}

/** Pinned first, newest first. */
const USUAL: SortBy[] = [
  { attribute: 'pinned', descending: true },
  { attribute: 'issuedAt', descending: true },
];

const record = async ({ rows, strapi }: Kernel, ctx: Context, name: string, uid: string) => {
  const documentId = textParam(ctx, name, 64);
  if (documentId === undefined) return undefined;
  const found = await rows.first(strapi.db.connection, uid, { documentId });
  if (!found) throw invalid(name, 'error.unknownReference', { field: { word: `field.${name}` } });
  return found;
};

/** Reads the query of the feed. @throws ValidationError that names the key which it does not know */
export const readAsked = async (kernel: Kernel, ctx: Context): Promise<Asked> => {
  onlyParams(ctx, ['community', 'building', 'kind', 'filters', 'sort', 'fields', 'pagination']);
  const { filters, sort, fields, pagination } = ctx.query as Record<string, unknown>;
  const sorted = readSort(SORTS, sort);
  const asked = {
    where: readFilters(FILTERS, filters),
    sort: sorted.length > 0 ? sorted : USUAL,
    fields: readFields(FIELDS, fields),
    page: readPagination(kernel.strapi.config.get('api.rest', {}), pagination),
    kinds: choicesParam(ctx, 'kind', NOTICE_KINDS),
  };
  const community = await record(kernel, ctx, 'community', COMMUNITY_UID);
  const building = await record(kernel, ctx, 'building', BUILDING_UID);
  return {
    ...asked,
    community: community?.id,
    building: building && { id: building.id, community: building.community as number },
  };
};
