import { capsOf, strokeOf, type KeyPress } from './keys';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});

test.each<[string, KeyPress, string | null]>([
  ['a letter', press('g'), 'g'],
  ['a letter under caps lock', press('G'), 'g'],
  ['a question mark', press('?'), '?'],
  ['a full-width question mark', press('？'), '?'],
  ['the mark of a Chinese board on the key of the slash', press('、'), '/'],
  ['a Chinese bracket', press('【'), '['],
  ['an arrow', press('ArrowLeft'), 'ArrowLeft'],
  ['Ctrl', press('Enter', { ctrlKey: true }), 'Mod+Enter'],
  ['⌘', press('S', { metaKey: true }), 'Mod+s'],
  ['what is composed', press('g', { isComposing: true }), null],
  ['a letter that the input method swallowed', press('Process', { code: 'KeyG' }), 'g'],
  ['a digit that it swallowed', press('Process', { code: 'Digit3' }), '3'],
  ['a digit of the number block that it swallowed', press('Process', { code: 'Numpad3' }), '3'],
  ['a slash that it swallowed', press('Process', { code: 'Slash' }), '/'],
  ['another key that it swallowed', press('Process', { code: 'Backquote' }), null],
  ['what Alt writes', press('å', { altKey: true }), null],
  ['a modifier alone', press('Shift'), null],
])('%s', (_name, event, stroke) => {
  expect(strokeOf(event)).toBe(stroke);
});

test.each([
  ['g d', [['G'], ['D']]],
  ['Mod+Enter', [['Ctrl / ⌘', 'Enter']]],
  ['ArrowLeft', [['←']]],
  ['Escape', [['Esc']]],
])('%s on the board', (keys, caps) => {
  expect(capsOf(keys)).toEqual(caps);
});
