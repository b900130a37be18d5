import { sizeOf, written } from './places';

test('writes a place as it stands in the template, however it is told', () => {
  expect([written('title'), written('{{title}}')]).toEqual(['{{title}}', '{{title}}']);
});

test.each([
  [200, '1 KB'],
  [36_500, '36 KB'],
  [1_572_864, '1.5 MB'],
])('%d bytes read %s', (bytes, text) => {
  expect(sizeOf(bytes)).toBe(text);
});
