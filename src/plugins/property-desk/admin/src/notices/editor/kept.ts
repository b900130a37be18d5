import type { Draft } from './form';

const keyOf = (documentId: string | null) => `property-desk.notice.${documentId ?? 'new'}`;

/** What was typed and not saved when the page went away, in this tab of the browser. */
export function keptDraft(documentId: string | null): Draft | null {
  try {
    const kept = sessionStorage.getItem(keyOf(documentId));
    return kept ? (JSON.parse(kept) as Draft) : null;
  } catch {
    return null;
  }
}

/** Keeps what is being typed, should the page go away; null forgets it. */
export function keepDraft(documentId: string | null, draft: Draft | null): void {
  try {
    if (draft) sessionStorage.setItem(keyOf(documentId), JSON.stringify(draft));
    else sessionStorage.removeItem(keyOf(documentId));
  } catch {
    // A browser that keeps nothing still edits and saves.
  }
}
