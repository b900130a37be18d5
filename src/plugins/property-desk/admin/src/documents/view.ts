import { DOCUMENT_KINDS, type DocumentKind } from '../../../contracts';
import type { Filters } from '../kernel/list/address';

/** The views over the archive: what is in it, what lacks one of its copies, what need not be kept, what has left. */
export const TABS = ['filed', 'lacks-paper', 'lacks-electronic', 'expired', 'gone'] as const;
export type Tab = (typeof TABS)[number];

/** What of the archive is shown; stands in the address. */
export interface View {
  tab: Tab;
  kind: DocumentKind | null;
  year: string | null;
  community: string | null;
  q: string;
}

const oneOf = <T extends string>(values: readonly T[], value: string | null): T | null =>
  values.find((each) => each === value) ?? null;

/** The view that an address names; what it does not know is left aside. */
export const viewIn = (params: URLSearchParams): View => ({
  tab: oneOf(TABS, params.get('tab')) ?? 'filed',
  kind: oneOf(DOCUMENT_KINDS, params.get('kind')),
  year: /^[12]\d{3}$/.test(params.get('year') ?? '') ? params.get('year') : null,
  community: params.get('community') || null,
  q: params.get('q') ?? '',
});

const narrowing = ({ kind, year, community, q }: View): Filters => ({
  ...(kind && { kind }),
  ...(year && { year }),
  ...(community && { community }),
  ...(q.trim() && { q: q.trim() }),
});

/** A view as an address; what is usual is left out. */
export const addressOf = (view: View): URLSearchParams =>
  new URLSearchParams({ ...(view.tab !== 'filed' && { tab: view.tab }), ...narrowing(view) });

const OF_TAB: Record<Tab, Filters> = {
  filed: { state: 'filed,disposing' },
  'lacks-paper': { lacks: 'paper' },
  'lacks-electronic': { lacks: 'electronic' },
  expired: { expired: 'true' },
  gone: { state: 'withdrawn,disposed' },
};

/** The view in the API's words. */
export const filtersOf = (view: View): Filters => ({ ...OF_TAB[view.tab], ...narrowing(view) });

/** Whether the view leaves documents of its tab out. */
export const isNarrowed = (view: View): boolean => Object.keys(narrowing(view)).length > 0;
