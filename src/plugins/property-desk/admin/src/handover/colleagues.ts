import type { OptionRef } from '../kernel/api';

/** A staff member with what is open on them, and those who could take all of it over. */
export interface Colleagues {
  member: OptionRef | null;
  others: OptionRef[];
}

/** Who works wherever the member works: only they may be given everything. The member's own role comes first. */
export function colleaguesOf(teams: OptionRef[][], documentId: string): Colleagues {
  const theirs = teams.filter((team) => team.some((person) => person.documentId === documentId));
  const member = theirs[0]?.find((person) => person.documentId === documentId) ?? null;
  const others = (theirs[0] ?? []).filter(
    (person) =>
      person.documentId !== documentId &&
      theirs.every((team) => team.some((other) => other.documentId === person.documentId))
  );
  const rank = ({ role }: OptionRef) => (role === member?.role ? 0 : 1);
  return { member, others: others.sort((a, b) => rank(a) - rank(b)) };
}
