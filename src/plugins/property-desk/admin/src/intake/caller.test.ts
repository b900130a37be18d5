import type { SearchHousehold } from '../../../contracts';
import { startOf } from './caller';

const community = { documentId: 'c1', name: '阳光花园' };
const household: SearchHousehold = {
  documentId: 'h1',
  name: '3栋2单元501',
  fileNumber: null,
  community,
  why: [{ way: 'room', text: '3栋2单元501', resident: null, former: false }],
  residents: [
    { documentId: 'r0', name: '赵走了', kind: 'tenant', telephone: null, former: true },
    { documentId: 'r1', name: '张伟', kind: 'owner', telephone: '138****0001', former: false },
    { documentId: 'r2', name: '李娜', kind: 'family', telephone: null, former: false },
  ],
  openCases: [],
};

test('the form starts with the resident that was found, else with the first who lives there', () => {
  const why: SearchHousehold['why'] = [{ way: 'initials', text: 'ln', resident: 'r2', former: false }];
  expect(startOf({ household: { ...household, why }, community }, 'ln').reporterName).toBe('李娜');
  expect(startOf({ household, community }, '501').reporterName).toBe('张伟');
  expect(startOf({ household: null, community }, '路灯').reporterName).toBeUndefined();
});

test('a telephone that was searched for is the one to call back; a room number is none', () => {
  expect(startOf({ household, community }, '138 0000 0001').contactTelephone).toBe('13800000001');
  expect(startOf({ household, community }, '501').contactTelephone).toBeUndefined();
});
