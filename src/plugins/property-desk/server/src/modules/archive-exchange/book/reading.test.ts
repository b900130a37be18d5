import type { CellValue } from 'exceljs';
import { readCell } from './cell';
import { COLUMNS, type SheetName } from './columns';
import { readField, type Known } from './fields';
import { identityFault } from './identity-number';
import { plateOf } from './plate';

describe('a cell', () => {
  it.each<[unknown, unknown]>([
    [null, { kind: 'blank' }],
    [undefined, { kind: 'blank' }],
    ['', { kind: 'blank' }],
    [' \u3000\u200b\n ', { kind: 'blank' }],
    ['  王  小明 ', { kind: 'text', text: '王 小明' }],
    ['=1+1', { kind: 'text', text: '=1+1' }],
    [0, { kind: 'number', number: 0 }],
    [13800005678, { kind: 'number', number: 13800005678 }],
    [NaN, { kind: 'bad', code: 'error' }],
    [true, { kind: 'bad', code: 'boolean' }],
    [new Date('2024-05-01T00:00:00Z'), { kind: 'date', date: '2024-05-01' }],
    [new Date(NaN), { kind: 'bad', code: 'error' }],
    [{ error: '#N/A' }, { kind: 'bad', code: 'error' }],
    [
      { formula: 'A1', result: 'x' },
      { kind: 'bad', code: 'formula' },
    ],
    [
      { sharedFormula: 'A1', result: 1 },
      { kind: 'bad', code: 'formula' },
    ],
    [{ richText: [{ text: '沪A' }, { text: '12345' }] }, { kind: 'text', text: '沪A12345' }],
    [
      { text: 'a@b.example', hyperlink: 'mailto:a@b.example' },
      { kind: 'text', text: 'a@b.example' },
    ],
    [
      { text: { richText: [{ text: 'a' }] }, hyperlink: 'x' },
      { kind: 'text', text: 'a' },
    ],
    ['a\u202eb', { kind: 'bad', code: 'unreadable' }],
    ['\ud800', { kind: 'bad', code: 'unreadable' }],
    ['a\u0001', { kind: 'bad', code: 'unreadable' }],
    [{}, { kind: 'bad', code: 'unreadable' }],
  ])('%j is %j', (value, cell) => {
    expect(readCell(value as CellValue)).toEqual(cell);
  });
});

describe('an identity number', () => {
  it.each([
    ['11010119900307803X', null],
    ['11010119900307803x', null],
    ['310101 19850612 4029', null],
    ['110101900307803', null],
    ['E12345678', null],
    ['H0123456789', null],
    ['12345678', null],
    ['110101199003078030', 'identityCheck'],
    ['310101198506124020', 'identityCheck'],
    ['110101199002307803', 'identityBirth'],
    ['110101900230780', 'identityBirth'],
    ['11010119900307803', 'identityNumber'],
    ['010101199003078031', 'identityNumber'],
    ['1234567890', 'identityNumber'],
    ['身份证', 'identityNumber'],
    ['A1', 'identityNumber'],
  ])('%s: %s', (number, fault) => {
    expect(identityFault(number)).toBe(fault);
  });
});

describe('a plate', () => {
  it.each([
    ['沪A12345', '沪A12345'],
    ['沪a·12345', '沪A12345'],
    [' 京 A-B1234 ', '京AB1234'],
    ['沪AD12345', '沪AD12345'],
    ['粤B12345D', '粤B12345D'],
    ['粤Z1234港', '粤Z1234港'],
    ['沪A1234学', '沪A1234学'],
    ['WJ沪12345', 'WJ沪12345'],
    ['VA12345', 'VA12345'],
    ['使123456', '使123456'],
    ['沪A1234', null],
    ['沪A123456', null],
    ['沪AO1234', null],
    ['沪I12345', null],
    ['沪ABCDEF', null],
    ['12345', null],
    ['', null],
  ])('%s: %s', (written, plate) => {
    expect(plateOf(written)).toBe(plate);
  });
});

