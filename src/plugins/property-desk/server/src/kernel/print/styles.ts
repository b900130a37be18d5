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

/** Styles of what else an official page bears. */
export const STYLE = {
  quote: 'OfficialQuote',
  code: 'OfficialCode',
  caption: 'OfficialCaption',
  chapter: 'OfficialChapter',
  head: 'OfficialHead',
  mark: 'OfficialMark',
  picture: 'OfficialPicture',
} as const;

/** Styles of words within a text. */
export const WORDS = { lead: 'OfficialLead', code: 'OfficialCodeWords' } as const;

/** Red of heads, rules and remarks. */
export const RED = 'FF0000';

/** Digits and Latin letters of code; Chinese stays in the body's face. */
const monospaced = (profile: FontProfile) => ({
  ...font(profile, 'body'),
  ascii: 'Consolas',
  hAnsi: 'Consolas',
  cs: 'Consolas',
});

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
        // Its own face too: on a template of the office's own the default is another.
        run: { font: font(profile, 'body'), size: 32, characterSpacing: -5 },
        paragraph: { alignment: AlignmentType.BOTH, spacing: officialLine },
      },
      {
        id: INDENTED,
        name: 'Official body indented',
        basedOn: BODY,
        quickFormat: true,
        paragraph: { indent },
      },
      {
        id: STYLE.quote,
        name: 'Official quote',
        basedOn: BODY,
        run: { font: font(profile, 'kai') },
        paragraph: { indent: { left: 640, right: 640 } },
      },
      {
        id: STYLE.code,
        name: 'Official code',
        basedOn: 'Normal',
        run: { font: monospaced(profile), size: 24 },
        paragraph: {
          spacing: { line: 400, lineRule: LineRuleType.EXACT },
          indent: { left: 320, right: 320 },
        },
      },
      {
        id: STYLE.picture,
        name: 'Official picture',
        basedOn: 'Normal',
        paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 120, after: 120 } },
      },
      {
        id: STYLE.caption,
        name: 'Official caption',
        basedOn: 'Normal',
        run: { font: font(profile, 'kai'), size: 28 },
        paragraph: { alignment: AlignmentType.CENTER, spacing: officialLine },
      },
      {
        id: STYLE.chapter,
        name: 'Official chapter',
        basedOn: 'Normal',
        run: { font: font(profile, 'title'), bold: titleIsBold(profile), size: 32 },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { ...officialLine, before: Math.round(OFFICIAL_LINE / 2), after: Math.round(OFFICIAL_LINE / 2) },
          keepNext: true,
          outlineLevel: 0,
        },
      },
      {
        id: STYLE.head,
        name: 'Official head',
        basedOn: 'Normal',
        run: { font: font(profile, 'title'), bold: titleIsBold(profile), color: RED },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true },
      },
      {
        id: STYLE.mark,
        name: 'Official mark',
        basedOn: 'Normal',
        run: { font: font(profile, 'hei'), size: 32, color: RED },
      },
      ...form,
    ],
    characterStyles: [
      { id: WORDS.lead, name: 'Official lead', run: { font: font(profile, 'hei') } },
      { id: WORDS.code, name: 'Official code words', run: { font: monospaced(profile) } },
    ],
  };
}
