import { createEditor, Editor, type Node, Transforms } from 'slate';
import { withHistory } from 'slate-history';
import { withReact } from 'slate-react';
import {
  blockKind,
  breakBlock,
  indent,
  insertPictures,
  listFormat,
  outdent,
  setBlock,
  setLink,
  toggleList,
  toggleMark,
} from './commands';
import type { BlockElement, Picture } from './nodes';
import { soundBlocks } from './sound';
import { withBlocks } from './withBlocks';

const paragraph = (text: string): BlockElement => ({ type: 'paragraph', children: [{ type: 'text', text }] });

function editorOf(...blocks: BlockElement[]): Editor {
  const editor = withBlocks(withHistory(withReact(createEditor())));
  editor.children = blocks;
  Editor.normalize(editor, { force: true });
  Transforms.select(editor, Editor.end(editor, []));
  return editor;
}

/** What stands there, short enough to be compared: kinds and words. */
const read = (node: Node): unknown => {
  if ('text' in node) return node.text;
  const { type, format, level, children } = node as {
    type?: string;
    format?: string;
    level?: number;
    children: Node[];
  };
  return [[type, format, level].filter(Boolean).join(' '), ...children.map(read)];
};
const readAll = (editor: Editor) => editor.children.map(read);

test('a paragraph becomes a heading, a quote, and a paragraph again', () => {
  const editor = editorOf(paragraph('停水通知'));
  setBlock(editor, 'heading2');
  expect(readAll(editor)).toEqual([['heading 2', '停水通知']]);
  expect(blockKind(editor)).toBe('heading2');
  setBlock(editor, 'quote');
  expect(readAll(editor)).toEqual([['quote', '停水通知']]);
  setBlock(editor, 'paragraph');
  expect(editor.children).toEqual([paragraph('停水通知')]);
});

test('chosen paragraphs become one list, the other kind, and paragraphs again', () => {
  const editor = editorOf(paragraph('一'), paragraph('二'));
  Transforms.select(editor, Editor.range(editor, []));
  toggleList(editor, 'ordered');
  expect(readAll(editor)).toEqual([['list ordered', ['list-item', '一'], ['list-item', '二']]]);
  expect(listFormat(editor)).toBe('ordered');
  toggleList(editor, 'unordered');
  expect(readAll(editor)).toEqual([['list unordered', ['list-item', '一'], ['list-item', '二']]]);
  toggleList(editor, 'unordered');
  expect(readAll(editor)).toEqual([
    ['paragraph', '一'],
    ['paragraph', '二'],
  ]);
});

test('an item goes in under the one before it and out again; the first cannot', () => {
  const editor = editorOf(paragraph('一'), paragraph('二'));
  Transforms.select(editor, Editor.range(editor, []));
  toggleList(editor, 'ordered');
  Transforms.select(editor, Editor.end(editor, []));
  indent(editor);
  expect(readAll(editor)).toEqual([['list ordered', ['list-item', '一'], ['list ordered', ['list-item', '二']]]]);
  expect((editor.children[0] as { children: { indentLevel?: number }[] }).children[1]?.indentLevel).toBe(1);
  outdent(editor);
  expect(readAll(editor)).toEqual([['list ordered', ['list-item', '一'], ['list-item', '二']]]);
  Transforms.select(editor, Editor.start(editor, []));
  indent(editor);
  expect(readAll(editor)).toEqual([['list ordered', ['list-item', '一'], ['list-item', '二']]]);
});

test('Enter on an empty item leaves the list; after a heading goes on in a paragraph', () => {
  const editor = editorOf(paragraph('一'));
  toggleList(editor, 'unordered');
  editor.insertBreak();
  editor.insertBreak();
  expect(readAll(editor)).toEqual([
    ['list unordered', ['list-item', '一']],
    ['paragraph', ''],
  ]);
  const heading = editorOf({ type: 'heading', level: 1, children: [{ type: 'text', text: '通知' }] });
  editor.selection = null;
  heading.insertBreak();
  expect(readAll(heading)).toEqual([
    ['heading 1', '通知'],
    ['paragraph', ''],
  ]);
});

test('Enter goes on in a quote; twice leaves it', () => {
  const editor = editorOf({ type: 'quote', children: [{ type: 'text', text: '引用' }] });
  expect(breakBlock(editor)).toBe(true);
  expect(readAll(editor)).toEqual([['quote', '引用\n']]);
  breakBlock(editor);
  expect(readAll(editor)).toEqual([
    ['quote', '引用'],
    ['paragraph', ''],
  ]);
});

test('Backspace at the start takes the shape first, then joins', () => {
  const editor = editorOf(paragraph('上'), { type: 'heading', level: 3, children: [{ type: 'text', text: '下' }] });
  Transforms.select(editor, Editor.start(editor, [1]));
  editor.deleteBackward('character');
  expect(readAll(editor)).toEqual([
    ['paragraph', '上'],
    ['paragraph', '下'],
  ]);
  editor.deleteBackward('character');
  expect(readAll(editor)).toEqual([['paragraph', '上下']]);
});

test('words get a look and a link; a link is one of words only, and an address that is none is refused', () => {
  const editor = editorOf(paragraph('详见公告'));
  Transforms.select(editor, Editor.range(editor, []));
  toggleMark(editor, 'bold');
  setLink(editor, 'javascript:alert(1)', '');
  expect(editor.children).toEqual([{ type: 'paragraph', children: [{ type: 'text', text: '详见公告', bold: true }] }]);
  setLink(editor, 'https://example.cn', '');
  expect(readAll(editor)).toEqual([['paragraph', '', ['link', '详见公告'], '']]);
  expect(soundBlocks(editor.children)).toEqual(editor.children);
});

const picture = { name: '图.png', url: '/uploads/a.png' } as Picture;

test('pictures take the place of an empty line, and there is always a line to write on behind them', () => {
  const editor = editorOf(paragraph(''));
  insertPictures(editor, [picture]);
  expect(readAll(editor)).toEqual([
    ['image', ''],
    ['paragraph', ''],
  ]);
  Transforms.select(editor, Editor.start(editor, [0]));
  editor.deleteBackward('character');
  expect(readAll(editor)).toEqual([['paragraph', '']]);
});

test('what is pasted comes as plain blocks; into a list it comes line by line', () => {
  const data = (text: string) =>
    ({ getData: (kind: string) => (kind === 'text/plain' ? text : '<b>x</b>') }) as DataTransfer;
  const editor = editorOf(paragraph(''));
  editor.insertData(data('各位业主：\n1. 关好阀门\n2. 储好用水'));
  expect(readAll(editor)).toEqual([
    ['paragraph', '各位业主：'],
    ['list ordered', ['list-item', '关好阀门'], ['list-item', '储好用水']],
  ]);
  editor.insertData(data('甲\n乙'));
  expect(readAll(editor)[1]).toEqual([
    'list ordered',
    ['list-item', '关好阀门'],
    ['list-item', '储好用水甲'],
    ['list-item', '乙'],
  ]);
});
