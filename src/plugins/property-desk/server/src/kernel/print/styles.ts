import { AlignmentType, LineRuleType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import { font, titleIsBold, type Face } from './fonts';
import { pitch } from './fit';
import { OFFICIAL_LINE } from './page';
import type { CellStyle, FontProfile } from './spec';

/** How a cell of a form is set: the sizes it may shrink through and the space between Chinese characters, in points. */
export const CELL: Record<
  CellStyle,
  { face: Face; sizes: number[]; bold?: boolean; spaced?: number; center?: boolean }
> = {
  value: { face: 'body', sizes: [10.5, 9, 7.5] },
  small: { face: 'body', sizes: [9, 7.5] },
  fine: { face: 'song', sizes: [8] },
  fineHead: { face: 'hei', sizes: [8], center: true },
  label: { face: 'hei', sizes: [10.5, 9, 7.5], center: true },
  head: { face: 'hei', sizes: [9, 7.5], center: true },
  section: { face: 'hei', sizes: [10.5, 9, 7.5], center: true },
  masthead: { face: 'song', sizes: [14, 12, 10.5, 9, 7.5], center: true, spaced: 1 },
  banner: { face: 'title', sizes: [22, 16, 12], bold: true, center: true, spaced: 6 },
};

/** Style that a form's cells of a kind are set in. */
export const cellStyleId = (style: CellStyle): string => `Form${style}`;

/** Style of the body text after GB/T 9704-2012: 16 points, 22 lines a page, 28 characters a line. */
export const BODY = 'OfficialBody';

/** Its size in points. */
export const BODY_SIZE = 16;

/** Width of a date or another short text in the body, in points: digits and Latin letters are half as wide as the rest. */
export const bodyWidth = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1), 0) * BODY_SIZE;

/** The body text, its first line two characters in. */
export const INDENTED = 'OfficialIndented';

const half = (size: number) => Math.round(size * 2);
const officialLine = { line: OFFICIAL_LINE, lineRule: LineRuleType.EXACT };
const indent = { firstLineChars: 200, firstLine: 640 };

function heading(profile: FontProfile, face: Face): NonNullable<IStylesOptions['default']>['heading1'] {
  return {
    run: { font: font(profile, face), size: 32, bold: false, italics: false, color: '000000', characterSpacing: -5 },
    paragraph: { spacing: { ...officialLine, before: 0, after: 0 }, indent, keepNext: true },
  };
}

/** The styles of every document, in the fonts of a profile. */
export function styles(profile: FontProfile): IStylesOptions {
  const form = Object.entries(CELL).map(([name, { face, sizes, bold, center }]): IParagraphStyleOptions => ({
    id: cellStyleId(name as CellStyle),
    name: `Form ${name}`,
    basedOn: 'Normal',
    run: {
      font: font(profile, face),
      size: half(sizes[0]),
      ...(bold && { bold: titleIsBold(profile) }),
    },
    paragraph: {
      spacing: { line: Math.floor(pitch(sizes[0]) * 20), lineRule: LineRuleType.EXACT },
      ...(center && { alignment: AlignmentType.CENTER }),
    },
  }));
  return {
    default: {
      document: {
        run: { font: font(profile, 'body'), size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } },
      },
      title: {
        run: { font: font(profile, 'title'), size: 44, bold: titleIsBold(profile), color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 0, after: OFFICIAL_LINE } },
      },
      heading1: heading(profile, 'hei'),
      heading2: heading(profile, 'kai'),
      heading3: heading(profile, 'body'),
      heading4: heading(profile, 'body'),
    },
    paragraphStyles: [
      {
        id: BODY,
        name: 'Official body',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: 32, characterSpacing: -5 },
        paragraph: { alignment: AlignmentType.BOTH, spacing: officialLine },
      },
      {
        id: INDENTED,
        name: 'Official body indented',
        basedOn: BODY,
        quickFormat: true,
        paragraph: { indent },
      },
      ...form,
    ],
  };
}
