import { HeadingLevel, LineRuleType, Paragraph, type FileChild, type IParagraphOptions } from 'docx';
import { Form } from './form';
import { OFFICIAL_LINE, PAGES, twips } from './page';
import type { Block, FormBlock, GridBlock, PageKind } from './spec';
import { BODY, BODY_SIZE, bodyWidth, INDENTED } from './styles';
import { DataTable } from './table';
import { clean, run } from './text';

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
    case 'closing':
      return closing(block, width);
    case 'signatures':
      return [new Form(signatures(block.labels, block.date, width)), thin()];
    case 'grid':
      return [new Form(grid(block, width)), thin()];
    case 'table':
      return [new DataTable(block, width), thin()];
    case 'form':
      return [new Form(block), thin()];
  }
}
