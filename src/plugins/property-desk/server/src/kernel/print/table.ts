import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { heightOf } from './fit';
import { PAGES, points, twips } from './page';
import type { Align, CellStyle, TableBlock } from './spec';
import { CELL, cellStyleId } from './styles';
import { borders, content, element, GREY, OFF_GRID, PADDING, parent, THICK, THIN, val, width } from './xml';

/** Rows that one document may hold. */
export const MOST_ROWS = 2000;

/** How the cells of a table are set, and how high a row is at least, in millimetres. */
const SETS: Record<NonNullable<TableBlock['set']>, { cell: CellStyle; head: CellStyle; height: number }> = {
  value: { cell: 'value', head: 'label', height: 7 },
  fine: { cell: 'fine', head: 'fineHead', height: 6 },
};

/** Room above and below a cell's text, in millimetres. */
const AIR = 0.4;

/** A third of the lowest page's text, in points. */
const HIGH = points(Math.min(...Object.values(PAGES).map(({ text }) => text.height)) / 3);

const paragraph = (text: string, style: CellStyle, align?: Align): IXmlableObject =>
  parent('w:p', [
    parent('w:pPr', [val('w:pStyle', cellStyleId(style)), OFF_GRID, ...(align ? [val('w:jc', align)] : [])]),
    ...(text ? [parent('w:r', content(text))] : []),
  ]);

/** Whether a cell is so high, in a third of a page or more, that keeping it together would leave a hole. */
const isHigh = (text: string, wide: number, style: CellStyle): boolean =>
  text.length > 20 && heightOf(text, (wide - 2 * twips(PADDING)) / 20, CELL[style].sizes[0]) > HIGH;

function tableOf({ columns, rows, foot, set = 'value' }: TableBlock, room: number): IXmlableObject {
  const shares = columns.reduce((sum, column) => sum + column.width, 0);
  const widths = columns.map((column) => Math.floor((twips(room) * column.width) / shares));
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const { cell: plain, head, height } = SETS[set];
  const cell = (size: number, inner: IXmlableObject, more: IXmlableObject[] = []) =>
    parent('w:tc', [parent('w:tcPr', [width('w:tcW', size), ...more, val('w:vAlign', 'center')]), inner]);
  const row = (cells: IXmlableObject[], { header = false, breaks = false } = {}) =>
    parent('w:tr', [
      parent('w:trPr', [
        ...(breaks ? [] : [element('w:cantSplit', {})]),
        element('w:trHeight', { 'w:val': twips(height), 'w:hRule': 'atLeast' }),
        ...(header ? [element('w:tblHeader', {})] : []),
      ]),
      ...cells,
    ]);
  const ground = element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': GREY });

  return parent('w:tbl', [
    parent('w:tblPr', [
      width('w:tblW', whole),
      borders(THICK, THIN),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      parent(
        'w:tblCellMar',
        (['top', 'left', 'bottom', 'right'] as const).map((side) =>
          width(`w:${side}`, twips(side === 'left' || side === 'right' ? PADDING : AIR))
        )
      ),
    ]),
    parent(
      'w:tblGrid',
      widths.map((size) => element('w:gridCol', { 'w:w': size }))
    ),
    row(
      columns.map(({ title }, at) => cell(widths[at], paragraph(title, head), [ground])),
      { header: true }
    ),
    ...rows.map((texts) =>
      row(
        columns.map(({ align }, at) => cell(widths[at], paragraph(texts[at] ?? '', plain, align))),
        { breaks: texts.some((text, at) => isHigh(text, widths[at], plain)) }
      )
    ),
    ...(foot === undefined
      ? []
      : [row([cell(whole, paragraph(foot, plain), [val('w:gridSpan', columns.length), ground])])]),
  ]);
}

/** A table of data. Like a form it writes its XML itself: docx takes five times as long over ten thousand cells. */
export class DataTable extends FileChild {
  constructor(
    private readonly block: TableBlock,
    private readonly room: number
  ) {
    super('w:tbl');
    if (block.rows.length > MOST_ROWS)
      throw new RangeError(`A document holds at most ${MOST_ROWS} rows, not ${block.rows.length}`);
  }

  override prepForXml(_: IContext): IXmlableObject {
    return tableOf(this.block, this.room);
  }
}
