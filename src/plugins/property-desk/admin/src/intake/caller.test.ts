import type { SearchHousehold } from '../../../contracts';
import { choicesOf, startOf } from './caller';

const community = { documentId: 'c1', name: '阳光花园' };
const household: SearchHousehold = {
  documentId: 'h1',
  name: '3栋2单元501',
  community,
  residents: [
    { documentId: 'r1', name: '张伟', kind: 'owner', telephone: '138****0001' },
    { documentId: 'r2', name: '李娜', kind: 'family', telephone: null },
  ],
  openCases: [],
};

test('households come before cases, public places last and always', () => {
  const found = {
    type: 'ticket',
    plural: 'tickets',
    uid: 'u',
    documentId: 't1',
    number: 'BX-1',
    title: '',
    state: 'accepted',
    community,
  };
  expect(choicesOf({ households: [household], cases: [found] }, [community]).map(({ kind }) => kind)).toEqual([
    'household',
    'case',
    'public',
  ]);
  expect(choicesOf(null, [community]).map(({ kind }) => kind)).toEqual(['public']);
});

test('the form starts with the resident that was searched for, else with the first', () => {
  expect(startOf({ household, community }, '李娜').reporterName).toBe('李娜');
  expect(startOf({ household, community }, '501').reporterName).toBe('张伟');
  expect(startOf({ household: null, community }, '路灯').reporterName).toBeUndefined();
});

test('a telephone that was searched for is the one to call back; a room number is none', () => {
  expect(startOf({ household, community }, '138 0000 0001').contactTelephone).toBe('13800000001');
  expect(startOf({ household, community }, '501').contactTelephone).toBeUndefined();
});
