import { inspect } from 'node:util';
import { isSealed, parseKeyring, SealBroken } from './keyring';
import { freshKeys } from './testing/fresh-keys';

const good = freshKeys('2026a', '2025a');
const [first, second] = good.PROPERTY_DESK_KEYS.split(',').map((entry) => entry.slice(6));

describe('parseKeyring', () => {
  test('the first key seals, all open', () => {
    const ring = parseKeyring(good);
    expect(ring.current).toBe('2026a');
    expect(ring.ids).toEqual(['2026a', '2025a']);

    const old = parseKeyring({ ...good, PROPERTY_DESK_KEYS: `2025a:${second}` });
    expect(ring.open(old.seal('13812345678', 'a|b|c'), 'a|b|c')).toBe('13812345678');
  });

  test.each([
    ['no keys', { PROPERTY_DESK_KEYS: undefined }, /PROPERTY_DESK_KEYS is not set/],
    ['blank keys', { PROPERTY_DESK_KEYS: ' , ' }, /PROPERTY_DESK_KEYS is not set/],
    ['no key id', { PROPERTY_DESK_KEYS: first }, /entry 1 does not start with a key id/],
    ['a key id that LIKE would read', { PROPERTY_DESK_KEYS: `20_6:${first}` }, /entry 1/],
    ['a capital in the key id', { PROPERTY_DESK_KEYS: `2026A:${first}` }, /entry 1/],
    [
      'a short key',
      { PROPERTY_DESK_KEYS: `2026a:${Buffer.alloc(16).toString('base64')}` },
      /key "2026a" is not the base64 of 32 bytes/,
    ],
    ['no base64', { PROPERTY_DESK_KEYS: `2026a:${'!'.repeat(44)}` }, /not the base64/],
    ['the same id twice', { PROPERTY_DESK_KEYS: `a:${first},a:${second}` }, /twice/],
    ['no hash key', { PROPERTY_DESK_HASH_KEY: '' }, /PROPERTY_DESK_HASH_KEY is not set/],
    ['a bad hash key', { PROPERTY_DESK_HASH_KEY: 'abc' }, /PROPERTY_DESK_HASH_KEY it is not the base64/],
    ['one key for both', { PROPERTY_DESK_HASH_KEY: first }, /must be a key of its own/],
  ])('refuses %s, says how to make keys, quotes none', (_, change, message) => {
    const start = () => parseKeyring({ ...good, ...change });
    expect(start).toThrow(message);
    expect(start).toThrow(/node -e "console\.log\(require\('node:crypto'\)\.randomBytes\(32\)/);
    try {
      start();
    } catch (error) {
      expect((error as Error).message).not.toContain(first);
    }
  });

  test('shows no key when it is printed', () => {
    expect(inspect(parseKeyring(good), { depth: 9, showHidden: true })).not.toContain(
      Buffer.from(first, 'base64').toString('hex').slice(0, 8)
    );
  });
});

describe('sealing', () => {
  const ring = parseKeyring(good);
  const sealed = ring.seal('13812345678', 'person|abc|telephone');

  test('carries the key id, hides the value, never repeats itself', () => {
    expect(sealed).toMatch(/^pdc1:2026a:[A-Za-z0-9_-]+$/);
    expect(isSealed(sealed)).toBe(true);
    expect(sealed).not.toContain('138');
    expect(ring.seal('13812345678', 'person|abc|telephone')).not.toBe(sealed);
    expect(ring.open(sealed, 'person|abc|telephone')).toBe('13812345678');
  });

  test.each(['person|abd|telephone', 'person|abc|identityNumber', 'house|abc|telephone'])(
    'does not open as %s',
    (about) => {
      expect(() => ring.open(sealed, about)).toThrow(SealBroken);
    }
  );

  test('does not open when a single bit was changed, nor cut short', () => {
    const body = Buffer.from(sealed.slice('pdc1:2026a:'.length), 'base64url');
    for (const at of [0, 12, 28, body.length - 1]) {
      const changed = Buffer.from(body);
      changed[at] ^= 1;
      expect(() => ring.open(`pdc1:2026a:${changed.toString('base64url')}`, 'person|abc|telephone')).toThrow(
        SealBroken
      );
    }
    expect(() => ring.openBytes('2026a', body.subarray(0, 20), 'person|abc|telephone')).toThrow(SealBroken);
  });

  test('names the missing key', () => {
    const other = parseKeyring(freshKeys('2030a'));
    expect(() => other.open(sealed, 'person|abc|telephone')).toThrow(/key "2026a" is not in PROPERTY_DESK_KEYS/);
  });

  test('hashes depend on the hash key alone', () => {
    const rotated = parseKeyring({ ...freshKeys('2027a'), PROPERTY_DESK_HASH_KEY: good.PROPERTY_DESK_HASH_KEY });
    expect(rotated.hash('x')).toBe(ring.hash('x'));
    expect(parseKeyring(freshKeys('2026a')).hash('x')).not.toBe(ring.hash('x'));
  });

  test.each([['13812345678'], ['pdc1:2026a:'], ['pdc1:2026a:abc'], [''], [null], [undefined], [13812345678]])(
    '%s is not sealed',
    (value) => {
      expect(isSealed(value)).toBe(false);
    }
  );
});
