/** A post by its documentId, and the one that it reports to. */
export interface Reporting {
  documentId: string;
  reportsTo: string | null;
}

/** Whether a post would come to report to itself, over however many steps, if it reported to this one. */
export const goesRound = (posts: Reporting[], post: string, to: string | null): boolean => {
  const above = new Map(posts.map(({ documentId, reportsTo }) => [documentId, reportsTo]));
  const met = new Set<string>();
  for (let at = to; at; at = above.get(at) ?? null) {
    if (at === post) return true;
    // A circle that was there already is somebody else's.
    if (met.has(at)) return false;
    met.add(at);
  }
  return false;
};

/** A post with those that report to it. */
export interface Branch<P extends Reporting> {
  post: P;
  below: Branch<P>[];
}

/**
 * The organisation chart: who reports to nobody stands on top, in the order given. A post whose superior is not among
 * them stands on top too, and one in a circle, so that none is left out.
 */
export const organisationOf = <P extends Reporting>(posts: P[]): Branch<P>[] => {
  const known = new Set(posts.map(({ documentId }) => documentId));
  const drawn = new Set<string>();
  const draw = (post: P): Branch<P> => {
    drawn.add(post.documentId);
    const below: Branch<P>[] = [];
    for (const each of posts)
      if (each.reportsTo === post.documentId && !drawn.has(each.documentId)) below.push(draw(each));
    return { post, below };
  };
  const top = posts.filter(({ reportsTo }) => reportsTo === null || !known.has(reportsTo)).map(draw);
  for (const post of posts) if (!drawn.has(post.documentId)) top.push(draw(post));
  return top;
};

/** Roles of posts, from the one that answers for all down. */
export const STAFF_ROLES = ['manager', 'supervisor', 'specialist', 'receptionist', 'engineer'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

const rank = (role: string): number => (role === 'manager' ? 2 : role === 'supervisor' ? 1 : 0);

/** Whether somebody of one role may give or change a post of another: nobody sets up their superiors. */
export const mayAppoint = (own: string | null, role: string): boolean => own !== null && rank(own) >= rank(role);
