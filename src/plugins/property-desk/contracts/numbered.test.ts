import { numberedBuildings } from './numbered';

const names = (text: string) => {
  const read = numberedBuildings(text);
  return Array.isArray(read) ? read.map(({ name }) => name) : `${read.fault}:${read.piece}`;
};

test.each([
  ['1-3栋', ['1栋', '2栋', '3栋']],
  ['1–3', ['1栋', '2栋', '3栋']],
  ['1至3号楼', ['1号楼', '2号楼', '3号楼']],
  ['1栋-3栋', ['1栋', '2栋', '3栋']],
  ['1,3，5、7栋', ['1栋', '3栋', '5栋', '7栋']],
  ['1-2号楼 9栋', ['1号楼', '2号楼', '9栋']],
  ['A-C座', ['A座', 'B座', 'C座']],
  ['08-11', ['08栋', '09栋', '10栋', '11栋']],
  ['１－２栋', ['1栋', '2栋']],
  ['3栋 3栋 2-3栋', ['3栋', '2栋']],
  ['', 'empty:'],
  [' ,， ', 'empty:'],
  ['5-1栋', 'backwards:5-1栋'],
  ['A-3座', 'unreadable:A-3座'],
  ['主楼', 'unreadable:主楼'],
  ['1-2-3', 'unreadable:1-2-3'],
  ['1-101', 'tooMany:1-101'],
  ['1-9999', 'tooMany:1-9999'],
  ['1-60 101-160', 'tooMany:101-160'],
])('%s', (text, read) => {
  expect(names(text)).toEqual(read);
});

test('the code is what stands before the word', () => {
  expect(numberedBuildings('12号楼')).toEqual([{ code: '12', name: '12号楼' }]);
});
