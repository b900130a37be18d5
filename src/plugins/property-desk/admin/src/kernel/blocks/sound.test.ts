import { blocksOf } from './paste';
import { askedBy } from './shortcuts';
import { addressOf, emptyBlocks, isAddress, isBlank, plainText, soundBlocks } from './sound';

const text = (words: string) => ({ type: 'text', text: words });

test.each([null, undefined, 'x', [], {}])('%j is an empty text', (value) => {
  expect(soundBlocks(value)).toEqual(emptyBlocks());
  expect(isBlank(value)).toBe(true);
});

test('what Strapi keeps stays as it is', () => {
  const blocks = [
    { type: 'heading', level: 2, children: [text('标题')] },
    { type: 'paragraph', children: [text('见'), { type: 'link', url: 'https://a.cn', children: [text('此处')] }] },
    {
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [text('一')] },
        {
          type: 'list',
          format: 'unordered',
          indentLevel: 1,
          children: [{ type: 'list-item', children: [text('甲')] }],
        },
      ],
    },
    { type: 'quote', children: [text('引')] },
    { type: 'code', language: 'js', children: [text('1')] },
    { type: 'image', image: { url: '/uploads/a.png' }, children: [text('')] },
  ];
  expect(soundBlocks(blocks)).toEqual(blocks);
  expect(plainText(blocks)).toBe('标题\n见此处\n一\n甲\n引\n1\n');
});

test('what is broken is mended: no words are lost', () => {
  expect(
    soundBlocks([
      { type: 'table', children: [{ type: 'cell', children: [text('格')] }] },
      { type: 'heading', level: 9, children: [] },
      { type: 'paragraph', children: [{ type: 'link', url: 'javascript:x', children: [text('点')] }] },
      text('散'),
      7,
    ])
  ).toEqual([
    { type: 'paragraph', children: [text('格')] },
    { type: 'heading', level: 6, children: [text('')] },
    { type: 'paragraph', children: [text('点')] },
    { type: 'paragraph', children: [text('散')] },
  ]);
});

test.each([
  ['https://a.cn/x', true],
  ['/uploads/a.pdf', true],
  ['tel:95598', true],
  ['javascript:alert(1)', false],
  ['a b', false],
  ['', false],
])('%s as an address: %s', (url, is) => expect(isAddress(url)).toBe(is));

test.each([
  ['example.cn/a', 'https://example.cn/a'],
  ['a@b.cn', 'mailto:a@b.cn'],
  [' https://a.cn ', 'https://a.cn'],
  ['javascript:1', null],
  ['你好', null],
])('typed %s leads to %s', (typed, url) => expect(addressOf(typed)).toBe(url));

test('pasted lines are paragraphs; two marked ones in a row are a list, one alone is not', () => {
  const kinds = (pasted: string) =>
    blocksOf(pasted).map((block) =>
      block.type === 'list' ? `${block.format} ${block.children.length}` : plainText([block])
    );
  expect(kinds('a\r\n\r\nb')).toEqual(['a', 'b']);
  expect(kinds('• 一\n·\t二\n\uf0b7 三')).toEqual(['unordered 3']);
  expect(kinds('1、一\n2、二\n（3）三')).toEqual(['ordered 3']);
  expect(kinds('1. 一\n正文')).toEqual(['1. 一', '正文']);
  expect(kinds('2026.11.24\n2026.11.25')).toEqual(['2026.11.24', '2026.11.25']);
  expect(kinds('9.30开门\n10.30关门')).toEqual(['9.30开门', '10.30关门']);
});

const keys = (spoken: string) => {
  const parts = spoken.split('+');
  const key = parts.at(-1) ?? '';
  return {
    key,
    code: /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`,
    ctrlKey: parts.includes('Ctrl'),
    metaKey: false,
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
};

test.each([
  ['Ctrl+b', { do: 'mark', mark: 'bold' }],
  ['Ctrl+Shift+X', { do: 'mark', mark: 'strikethrough' }],
  ['Ctrl+Alt+2', { do: 'block', kind: 'heading2' }],
  ['Ctrl+Shift+7', { do: 'list', format: 'ordered' }],
  ['Ctrl+k', { do: 'link' }],
  ['Ctrl+Shift+Z', { do: 'redo' }],
  ['Ctrl+s', null],
  ['b', null],
])('%s', (spoken, asked) => expect(askedBy(keys(spoken))).toEqual(asked));
