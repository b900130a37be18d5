/** @jest-environment node */
import { keptBy } from './kept';
import { storableOf } from './storable';

test.each<[string, unknown, unknown]>([
  ['description', '厨房水管漏水', '厨房水管漏水'],
  ['contactTelephone', '13800005678', undefined],
  ['proposedIdentityNumber', '11010519491231002X', undefined],
  ['contactMail', 'a@b.cn', undefined],
  ['note', '请打 13800005678 找王先生', '请打  找王先生'],
  ['note', '请打 021-5555 1234', '请打 '],
  ['note', '证件 11010519491231002X。', '证件 。'],
  ['promisedAt', '2026-12-01T08:00:00.000Z', '2026-12-01T08:00:00.000Z'],
  ['day', '2026-12-01', '2026-12-01'],
  ['place', '3栋2单元501', '3栋2单元501'],
  ['category', 'k12345678abc', 'k12345678abc'],
  ['ratingOverall', 5, 5],
  ['anonymous', false, false],
  ['handler', null, null],
  ['parts', [{ name: '角阀', price: 3500 }], [{ name: '角阀', price: 3500 }]],
  ['evidence', [{ person: '李', telephone: '13800005678' }], [{ person: '李' }]],
  ['photos', [new Blob(['x'])], []],
  ['file', new Blob(['x']), undefined],
  ['nothing', undefined, undefined],
])('%s: %j', (name, value, kept) => {
  expect(storableOf({ [name]: value })).toEqual(kept === undefined ? {} : { [name]: kept });
});

/** A storage as browsers have it. */
const storage = (full = false): Storage => {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error('QuotaExceededError');
      values.set(key, value);
    },
    removeItem: (key) => void values.delete(key),
    clear: () => values.clear(),
  };
};

test('what was begun is there after a reload, for the same person and nobody else', () => {
  const tab = storage();
  keptBy('anna', tab).write('case.abc.complete', { workDone: '换阀', contactTelephone: '13800005678' });
  expect(keptBy('anna', tab).read('case.abc.complete')).toEqual({ workDone: '换阀' });
  keptBy('anna', tab).write('intake', { note: '打 13800005678' }, { number: 'BX-20261123-0001' });
  expect(keptBy('anna', tab).read('intake')).toEqual({ note: '打 ', number: 'BX-20261123-0001' });
  expect(keptBy('anna', tab).read('case.abc.start')).toBeUndefined();
  tab.setItem('of somebody else', 'stays');
  expect(keptBy('bert', tab).read('case.abc.complete')).toBeUndefined();
  expect(keptBy('anna', tab).read('case.abc.complete')).toBeUndefined();
  expect(tab.getItem('of somebody else')).toBe('stays');
});

test('what was sent is forgotten, and a browser that keeps nothing does no harm', () => {
  const tab = storage();
  const kept = keptBy('anna', tab);
  kept.write('intake', { description: '漏水' });
  kept.clear('intake');
  expect(kept.read('intake')).toBeUndefined();
  tab.setItem('property-desk.draft.anna.intake', 'no JSON');
  expect(kept.read('intake')).toBeUndefined();
  const full = keptBy('anna', storage(true));
  expect(() => full.write('intake', { description: '漏水' })).not.toThrow();
});
