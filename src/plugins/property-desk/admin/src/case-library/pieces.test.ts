import type { Suspect } from '../../../contracts';
import { addressOf, foundIn, piecesOf, studyOf, wantedIn } from './pieces';

const suspect = (field: 'facts' | 'title', start: number, text: string): Suspect => ({
  field,
  start,
  end: start + text.length,
  text,
  kind: 'room',
  listed: false,
});

test('marks each suspect where it stands, in its own field only', () => {
  const suspects = [suspect('title', 0, '601'), suspect('facts', 2, '601'), suspect('facts', 7, '302')];
  expect(piecesOf('楼上601与对302吵', 'facts', suspects)).toEqual([
    { text: '楼上', suspect: null },
    { text: '601', suspect: 1 },
    { text: '与对', suspect: null },
    { text: '302', suspect: 2 },
    { text: '吵', suspect: null },
  ]);
  expect(piecesOf('没有', 'facts', suspects)).toEqual([{ text: '没有', suspect: null }]);
  expect(piecesOf('', 'facts', suspects)).toEqual([]);
});

test.each([
  [
    '电梯困人',
    '电梯',
    [
      ['电梯', true],
      ['困人', false],
    ],
  ],
  [
    'PVC管与pvc',
    'Pvc',
    [
      ['PVC', true],
      ['管与', false],
      ['pvc', true],
    ],
  ],
  [
    'a+b',
    '+',
    [
      ['a', false],
      ['+', true],
      ['b', false],
    ],
  ],
  ['电梯', '', [['电梯', false]]],
  ['', '电梯', []],
])('finds in %s the words of %s', (text, query, runs) => {
  expect(foundIn(text, query).map((run) => [run.text, run.found])).toEqual(runs);
});

test('keeps what is wanted in the address', () => {
  const wanted = { q: '漏水 防水', category: '漏水维修', article: null, tag: null, state: 'draft' };
  expect(wantedIn(addressOf(wanted))).toEqual(wanted);
  expect(addressOf(wantedIn(new URLSearchParams())).toString()).toBe('');
});

test('reads a case with nothing in it', () => {
  expect(studyOf({ title: '标题', facts: '案情', lesson: null })).toEqual({
    title: '标题',
    texts: [{ name: 'facts', text: '案情' }],
    category: null,
    severity: null,
    article: null,
    tags: [],
    confirmedAt: null,
    suspects: [],
    complaint: null,
  });
});
