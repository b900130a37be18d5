import { OCCUPANCIES } from '../../../contracts';

/** What the list of files is narrowed to; the names are those of the call's parameters. */
export interface HouseholdFilter {
  community?: string;
  building?: string;
  responsible?: string;
  occupancy?: string;
  incomplete?: 'true' | 'false';
}

const ID = /^[a-z][a-z0-9]{1,63}$/;

/** The filter that an address names; what makes no sense is left out. */
export function filtersIn(params: URLSearchParams): HouseholdFilter {
  const filter: HouseholdFilter = {};
  for (const name of ['community', 'building', 'responsible'] as const) {
    const value = params.get(name);
    if (value && ID.test(value)) filter[name] = value;
  }
  const occupancy = params.get('occupancy');
  if (occupancy && (OCCUPANCIES as readonly string[]).includes(occupancy)) filter.occupancy = occupancy;
  const incomplete = params.get('incomplete');
  if (incomplete === 'true' || incomplete === 'false') filter.incomplete = incomplete;
  return filter;
}

/** The address of a filter. */
export const addressOf = (filter: HouseholdFilter): URLSearchParams =>
  new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** Whether anything is left out of the list. */
export const isNarrowed = (filter: HouseholdFilter): boolean => Object.values(filter).some(Boolean);

/** Another value of one filter; buildings and people are those of a community, and go with it. */
export function narrowedBy(
  filter: HouseholdFilter,
  name: keyof HouseholdFilter,
  value: string | null
): HouseholdFilter {
  const next = { ...filter, [name]: value ?? undefined };
  if (name === 'community') {
    delete next.building;
    delete next.responsible;
  }
  return next;
}
