import type { GapCode } from '../../../../../contracts';
import type { RuleDefinition } from '../../../kernel/rulebook/rulebook';

/** What article 12.1 asks of a household's file; a company's policy may ask for less. */
export const COMPLETENESS_RULES = {
  /** Whether every owner's identity number belongs into the file. */
  'household.needsIdentityNumber': { kind: 'switch', default: true, article: '12' },
  /** Whether a copy of the title certificate does. */
  'household.needsTitleCertificate': { kind: 'switch', default: true, article: '12' },
  /** Whether somebody of the office answers for the file. */
  'household.needsResponsible': { kind: 'switch', default: true, article: '12' },
  /** Whether a flat that is rented out must name its tenant. */
  'household.needsTenant': { kind: 'switch', default: true, article: '12' },
} satisfies Record<string, RuleDefinition>;

/** What of a household decides whether its file is complete. */
export interface FileFacts {
  /** Those who own it now. */
  owners: { telephone: boolean; identityNumber: boolean }[];
  /** Whether somebody rents it now. */
  tenant: boolean;
  rentedOut: boolean;
  /** Whether a copy of the title certificate is there, scanned or in the cabinet. */
  titleCertificate: boolean;
  responsible: boolean;
}

/** Which of the requirements that can be switched off are in force. */
export type Needs = (rule: keyof typeof COMPLETENESS_RULES) => boolean;

/** The requirements that can be switched off, by what is missing where they are not met. */
const ASKED_BY: Partial<Record<GapCode, keyof typeof COMPLETENESS_RULES>> = {
  ownerIdentityNumber: 'household.needsIdentityNumber',
  titleCertificate: 'household.needsTitleCertificate',
  responsible: 'household.needsResponsible',
  tenant: 'household.needsTenant',
};

const SWITCHES = Object.keys(COMPLETENESS_RULES) as (keyof typeof COMPLETENESS_RULES)[];

/**
 * Which requirements are in force, in one word that is kept with each file that was held against them. A requirement
 * that is added makes it longer, and so has every file looked at again.
 */
export const requirementsOf = (needs: Needs): string => SWITCHES.map((rule) => (needs(rule) ? '1' : '0')).join('');

/** Whether only rules ask for this that did not ask when the file was last looked at. */
export const isNewlyAsked = (code: GapCode, requirementsBefore: string | null): boolean => {
  const rule = ASKED_BY[code];
  return rule !== undefined && requirementsBefore?.[SWITCHES.indexOf(rule)] === '0';
};

/** What is missing from a household's file. Without an owner nothing more is asked of the owner. */
export const gapsOf = (file: FileFacts, needs: Needs): GapCode[] => {
  const owned = file.owners.length > 0;
  const missing: Record<GapCode, boolean> = {
    owner: !owned,
    ownerTelephone: owned && !file.owners.some(({ telephone }) => telephone),
    ownerIdentityNumber: owned && !file.owners.every(({ identityNumber }) => identityNumber),
    titleCertificate: !file.titleCertificate,
    responsible: !file.responsible,
    tenant: file.rentedOut && !file.tenant,
  };
  return (Object.keys(missing) as GapCode[]).filter((code) => {
    const rule = ASKED_BY[code];
    return missing[code] && (rule === undefined || needs(rule));
  });
};

/** Open gaps with the moment since when each is open. */
export type Gaps = Partial<Record<GapCode, string>>;

/**
 * The gaps as they stand now: one that stays open keeps the moment since when it is.
 * @param since of one that was not open before
 */
export const standingGaps = (open: GapCode[], before: Gaps, since: (code: GapCode) => Date): Gaps =>
  Object.fromEntries(open.map((code) => [code, before[code] ?? since(code).toISOString()]));

/** Since when a file has not been complete: its longest-standing gap; null where nothing is missing. */
export const incompleteSince = (gaps: Gaps): Date | null => {
  const moments = Object.values(gaps).map((since) => new Date(since).getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
};
