import { FileChild, type IContext, type IXmlableObject } from 'docx';
import { fit } from './fit';
import { points, twips } from './page';
import { CELL, cellStyleId } from './styles';
import type { FormBlock, FormCell, FormRow } from './spec';
import { borders, content, element, GREY, OFF_GRID, PADDING, parent, rule, THICK, THIN, val, width } from './xml';

/** Width of the strip on which a section's name runs down, in millimetres. */
export const STRIP = 7;
/** Chinese headings are spaced out; Latin ones are not. */
const HAN = /\p{Script=Han}/u;

/** Width of the text of a cell, in points: what `heightOf` wants to know. */
export const textWidth = (width: number): number => points(width - 2 * PADDING);

/** A cell's text in the size at which it fits. */
function paragraph(cell: FormCell, row: FormRow, remark: string, gridded: boolean): IXmlableObject {
  const as = cell.as ?? 'value';
  const style = [val('w:pStyle', cellStyleId(as)), ...(gridded ? [OFF_GRID] : [])];
  const align = cell.align ? [val('w:jc', cell.align)] : [];
  if (cell.text === '') return parent('w:p', [parent('w:pPr', [...style, ...align])]);
  const { sizes, spaced = 0 } = CELL[as];
  const spread = HAN.test(cell.text) ? spaced : 0;
  const [along, across] =
    as === 'section' ? [points(row.height), points(cell.width)] : [textWidth(cell.width), points(row.height)];
  const box = {
    // Letter spacing widens a text as a narrower box would.
    width: (along * sizes[0]) / (sizes[0] + spread),
    height: row.grows ? Infinity : across - (across > 36 ? 4 : 1),
  };
  const set = fit(cell.text, box, sizes, remark);
  const shrunk = set.size !== sizes[0];
  const spacing = element('w:spacing', { 'w:line': Math.floor(set.pitch * 20), 'w:lineRule': 'exact' });
  const looks = [
    ...(spread ? [val('w:spacing', spread * 20)] : []),
    ...(shrunk ? [val('w:sz', set.size * 2), val('w:szCs', set.size * 2)] : []),
  ];
  return parent('w:p', [
    parent('w:pPr', [...style, ...(shrunk ? [spacing] : []), ...align]),
    parent('w:r', [...(looks.length ? [parent('w:rPr', looks)] : []), ...content(set.text)]),
  ]);
}

const edgesOf = (cells: FormCell[], from: number): number[] => {
  let at = from;
  return cells.map((cell) => (at += twips(cell.width)));
};

/** The form as a WordprocessingML table over one grid, which is the union of the edges of all rows. */
function table({ sections, remark = '', ruled = true }: FormBlock, gridded: boolean): IXmlableObject {
  const strip = sections.some((section) => section.label) ? twips(STRIP) : 0;
  const edges = new Set<number>(strip ? [strip] : []);
  for (const { rows } of sections) for (const row of rows) edgesOf(row.cells, strip).forEach((edge) => edges.add(edge));
  const grid = [...edges].sort((a, b) => a - b);

  const cell = (from: number, to: number, inner: FormCell, text: IXmlableObject, merge?: 'restart' | 'continue') => {
    const span = grid.filter((edge) => edge > from && edge <= to).length;
    const section = inner.as === 'section';
    // In the order of the schema.
    return parent('w:tc', [
      parent('w:tcPr', [
        width('w:tcW', to - from),
        ...(span > 1 ? [val('w:gridSpan', span)] : []),
        ...(merge ? [val('w:vMerge', merge)] : []),
        ...(inner.open?.length
          ? [
              parent(
                'w:tcBorders',
                (['top', 'left', 'bottom', 'right'] as const)
                  .filter((side) => inner.open!.includes(side))
                  .map((side) => rule(side, 0))
              ),
            ]
          : []),
        ...(section || inner.as === 'head'
          ? [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': GREY })]
          : []),
        ...(section ? [val('w:textDirection', 'tbRl')] : []),
        val('w:vAlign', inner.vertical ?? 'center'),
      ]),
      text,
    ]);
  };

  const rows = sections.flatMap(({ label = '', rows: own }) => {
    const height = own.reduce((sum, row) => sum + row.height, 0);
    return own.map((row, index) => {
      const name: FormCell = { text: index ? '' : label, width: STRIP, as: 'section' };
      const merge = own.length === 1 ? undefined : index ? 'continue' : 'restart';
      const ends = edgesOf(row.cells, strip);
      return parent('w:tr', [
        parent('w:trPr', [
          ...(row.grows ? [element('w:cantSplit', {})] : []),
          element('w:trHeight', { 'w:val': twips(row.height), 'w:hRule': row.grows ? 'atLeast' : 'exact' }),
        ]),
        ...(strip ? [cell(0, strip, name, paragraph(name, { height, cells: [] }, '', gridded), merge)] : []),
        ...row.cells.map((one, at) =>
          cell(at ? ends[at - 1] : strip, ends[at], one, paragraph(one, row, remark, gridded))
        ),
      ]);
    });
  });

  const [outer, inner] = ruled ? [THICK, THIN] : [0, 0];
  return parent('w:tbl', [
    parent('w:tblPr', [
      width('w:tblW', grid[grid.length - 1]),
      width('w:tblInd', 0),
      borders(outer, inner),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      parent('w:tblCellMar', [width('w:left', twips(PADDING)), width('w:right', twips(PADDING))]),
    ]),
    parent(
      'w:tblGrid',
      grid.map((edge, at) => element('w:gridCol', { 'w:w': edge - (at ? grid[at - 1] : 0) }))
    ),
    ...rows,
  ]);
}

/**
 * A ruled form. It writes its XML itself: docx builds an object for every attribute, and a form has some two hundred
 * cells; this makes a form of one page nearly twice as fast.
 */
export class Form extends FileChild {
  /** @param gridded whether it stands on a page whose lines are set on a grid */
  constructor(
    private readonly block: FormBlock,
    private readonly gridded = false
  ) {
    super('w:tbl');
  }

  override prepForXml(_: IContext): IXmlableObject {
    return table(this.block, this.gridded);
  }
}
