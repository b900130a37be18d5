import {
  BorderStyle,
  FileChild,
  HeadingLevel,
  Paragraph,
  TabStopType,
  type IContext,
  type IParagraphOptions,
  type IXmlableObject,
} from 'docx';
import { wrap } from './fit';
import { Form } from './form';
import { OFFICIAL_LINE, PAGES, points, twips } from './page';
import type { Block, FormBlock, GridBlock, PageKind } from './spec';
import { noticeHead } from './letterhead';
import { Media } from './media';
import { BODY, BODY_SIZE, bodyWidth, INDENTED, STYLE } from './styles';
import { DataTable } from './table';
import { clean, run } from './text';
import { writtenText } from './written-text';
import { element, OFF_GRID, parent, val } from './xml';

/** Size of the print line in points, and what it shrinks to where a name is long. */
const PRINT_LINE = 14;
const PRINT_SIZES = [PRINT_LINE, 12, 10.5];

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

function grid({ pairs, across = 2 }: GridBlock, width: number): FormBlock {
  const each = width / across;
  const rows = Array.from({ length: Math.ceil(pairs.length / across) }, (_, line) => ({
    height: 8,
    grows: true,
    cells: pairs.slice(line * across, (line + 1) * across).flatMap(([label, value], at, { length }) => [
      { text: label, width: each * 0.3, as: 'label' as const },
      // The last pair takes what is left of its line.
      { text: value, width: each * (at === length - 1 ? across - at : 1) - each * 0.3 },
    ]),
  }));
  return { kind: 'form', sections: [{ rows }] };
}

function signatures(labels: string[], date: string, width: number): FormBlock {
  const cells = (texts: string[], align?: 'right') =>
    texts.map((text) => ({ text, width: width / texts.length, align }));
  return {
    kind: 'form',
    ruled: false,
    sections: [
      {
        rows: [
          { height: 14, cells: cells(labels) },
          {
            height: 8,
            cells: cells(
              labels.map(() => date),
              'right'
            ),
          },
        ],
      },
    ],
  };
}

/**
 * GB/T 9704-2012, 7.3.5.1: the date four characters from the right, the issuer centred over it. Both are centred in a
 * strip whose middle is the date's, so that they agree whatever the reader's font.
 */
function closing({ issuer, date }: { issuer: string; date: string }, width: number): Paragraph[] {
  const strip = 2 * 4 * BODY_SIZE + bodyWidth(date);
  const left = Math.max(0, twips(width) - Math.round(strip * 20));
  const line = (text: string, more: IParagraphOptions) =>
    new Paragraph({
      style: BODY,
      alignment: 'center',
      indent: { left },
      keepLines: true,
      ...more,
      children: run(text),
    });
  const names = clean(issuer).split('\n');
  return [
    ...names.map((name, at) => line(name, { keepNext: true, ...(at === 0 && { spacing: { before: OFFICIAL_LINE } }) })),
    line(date, {}),
  ];
}

type PrintLine = Extract<Block, { kind: 'printLine' }>;

/** GB/T 9704-2012, 7.4: 14 points, one character in at either side, rules of 0.35 mm outside and 0.25 mm between. */
function printLine({ left, right, copies }: PrintLine, width: number): Paragraph[] {
  const outside = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 };
  const inside = { ...outside, size: 6 };
  const texts = [left, right].map((text) => clean(text).replace(/\s+/g, ' '));
  const room = points(width) - 4 * PRINT_LINE;
  const size = PRINT_SIZES.find((one) => wrap(texts.join('　'), room, one).length === 1) ?? PRINT_SIZES[2];
  const set = (text: string) => run(text, { size: size * 2 });
  const before = { spacing: { before: OFFICIAL_LINE } };
  const own = new Paragraph({
    style: BODY,
    alignment: 'left',
    keepLines: true,
    ...(copies ? {} : before),
    border: { top: copies ? inside : outside, bottom: outside },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) - PRINT_LINE * 20 }],
    children: [...run('\u3000', { size: PRINT_LINE * 2 }), ...set(texts[0]), ...run('\t'), ...set(texts[1])],
  });
  if (!copies) return [own];
  return [
    new Paragraph({
      style: BODY,
      alignment: 'left',
      keepNext: true,
      keepLines: true,
      ...before,
      border: { top: outside },
      children: run(`\u3000${clean(copies).replace(/\s+/g, ' ')}`, { size: PRINT_LINE * 2 }),
    }),
    own,
  ];
}

/** GB/T 9704-2012, 7.3.4: a line under the text, two characters in; further names stand under the first. */
function attachments(label: string, names: string[]): Paragraph[] {
  const numbered = names.length > 1;
  const marks = names.map((_, at) => (numbered ? `${at + 1}. ` : ''));
  const wide = (text: string) => Math.round(bodyWidth(text) * 20);
  const left = 640 + wide(label) + Math.max(0, ...marks.map(wide));
  return names.map((name, at) => {
    const before = at ? marks[at] : label + marks[at];
    return new Paragraph({
      style: BODY,
      alignment: 'left',
      indent: { left, hanging: wide(before) },
      ...(at === 0 && { spacing: { before: OFFICIAL_LINE } }),
      children: run(before + clean(name).replace(/\s+/g, ' ')),
    });
  });
}

/** Word joins tables that touch and ends no document with one: a paragraph of one point stands after each. */
class Thin extends FileChild {
  constructor() {
    super('w:p');
  }

  override prepForXml(_: IContext): IXmlableObject {
    const line = { 'w:before': 0, 'w:after': 0, 'w:line': 20, 'w:lineRule': 'exact' };
    return parent('w:p', [parent('w:pPr', [OFF_GRID, element('w:spacing', line), parent('w:rPr', [val('w:sz', 2)])])]);
  }
}

/** What a block becomes in a document with these pages; `wide` where its text is not as wide as theirs, in millimetres. */
export function draw(block: Block, page: PageKind, media = new Media(), wide?: number): FileChild[] {
  const width = wide ?? PAGES[page].text.width;
  const form = (made: FormBlock) => new Form(made, Boolean(PAGES[page].section.grid));
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, children: run(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level - 1], children: run(block.text) })];
    case 'body':
      return clean(block.text)
        .split('\n')
        .map(
          (text) =>
            new Paragraph({
              style: block.indent === false || block.align ? BODY : INDENTED,
              ...(block.align && { alignment: block.align }),
              ...(block.keep && { keepNext: true }),
              children: run(text),
            })
        );
    case 'closing':
      return closing(block, width);
    case 'head':
      return noticeHead(block.name, block.number);
    case 'attachments':
      return attachments(block.label, block.names);
    case 'chapter':
      return [new Paragraph({ style: STYLE.chapter, children: run(block.text) })];
    case 'blocks':
      return writtenText(block, { page, media, width });
    case 'printLine':
      return printLine(block, width);
    case 'signatures':
      return [form(signatures(block.labels, block.date, width)), new Thin()];
    case 'grid':
      return [form(grid(block, width)), new Thin()];
    case 'table':
      return [new DataTable(block, width), new Thin()];
    case 'form':
      return [form(block), new Thin()];
  }
}
