import { initialsOf } from '../room';
import { residentKeys, vehicleKeys } from './keys';
import { readQuery, type Reading } from './reading';

/** The ways in which a text may be meant. */
const ways = (text: string) =>
  (Object.entries(readQuery(text)) as [keyof Reading, unknown][])
    .filter(([, value]) => value !== null)
    .map(([way]) => way);

describe('what somebody typed is read as', () => {
  it.each([
    ['13800005678', ['telephone', 'place', 'numbers']],
    ['021-5555 4321', ['telephone', 'place', 'numbers']],
    ['11010519491231002X', ['identityNumber', 'place', 'numbers']],
    ['11010519491231002x', ['identityNumber', 'place', 'numbers']],
    ['E12345678', ['identityNumber', 'place', 'numbers']],
    ['501', ['fileNumber', 'place', 'rooms', 'numbers']],
    ['DA-00001', ['fileNumber', 'plate', 'place', 'numbers', 'caseNumber']],
    ['王小明', ['name', 'place', 'numbers']],
    ['wxm', ['letters', 'place', 'numbers']],
    ['Wang Xiaoming', ['letters', 'place', 'numbers']],
    ['沪A·12345', ['plate', 'name', 'place']],
    ['沪AD12345', ['plate', 'name', 'place', 'numbers']],
    ['A12345', ['identityNumber', 'plate', 'place', 'rooms', 'numbers']],
    ['BX-20261123-0001', ['place', 'numbers', 'caseNumber']],
    ['345', ['fileNumber', 'place', 'rooms', 'numbers']],
    ['abcd', ['letters', 'place', 'numbers']],
    ['%', []],
    ['_', []],
    ["' or 1=1 --", ['place']],
    ['😀', []],
    ['', []],
  ])('%j: %j', (text, expected) => {
    expect(ways(text).sort()).toEqual([...expected].sort());
  });

  it.each([
    ['1', { number: 'DA-00001', written: false }],
    ['00001', { number: 'DA-00001', written: true }],
    ['da1', { number: 'DA-00001', written: true }],
    ['DA-00001', { number: 'DA-00001', written: true }],
    ['ＤＡ－１２３４５６', { number: 'DA-123456', written: true }],
    ['0', null],
    ['DA', null],
  ])('%j is the file number %j', (text, fileNumber) => {
    expect(readQuery(text).fileNumber).toEqual(fileNumber);
  });

  it.each([
    ['lü', 'lv'],
    ['Lyu', 'lv'],
    ["xi'an", 'xian'],
    ['wang2', null],
  ])('%j are the letters %j', (text, letters) => {
    expect(readQuery(text).letters).toBe(letters);
  });
});

describe('keys', () => {
  it.each([
    ['王小明', 'wangxiaoming'],
    ['单雄信', 'shanxiongxin'],
    ['吕晓', 'lvxiao'],
    ['欧阳娜娜', 'ouyangnana'],
    ['李Ann', 'liann'],
    ['阿依古丽·买买提', 'ayigulimaimaiti'],
    ['John Smith', 'johnsmith'],
    ['', ''],
  ])('%j in pinyin is %j', (name, pinyin) => {
    expect(residentKeys(name)).toEqual({ pinyin, initials: initialsOf(name) });
  });

  it.each([
    ['沪A·12345', '沪A12345', '54321A沪'],
    ['沪a 12345', '沪A12345', '54321A沪'],
    ['沪ＡＤ１２３４５', '沪AD12345', '54321DA沪'],
  ])('%j is compared as %j, from its end %j', (plate, plateKey, plateEnd) => {
    expect(vehicleKeys(plate)).toEqual({ plateKey, plateEnd });
  });
});
