import type { Ref, SearchHousehold } from '../../../contracts';

/** Who is calling, as far as the desk knows: a household of the archive, or somebody about a public place. */
export interface Caller {
  community: Ref;
  household: SearchHousehold | null;
}

const TELEPHONE = /^\+?\d[\d -]{5,}$/;

/** What the search already says about the caller, to start the form with. */
export function startOf(caller: Caller, query: string): Record<string, unknown> {
  const residents = caller.household?.residents ?? [];
  const typed = query.trim();
  const met = new Set(caller.household?.why.map(({ resident }) => resident));
  const resident =
    residents.find(({ documentId }) => met.has(documentId)) ?? residents.find(({ former }) => !former) ?? residents[0];
  return {
    reporterName: resident?.name,
    contactTelephone: TELEPHONE.test(typed) ? typed.replace(/[ -]/g, '') : undefined,
  };
}
