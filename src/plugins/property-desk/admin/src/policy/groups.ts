import type { PolicyListItem, PolicyState, Ref } from '../../../contracts';

/** The versions of one community: the one in force, those on their way, and those that were. */
export interface CommunityPolicies {
  community: Ref;
  effective: PolicyListItem | null;
  coming: PolicyListItem[];
  past: PolicyListItem[];
}

const COMING: readonly PolicyState[] = ['approved', 'submitted', 'draft'];

/** Versions by community, in the order of their names; on their way: the furthest first; past: the latest first. */
export function byCommunity(items: PolicyListItem[]): CommunityPolicies[] {
  const groups = new Map<string, PolicyListItem[]>();
  for (const item of items) {
    const { documentId } = item.community;
    groups.set(documentId, [...(groups.get(documentId) ?? []), item]);
  }
  const newest = (a: PolicyListItem, b: PolicyListItem) => b.createdAt.localeCompare(a.createdAt);
  return [...groups.values()]
    .flatMap((group) => {
      const [first] = group;
      if (!first) return [];
      return {
        community: first.community,
        effective: group.find(({ state }) => state === 'effective') ?? null,
        coming: COMING.flatMap((state) => group.filter((item) => item.state === state).sort(newest)),
        past: group.filter(({ state }) => state !== 'effective' && !COMING.includes(state)).sort(newest),
      };
    })
    .sort((a, b) => a.community.name.localeCompare(b.community.name));
}
