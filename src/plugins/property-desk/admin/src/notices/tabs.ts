import { NOTICE_ENDED, NOTICE_KINDS, type NoticeKind } from '../../../contracts';
import type { Filters } from '../kernel/list/address';

/** The views over notices: by how far they have come, and what still has to be hung up. */
export const TABS = ['draft', 'submitted', 'approved', 'published', 'ended', 'to-post'] as const;
export type Tab = (typeof TABS)[number];

/** What of the notices is shown; stands in the address. */
export interface View {
  tab: Tab;
  kind: NoticeKind | null;
  community: string | null;
  q: string;
}

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((each) => each === value) ?? null;

/** The view that an address names; what it does not know is left aside. */
export const viewIn = (params: URLSearchParams): View => ({
  tab: oneOf(TABS, params.get('tab')) ?? 'published',
  kind: oneOf(NOTICE_KINDS, params.get('kind')),
  community: params.get('community') || null,
  q: params.get('q') ?? '',
});

/** A view as an address; what is usual is left out. */
export function addressOf({ tab, kind, community, q }: View): URLSearchParams {
  const params = new URLSearchParams();
  if (tab !== 'published') params.set('tab', tab);
  if (kind) params.set('kind', kind);
  if (community) params.set('community', community);
  if (q.trim()) params.set('q', q.trim());
  return params;
}

/** The view in the API's words. */
export function filtersOf({ tab, kind, community, q }: View): Filters {
  const filters: Filters = { state: tab === 'ended' ? NOTICE_ENDED.join(',') : tab };
  if (kind) filters.kind = kind;
  if (community) filters.community = community;
  if (q.trim()) filters.q = q.trim();
  return filters;
}

/** Whether the view leaves notices of its tab out. */
export const isNarrowed = ({ kind, community, q }: View): boolean => Boolean(kind || community || q.trim());
