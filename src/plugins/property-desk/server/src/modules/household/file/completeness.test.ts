import { GAP_CODES } from '../../../../../contracts';
import {
  COMPLETENESS_RULES,
  gapsOf,
  incompleteSince,
  isNewlyAsked,
  requirementsOf,
  standingGaps,
  type FileFacts,
} from './completeness';

const ALL = () => true;
const without = (rule: string) => (asked: string) => asked !== rule;

const owner = { telephone: true, identityNumber: true };
const complete: FileFacts = {
  owners: [owner],
  tenant: false,
  rentedOut: false,
  titleCertificate: true,
  responsible: true,
};

describe('gapsOf', () => {
  it.each<[string, Partial<FileFacts>, string[]]>([
    ['nothing', {}, []],
    ['the owner, of whom nothing more is asked', { owners: [] }, ['owner']],
    ['the only owner’s telephone', { owners: [{ telephone: false, identityNumber: true }] }, ['ownerTelephone']],
    ['no telephone where one of two owners has one', { owners: [owner, { ...owner, telephone: false }] }, []],
    [
      'the identity number of one of two owners',
      { owners: [owner, { ...owner, identityNumber: false }] },
      ['ownerIdentityNumber'],
    ],
    ['the title certificate', { titleCertificate: false }, ['titleCertificate']],
    ['somebody responsible', { responsible: false }, ['responsible']],
    ['the tenant of a flat that is let', { rentedOut: true }, ['tenant']],
    ['nothing of a flat that is let to somebody', { rentedOut: true, tenant: true }, []],
    ['nothing where a tenant lives in a flat that is not said to be let', { tenant: true }, []],
    [
      'everything',
      { owners: [], titleCertificate: false, responsible: false, rentedOut: true },
      ['owner', 'titleCertificate', 'responsible', 'tenant'],
    ],
  ])('misses %s', (_what, facts, gaps) => {
    expect(gapsOf({ ...complete, ...facts }, ALL)).toEqual(gaps);
  });

  it.each([
    ['household.needsIdentityNumber', { owners: [{ telephone: true, identityNumber: false }] }],
    ['household.needsTitleCertificate', { titleCertificate: false }],
    ['household.needsResponsible', { responsible: false }],
    ['household.needsTenant', { rentedOut: true }],
  ])('asks for nothing that %s says is not needed', (rule, facts) => {
    expect(gapsOf({ ...complete, ...facts }, ALL)).toHaveLength(1);
    expect(gapsOf({ ...complete, ...facts }, without(rule))).toEqual([]);
  });

  it('lets every rule of its own decide something', () => {
    expect(Object.keys(COMPLETENESS_RULES)).toHaveLength(4);
  });

  it('tells every gap that there is a word for', () => {
    const worst = { owners: [], tenant: false, rentedOut: true, titleCertificate: false, responsible: false };
    const bareOwner = { ...complete, owners: [{ telephone: false, identityNumber: false }] };
    expect([...new Set([...gapsOf(worst, ALL), ...gapsOf(bareOwner, ALL)])].sort()).toEqual([...GAP_CODES].sort());
  });
});

describe('isNewlyAsked', () => {
  it.each([
    [
      'a certificate that nobody asked for before',
      'titleCertificate',
      without('household.needsTitleCertificate'),
      true,
    ],
    [
      'a certificate where only the tenant was not asked for',
      'titleCertificate',
      without('household.needsTenant'),
      false,
    ],
    ['a tenant whom nobody asked for before', 'tenant', without('household.needsTenant'), true],
    ['an owner, who is always asked for', 'owner', () => false, false],
  ] as const)('%s', (_what, code, before, asked) => {
    expect(isNewlyAsked(code, requirementsOf(before))).toBe(asked);
  });

  it('says no of a file that nobody has looked at, or that was held against other rules altogether', () => {
    expect([null, ''].map((before) => isNewlyAsked('titleCertificate', before))).toEqual([false, false]);
  });

  it('tells every setting of the switches from every other', () => {
    const settings = Object.keys(COMPLETENESS_RULES).map((rule) => requirementsOf(without(rule)));
    expect(new Set([...settings, requirementsOf(ALL)]).size).toBe(settings.length + 1);
  });
});

describe('standingGaps', () => {
  const monday = new Date('2026-11-23T01:00:00.000Z');
  const tuesday = new Date('2026-11-24T01:00:00.000Z');

  it('keeps the moment since when a gap is open, and forgets those that are closed', () => {
    const first = standingGaps(['owner', 'responsible'], {}, () => monday);
    expect(first).toEqual({ owner: monday.toISOString(), responsible: monday.toISOString() });
    expect(standingGaps(['owner', 'tenant'], first, () => tuesday)).toEqual({
      owner: monday.toISOString(),
      tenant: tuesday.toISOString(),
    });
    // Opened again, it is open since then.
    expect(
      standingGaps(
        ['responsible'],
        standingGaps([], first, () => monday),
        () => tuesday
      )
    ).toEqual({
      responsible: tuesday.toISOString(),
    });
  });

  it.each([
    [{}, null],
    [{ owner: monday.toISOString() }, monday],
    [{ owner: tuesday.toISOString(), tenant: monday.toISOString() }, monday],
  ])('%j is incomplete since %j', (gaps, since) => {
    expect(incompleteSince(gaps)).toEqual(since);
  });
});
