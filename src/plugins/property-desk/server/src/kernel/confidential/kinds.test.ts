import fc from 'fast-check';
import { isMask, isValid, maskPlain, normalise, redact } from './kinds';

describe('telephones compare equal however they were typed', () => {
  test.each([
    ['13812345678', '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['138-1234-5678', '13812345678'],
    ['+86 138 1234 5678', '13812345678'],
    ['+8613812345678', '13812345678'],
    ['0086-13812345678', '13812345678'],
    ['8613812345678', '13812345678'],
    ['１３８１２３４５６７８', '13812345678'],
    ['＋８６　１３８－１２３４－５６７８', '13812345678'],
    ['021-5555 1234', '02155551234'],
    ['(021) 55551234', '02155551234'],
    ['（021）5555-1234', '02155551234'],
    ['+86 21 5555 1234', '02155551234'],
    ['+86 755 1234 5678', '075512345678'],
    ['+86 10 6552 9988', '01065529988'],
    ['+86 400 820 8820', '4008208820'],
    ['021-55551234转801', '02155551234801'],
    ['95588', '95588'],
    ['+1 415 555 2671', '+14155552671'],
    ['001 415 555 2671', '+14155552671'],
    ['+852 2345 6789', '+85223456789'],
  ])('%s → %s', (typed, normal) => {
    expect(normalise('telephone', typed)).toBe(normal);
    expect(isValid('telephone', typed)).toBe(true);
  });
});

test.each([
  ['identityNumber', '11010119900307123x', '11010119900307123X'],
  ['identityNumber', '110101 19900307 1234', '110101199003071234'],
  ['identityNumber', '１１０１０１１９９００３０７１２３ｘ', '11010119900307123X'],
  ['identityNumber', 'H1234567(8)', 'H12345678'],
  ['mail', ' Wang@Example.ORG ', 'wang@example.org'],
  ['mail', 'ｗａｎｇ＠example.org', 'wang@example.org'],
  ['text', '  as it is  ', 'as it is'],
] as const)('%s %s → %s', (kind, typed, normal) => {
  expect(normalise(kind, typed)).toBe(normal);
  expect(isValid(kind, typed)).toBe(true);
});

test.each([
  ['telephone', '1234'],
  ['telephone', '123456789012345678901'],
  ['telephone', 'call me'],
  ['telephone', '138123a5678'],
  ['telephone', '138+12345678'],
  ['telephone', '138****5678'],
  ['telephone', `1${' '.repeat(40)}3812345678`],
  ['identityNumber', '1234'],
  ['identityNumber', '110***********1234'],
  ['identityNumber', '身份证'],
  ['mail', 'wang'],
  ['mail', 'wang@'],
  ['mail', 'a@b@example.org'],
  ['mail', 'wang@example.org, li@example.org'],
  ['mail', 'Wang <wang@example.org>'],
  ['mail', 'w***@example.org'],
  ['mail', `${'w'.repeat(65)}@example.org`],
] as const)('%s "%s" is refused', (kind, typed) => {
  expect(isValid(kind, typed)).toBe(false);
});

describe('masks', () => {
  test.each([
    ['telephone', '13812345678', '138****5678'],
    ['telephone', '+86 138-1234-5678', '138****5678'],
    ['telephone', '021-5555 1234', '021******34'],
    ['telephone', '010-65529988', '010******88'],
    ['telephone', '0755-12345678', '0755******78'],
    ['telephone', '0512-1234567', '0512******7'],
    ['telephone', '4008208820', '******8820'],
    ['telephone', '55551234', '****1234'],
    ['telephone', '95588', '***88'],
    ['telephone', '+1 415 555 2671', '+*******2671'],
    ['telephone', '1', '*'],
    ['identityNumber', '110101199003071234', '110***********1234'],
    ['identityNumber', '11010119900307123x', '110***********123X'],
    ['identityNumber', '110101900307123', '110********7123'],
    ['identityNumber', 'E12345678', 'E******78'],
    ['mail', 'wang@example.org', 'w***@example.org'],
    ['mail', 'w@example.org', '***@example.org'],
    ['text', 'prefers evenings', '*'],
    ['telephone', '', ''],
    ['text', null, ''],
    ['identityNumber', undefined, ''],
  ] as const)('%s %s → %s', (kind, plain, mask) => {
    expect(maskPlain(kind, plain)).toBe(mask);
  });

  test('show no telephone whole, and at most half of one that is no mobile', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?\d{1,20}$/), (typed) => {
        const plain = normalise('telephone', typed);
        const shown = maskPlain('telephone', typed);
        const digits = (text: string) => text.replace(/\D/g, '').length;
        expect(shown).toHaveLength(plain.length);
        expect(isMask('telephone', shown)).toBe(true);
        expect(isValid('telephone', shown)).toBe(false);
        if (!/^1[3-9]\d{9}$/.test(plain)) expect(digits(shown)).toBeLessThanOrEqual(Math.floor(digits(plain) / 2));
        // What is shown stands where it stood.
        [...shown].forEach((sign, at) => expect(sign === '*' || sign === plain[at]).toBe(true));
      }),
      { numRuns: 2000 }
    );
  });
});

test.each([
  ['owner asked, 13812345678', 'owner asked, 138****5678'],
  ['业主要求，138 1234 5678，请回电', '业主要求，138****5678，请回电'],
  ['+86 13812345678', '138****5678'],
  ['１３８１２３４５６７８', '138****5678'],
  ['id 110101199003071234', 'id 110***********1234'],
  ['ticket WX20261123-0007 of 2026-11-23', 'ticket WX20261123-0007 of 2026-11-23'],
])('a reason "%s" is logged as "%s"', (reason, logged) => {
  expect(redact(reason)).toBe(logged);
});

test('a reason never repeats the value it asks for', () => {
  expect(redact('number 021-5555 1234?', [{ kind: 'telephone', plain: '(021)55551234' }])).toBe('number 021******34?');
  expect(redact('is it a.b (c)', [{ kind: 'text', plain: 'a.b (c)' }])).toBe('is it *');
});
