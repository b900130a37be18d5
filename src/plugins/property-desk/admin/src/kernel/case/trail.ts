import * as React from 'react';
import { useLocation } from 'react-router-dom';

/** The list that a case was opened from: its address with its filters, the key of its name, and the pages it leads to. */
export interface Trail {
  back: string;
  word: string;
  links: string[];
}

/** Where one stands in a list: the pages before and after this one, and which of how many it is. */
export interface Standing {
  before: string | null;
  after: string | null;
  at: number;
  of: number;
}

/** Kept for this tab only, and nothing of anybody's but documentIds. */
const KEPT = 'property-desk.trail';

/** Where a page stands in a list; null where it is not in it. */
export function standingIn(trail: Trail | null, path: string): Standing | null {
  const index = trail?.links.indexOf(path) ?? -1;
  if (!trail || index < 0) return null;
  return {
    before: trail.links[index - 1] ?? null,
    after: trail.links[index + 1] ?? null,
    at: index + 1,
    of: trail.links.length,
  };
}

/** Reads what was kept; null for nothing, or for what is no trail. */
export function trailFrom(text: string | null): Trail | null {
  try {
    const { back, word, links } = JSON.parse(text ?? 'null') as Trail;
    const sound = typeof back === 'string' && typeof word === 'string' && Array.isArray(links);
    return sound ? { back, word, links: links.filter((link) => typeof link === 'string') } : null;
  } catch {
    return null;
  }
}

/**
 * Lets the cases of a list lead to each other and back to it; call it where the list stands.
 * @param word key of the list's name
 * @param links the pages that its lines open, in their order, each once
 */
export function useLeavesTrail(word: string, links: readonly string[]): void {
  const { pathname, search } = useLocation();
  const trail = JSON.stringify({ back: `${pathname}${search}`, word, links: [...new Set(links)] });
  React.useEffect(() => {
    try {
      window.sessionStorage.setItem(KEPT, trail);
    } catch {
      // A browser that keeps nothing has no way from case to case; the list is still there.
    }
  }, [trail]);
}

/** The list that this page was opened from, and where it stands in it; null where one came another way. */
export function useTrail(): (Trail & { standing: Standing }) | null {
  const { pathname } = useLocation();
  return React.useMemo(() => {
    try {
      const trail = trailFrom(window.sessionStorage.getItem(KEPT));
      const standing = standingIn(trail, pathname);
      return trail && standing ? { ...trail, standing } : null;
    } catch {
      return null;
    }
  }, [pathname]);
}
