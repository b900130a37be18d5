import type { CaseDetail, ConflictDetails } from '../../../../contracts';

/**
 * What others did to a case since somebody opened a form on it; null for nothing. The case itself knows best once it
 * has been read anew; until then the refusal says it.
 * @param seen the revision that the form was opened on
 * @param refused what the server said when it refused an action, if it did
 */
export function meanwhile(
  detail: { case: Pick<CaseDetail['case'], 'state' | 'revision'>; timeline: CaseDetail['timeline'] },
  seen: number,
  refused: ConflictDetails | null
): ConflictDetails | null {
  const { state, revision } = detail.case;
  if (refused && refused.revision > revision) return refused;
  if (revision <= seen) return refused;
  const since = detail.timeline.filter((entry) => entry.revision > seen).sort((a, b) => a.revision - b.revision);
  // Whoever sees only the face of a case has no story of it.
  return { state, revision, since: since.length > 0 ? since : (refused?.since ?? []) };
}

/** What was typed into one form, as far as another one asks for it, too; what that one had of its own stays. */
export function carried(
  typed: Record<string, unknown>,
  asked: Record<string, unknown>,
  own: Record<string, unknown> = {}
): Record<string, unknown> {
  const worth = ([name, value]: [string, unknown]) =>
    name in asked && value !== undefined && value !== null && value !== '';
  return { ...Object.fromEntries(Object.entries(typed).filter(worth)), ...own };
}
