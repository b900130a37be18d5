import {
  HeadingLevel,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type FileChild,
} from 'docx';
import { Form } from './form';
import { PAGES, twips } from './page';
import type { Block, FormBlock, GridBlock, PageKind, TableBlock } from './spec';
import { BODY, cellStyleId, INDENTED } from './styles';
import { clean, run } from './text';

/** Rows that one document may hold; docx builds it in one go and holds the process up for 0.6 ms a row. */
export const MOST_ROWS = 2000;

const HEADINGS = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4];

function grid({ pairs, across = 2 }: GridBlock, width: number): FormBlock {
  const each = width / across;
  const rows = Array.from({ length: Math.ceil(pairs.length / across) }, (_, line) => ({
    height: 8,
    grows: true,
    cells: Array.from({ length: across }, (__, at) => pairs[line * across + at] ?? ['', '']).flatMap(
      ([label, value]) => [
        { text: label, width: each * 0.3, as: 'label' as const },
        { text: value, width: each * 0.7 },
      ]
    ),
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

function table({ columns, rows }: TableBlock, width: number): Table {
  if (rows.length > MOST_ROWS) throw new RangeError(`A document holds at most ${MOST_ROWS} rows, not ${rows.length}`);
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((twips(width) * column.width) / shares));
  const row = (texts: string[], header: boolean) =>
    new TableRow({
      ...(header && { tableHeader: true }),
      cantSplit: true,
      height: { value: twips(7), rule: HeightRule.ATLEAST },
      children: columns.map(
        ({ align }, at) =>
          new TableCell({
            verticalAlign: 'center',
            width: { size: widths[at], type: WidthType.DXA },
            children: [
              new Paragraph({
                style: cellStyleId(header ? 'label' : 'value'),
                ...(!header && align && { alignment: align }),
                children: run(texts[at] ?? ''),
              }),
            ],
          })
      ),
    });
  return new Table({
    rows: [
      row(
        columns.map((column) => column.title),
        true
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
  });
}

/** Word joins tables that touch and ends no document with one: a paragraph of one point stands after each. */
const thin = () =>
  new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 }, run: { size: 2 } });

/** What a block becomes in a document with these pages. */
export function draw(block: Block, page: PageKind): FileChild[] {
  const { width } = PAGES[page].text;
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
              children: run(text),
            })
        );
    case 'signatures':
      return [new Form(signatures(block.labels, block.date, width)), thin()];
    case 'grid':
      return [new Form(grid(block, width)), thin()];
    case 'table':
      return [table(block, width), thin()];
    case 'form':
      return [new Form(block), thin()];
  }
}
