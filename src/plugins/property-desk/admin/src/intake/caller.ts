import type { Ref, SearchAnswer, SearchHousehold } from '../../../contracts';

/** Who is calling, as far as the desk knows: a household of the archive, or somebody about a public place. */
export interface Caller {
  community: Ref;
  household: SearchHousehold | null;
}

/** A line of the results that the arrow keys move over. */
export type Choice =
  | { kind: 'household'; key: string; caller: Caller }
  | { kind: 'public'; key: string; caller: Caller }
  | { kind: 'case'; key: string; found: SearchAnswer['cases'][number] };

/** Households first, then cases by number, then the public places of the communities in reach. */
export function choicesOf(answer: SearchAnswer | null, communities: Ref[]): Choice[] {
  return [
    ...(answer?.households ?? []).map((household): Choice => ({
      kind: 'household',
      key: household.documentId,
      caller: { household, community: household.community },
    })),
    ...(answer?.cases ?? []).map((found): Choice => ({ kind: 'case', key: found.documentId, found })),
    ...communities.map((community): Choice => ({
      kind: 'public',
      key: `public-${community.documentId}`,
      caller: { household: null, community },
    })),
  ];
}

const TELEPHONE = /^\+?\d[\d -]{5,}$/;

/** What the search already says about the caller, to start the form with. */
export function startOf(caller: Caller, query: string): Record<string, unknown> {
  const residents = caller.household?.residents ?? [];
  const typed = query.trim();
  const resident = residents.find(({ name }) => typed !== '' && name.includes(typed)) ?? residents[0];
  return {
    reporterName: resident?.name,
    contactTelephone: TELEPHONE.test(typed) ? typed.replace(/[ -]/g, '') : undefined,
  };
}
