import { bySaying, CHORD_MS, createReader, working, type Place, type Registered, type Shortcut } from './registry';

const keys = (...all: string[]): Shortcut[] => all.map((each) => ({ keys: each, says: each, run: () => undefined }));
const free: Place = { typing: false, covered: false, at: 0 };

const everywhere: Registered = { scope: 'everywhere', shortcuts: keys('?', 'n', 'g d', 'g i', '/') };
const page: Registered = {
  scope: 'page',
  shortcuts: [
    ...keys('1', 'p', '/'),
    { keys: 'Mod+s', says: 'save', run: () => undefined, inFields: true },
    { keys: 'Tab', says: 'listed only' },
    { keys: '2', says: 'not now', run: () => undefined, off: true },
  ],
};
const dialog: Registered = { scope: 'dialog', shortcuts: keys('ArrowLeft', 'p') };
const all = [everywhere, page, dialog];

/** What the last of the strokes means, as `does 1`, `begins`, or `nothing`. */
function meant(strokes: (string | null)[], registered: Registered[], place: Partial<Place> = {}, pause = 10): string {
  const reader = createReader();
  const meanings = strokes.map((stroke, index) =>
    reader.read(stroke, registered, { ...free, ...place, at: index * pause })
  );
  const last = meanings[meanings.length - 1];
  return last?.kind === 'does' ? `does ${last.shortcut.keys}` : (last?.kind ?? 'nothing');
}

test.each<[string, (string | null)[], Partial<Place>, string]>([
  ['a stroke of the page', ['1'], {}, 'does 1'],
  ['a stroke of everywhere', ['n'], {}, 'does n'],
  ['the beginning of a chord', ['g'], {}, 'begins'],
  ['a chord', ['g', 'd'], {}, 'does g d'],
  ['a chord with a stroke that is none between', ['g', null, 'd'], {}, 'does g d'],
  ['a chord that goes wrong leaves its last stroke', ['g', 'n'], {}, 'does n'],
  ['a chord that goes wrong and begins anew', ['g', 'g', 'i'], {}, 'does g i'],
  ['a chord that goes wrong altogether', ['g', 'x', 'd'], {}, 'nothing'],
  ['a letter of nobody', ['x'], {}, 'nothing'],
  ['what is only listed', ['Tab'], {}, 'nothing'],
  ['what is off', ['2'], {}, 'nothing'],
  ['while typing', ['n'], { typing: true }, 'nothing'],
  ['a chord while typing', ['g', 'd'], { typing: true }, 'nothing'],
  ['what writes nothing, while typing', ['Mod+s'], { typing: true }, 'does Mod+s'],
  ['the page under a dialog', ['1'], { covered: true }, 'nothing'],
  ['everywhere under a dialog', ['?'], { covered: true }, 'nothing'],
  ['a stroke of the dialog', ['ArrowLeft'], { covered: true }, 'does ArrowLeft'],
  ['a stroke of a dialog that has closed', ['ArrowLeft'], {}, 'nothing'],
])('%s', (_name, strokes, place, meaning) => {
  expect(meant(strokes, all, place)).toBe(meaning);
});

test.each([
  [CHORD_MS, 'does g d'],
  [CHORD_MS + 1, 'nothing'],
])('the second stroke after %i ms', (pause, meaning) => {
  expect(meant(['g', 'd'], [everywhere], {}, pause)).toBe(meaning);
});

test('the page goes before everywhere, and of one scope the latest before those before it', () => {
  const later: Registered = { scope: 'page', shortcuts: keys('1') };
  expect(working([everywhere, page, later], false)[0]).toBe(later.shortcuts[0]);
  expect(working([page, everywhere], false).filter((each) => each.keys === '/')[0]).toBe(page.shortcuts[2]);
});

test('a dialog under another one is suspended, too', () => {
  const below: Registered = { ...dialog, onTop: () => false };
  expect(meant(['p'], [page, below], { covered: true })).toBe('nothing');
});

test('the table says once what several keys do', () => {
  expect(
    bySaying([
      { keys: 'ArrowUp', says: 'move' },
      { keys: 'Enter', says: 'take' },
      { keys: 'ArrowDown', says: 'move' },
      { keys: 'Enter', says: 'take' },
    ])
  ).toEqual([
    ['move', ['ArrowUp', 'ArrowDown']],
    ['take', ['Enter']],
  ]);
});
