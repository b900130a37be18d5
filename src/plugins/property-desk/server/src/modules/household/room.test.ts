import { householdNames, initialsOf, plateKeyOf, roomKey } from './room';

describe('roomKey', () => {
  it.each([
    ['3栋2单元501', '3-2-501'],
    ['3-2-501', '3-2-501'],
    ['三号楼2单元501室', '3-2-501'],
    ['３栋２单元５０１', '3-2-501'],
    ['十二栋501', '12-501'],
    ['二十栋一单元三〇二', '20-1-302'],
    ['3# 2单元 501房', '3-2-501'],
    ['A3栋502B', 'a3-502b'],
    ['3，2，501', '3-2-501'],
    ['501', null],
    ['王小明', null],
    ['', null],
    ['1-2-3-4-5', null],
    ['3栋2单元天台', null],
    ['13800005678', null],
  ])('%j → %j', (text, key) => {
    expect(roomKey(text)).toBe(key);
  });

  it('finds a household by its own name', () => {
    for (const unit of ['2', null]) {
      const names = householdNames({ code: '3', name: '3栋' }, unit, '501');
      expect(roomKey(names.name)).toBe(names.roomKey);
    }
  });
});

describe('initialsOf', () => {
  it.each([
    ['王小明', 'wxm'],
    ['单雄信', 'sxx'],
    ['曾国藩', 'zgf'],
    ['欧阳娜娜', 'oynn'],
    ['John Smith', 'johnsmith'],
    ['李Ann', 'liann'.replace('li', 'l')],
    ['', ''],
  ])('%j → %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('plateKeyOf', () => {
  it.each([
    ['沪A12345', '沪A12345'],
    ['沪a·12345', '沪A12345'],
    [' 沪Ａ－１２３４５ ', '沪A12345'],
    ['沪A D12345', '沪AD12345'],
    ['沪A•D1234.5', '沪AD12345'],
    ['', ''],
  ])('%j → %j', (plate, key) => {
    expect(plateKeyOf(plate)).toBe(key);
  });
});