describe('a field', () => {
  const known: Known = {
    buildings: [
      { id: 1, code: '3', name: '3栋' },
      { id: 2, code: 'A', name: '双子楼' },
      { id: 3, code: 'B', name: '双子楼' },
    ],
    staff: [
      { id: 7, name: '赵师傅' },
      { id: 8, name: '钱师傅' },
      { id: 9, name: '钱师傅' },
    ],
    labels: { occupancy: { 自住: 'owner_occupied' } },
  };
  const column = (sheet: SheetName, key: string) => COLUMNS[sheet].find((each) => each.key === key)!;
  const read = (sheet: SheetName, key: string, value: unknown) =>
    readField(column(sheet, key), readCell(value as CellValue), known);

  it.each<[SheetName, string, unknown, unknown]>([
    ['households', 'building', '3', { value: 1 }],
    ['households', 'building', 3, { value: 1 }],
    ['households', 'building', '３栋', { value: 1 }],
    ['households', 'building', 'a', { value: 2 }],
    ['households', 'building', '双子楼', { fault: 'buildingTwice', params: { name: '双子楼' } }],
    ['households', 'building', '9栋', { fault: 'building', params: { name: '9栋' } }],
    ['households', 'building', null, { fault: 'missing' }],
    ['households', 'room', 501, { value: '501' }],
    ['households', 'room', 50.1, { fault: 'isNumber' }],
    ['households', 'room', -5, { fault: 'isNumber' }],
    ['households', 'room', new Date('2024-05-01'), { fault: 'isDate' }],
    ['households', 'room', { formula: '1+1' }, { fault: 'formula' }],
    ['households', 'unit', null, {}],
    ['households', 'unit', '一二三四五六七八九十一', { fault: 'tooLong', params: { max: 10 } }],
    ['households', 'area', '98.5', { value: 98.5 }],
    ['households', 'area', 98.5, { value: 98.5 }],
    ['households', 'area', 0, { fault: 'area' }],
    ['households', 'area', '98㎡', { fault: 'area' }],
    ['households', 'area', 1e9, { fault: 'area' }],
    ['households', 'occupancy', '自住', { value: 'owner_occupied' }],
    ['households', 'occupancy', 'vacant', { value: 'vacant' }],
    ['households', 'occupancy', '有人', { fault: 'choice', params: { name: '有人' } }],
    ['households', 'responsible', '赵师傅', { value: 7 }],
    ['households', 'responsible', '孙师傅', { fault: 'staff', params: { name: '孙师傅' } }],
    ['households', 'responsible', '钱师傅', { fault: 'staffTwice', params: { name: '钱师傅' } }],
    ['residents', 'telephone', '138 0000 5678', { value: '138 0000 5678' }],
    ['residents', 'telephone', '+86 21-5555 1234', { value: '+86 21-5555 1234' }],
    ['residents', 'telephone', 13800005678, { fault: 'isNumber' }],
    ['residents', 'telephone', '1.38E+10', { fault: 'telephone' }],
    ['residents', 'telephone', '138****5678', { value: '138****5678' }],
    ['residents', 'telephone', '不详', { fault: 'telephone' }],
    ['residents', 'identityNumber', 110101199003078000, { fault: 'isNumber' }],
    ['residents', 'identityNumber', '1.10101E+17', { fault: 'identityNumber' }],
    ['residents', 'identityNumber', '11010119900307803x', { value: '11010119900307803X' }],
    ['residents', 'identityNumber', '110101199003078030', { fault: 'identityCheck' }],
    ['residents', 'mail', 'a@b.example', { value: 'a@b.example' }],
    ['residents', 'mail', 'a at b', { fault: 'mail' }],
    ['residents', 'movedInAt', '2024-5-1', { value: '2024-05-01' }],
    ['residents', 'movedInAt', '2024/05/01', { value: '2024-05-01' }],
    ['residents', 'movedInAt', '2024.5.1', { value: '2024-05-01' }],
    ['residents', 'movedInAt', '2024年5月1日', { value: '2024-05-01' }],
    ['residents', 'movedInAt', new Date('2024-05-01T00:00:00Z'), { value: '2024-05-01' }],
    ['residents', 'movedInAt', '2024-02-30', { fault: 'date' }],
    ['residents', 'movedInAt', '24-05-01', { fault: 'date' }],
    ['residents', 'movedInAt', '1800-01-01', { fault: 'date' }],
    ['residents', 'movedInAt', 45413, { fault: 'date' }],
    ['keys', 'copies', '2', { value: 2 }],
    ['keys', 'copies', 2, { value: 2 }],
    ['keys', 'copies', 0, { fault: 'whole' }],
    ['keys', 'copies', 1.5, { fault: 'whole' }],
    ['vehicles', 'plate', '沪a 12345', { value: '沪A12345' }],
    ['vehicles', 'plate', 12345, { fault: 'isNumber' }],
    ['vehicles', 'plate', '无牌', { fault: 'plate' }],
  ])('%s.%s of %j is %j', (sheet, key, value, field) => {
    expect(read(sheet, key, value)).toEqual(field);
  });
});
