/** 住户档案, article 12: one household, one file. */

/** What a file can lack. */
export const GAP_CODES = [
  'owner',
  'ownerTelephone',
  'ownerIdentityNumber',
  'titleCertificate',
  'responsible',
  'tenant',
] as const;
export type GapCode = (typeof GAP_CODES)[number];
