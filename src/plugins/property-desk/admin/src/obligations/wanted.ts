/** What the list of obligations can be narrowed to, by the names of the API's parameters. */
export const NARROWINGS = ['state', 'article', 'what', 'owner', 'community', 'from', 'to'] as const;
export const STATES = ['open', 'overdue', 'kept', 'broken', 'renegotiated', 'void', 'all'] as const;
export type Wanted = Partial<Record<(typeof NARROWINGS)[number], string>>;

/** Reads what is wanted off the address; anything else in it is left aside. */
export const wantedIn = (search: string): Wanted => {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    NARROWINGS.map((name) => [name, params.get(name)]).filter(([, value]) => value !== null && value !== '')
  ) as Wanted;
};
