import type { Row } from '../../kernel/storage/rows';

/** Whose papers they are. */
export interface Office {
  company: string;
  community: string;
  /** Where the office is called. */
  officeTelephone: string | null;
}

/** The office of a community, as its papers name it. */
export const officeOf = (community: Row | null): Office => ({
  company: (community?.companyName as string) ?? '',
  community: (community?.name as string) ?? '',
  officeTelephone: (community?.telephone as string) ?? null,
});
