import { isPrivateSearch } from '../../../../contracts';
import { readSearch } from './search-text';

test.each([
  ['BX-20261123-0001', 'BX-20261123-0001'],
  ['bx2026', 'BX-2026'],
  ['ｂｘ-20261123', 'BX-20261123'],
  ['BX202611230007', 'BX-20261123-0007'],
  ['JY-2026-0001', 'JY-2026-0001'],
  ['BX', null],
  ['漏水', null],
  ['3栋', null],
])('%s begins the number %s', (typed, number) => {
  expect(readSearch(typed).number).toBe(number);
});

test.each([
  ['138 0000 5678', '138 0000 5678'],
  ['021-55551234', '021-55551234'],
  ['１３８００００５６７８', '13800005678'],
  ['漏水 13800005678', null],
  ['501', null],
])('%s may be the telephone %s', (typed, telephone) => {
  expect(readSearch(typed).telephone).toBe(telephone);
});

test('anything else is words, which a case must all hold', () => {
  expect(readSearch('  厨房  漏水 ').words).toEqual(['厨房', '漏水']);
  expect(readSearch('BX-20261123-0001').words).toEqual([]);
});

test.each([
  ['13800005678', true],
  ['138-0000-5678', true],
  ['１３８００００５６７８', true],
  ['+86 138 0000 5678', true],
  ['55551234', true],
  ['11010519491231002X', true],
  ['业主 13800005678 来电', true],
  ['BX-20261123-0001', false],
  ['BX202611230001', false],
  ['3-2-501', false],
  ['3栋2单元501', false],
  ['漏水', false],
  ['2026', false],
  ['K-001', false],
])('%s stays out of the address: %s', (typed, stays) => {
  expect(isPrivateSearch(typed)).toBe(stays);
});
