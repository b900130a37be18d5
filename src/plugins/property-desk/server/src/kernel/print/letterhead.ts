import { AlignmentType, BorderStyle, Footer, Header, LineRuleType, Paragraph } from 'docx';
import { font, titleIsBold } from './fonts';
import { wrap } from './fit';
import { OFFICIAL_LINE, PAGES, points, twips } from './page';
import type { FontProfile } from './spec';
import { BODY, RED, STYLE } from './styles';
import { clean, run } from './text';

/** Figures of GB/T 9704-2012, 10.1, in millimetres: the name's upper edge, the rule under it, the rule at the foot. */
const NAME_AT = 30;
const RULE_UNDER = 4;
const RULE_WIDTH = 170;
export const FOOT_RULE_AT = 20;

/** Sizes of the name in points: the first at which it stands on one line. */
const SIZES = [32, 28, 26, 24, 22, 20, 18, 16, 14, 12];
/**
 * Of a line of exactly 1.2 times the size, in sizes: where the ink of a Chinese character begins and ends. Word and
 * LibreOffice both put the base line at four fifths.
 */
const LINE = 1.2;
const INK = { top: 0.11, bottom: 1.05 };
/**
 * The stronger line outside, in eighths of a point; the finer one and the gap between are 0.75 points. The name says
 * which lies within which (ECMA-376, 17.18.2): thin within thick.
 */
const RULE = { style: BorderStyle.THIN_THICK_SMALL_GAP, size: 18, color: RED, space: 0 };

/** The rule is as wide as the standard asks, and centred on the page, where the text block is neither. */
const overhang = () => {
  const { width, left } = PAGES.letter.text;
  const out = (210 - RULE_WIDTH) / 2;
  return { left: twips(out - left), right: twips(left + width - (210 - out)) };
};

const nameOf = (name: string) => clean(name).replace(/\s+/g, ' ').trim();
const sizeOf = (name: string, width = RULE_WIDTH) =>
  SIZES.find((size) => wrap(name, points(width), size).length === 1) ?? SIZES[SIZES.length - 1];

/** Distance of the head from the upper edge of the page, in twips. */
export const headAt = (letterhead: string): number =>
  twips(NAME_AT) - Math.round(INK.top * sizeOf(nameOf(letterhead)) * 20);

/** The head of a letter's first page: the name and a red double rule, the stronger line above. Text begins under it. */
export function letterhead(of: string, profile: FontProfile): Header {
  const name = nameOf(of);
  const size = sizeOf(name);
  const indent = overhang();
  return new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        indent,
        spacing: { line: Math.round(LINE * size * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: run(name, {
          font: font(profile, 'title'),
          bold: titleIsBold(profile),
          size: size * 2,
          color: RED,
        }),
      }),
      new Paragraph({
        indent,
        spacing: {
          line: 20,
          lineRule: LineRuleType.EXACT,
          before: Math.max(0, twips(RULE_UNDER) - Math.round((LINE - INK.bottom) * size * 20)),
          after: 200,
        },
        border: { top: RULE },
        run: { size: 2 },
      }),
    ],
  });
}

/** The foot of a letter's first page: a red double rule, the stronger line below, and no number. */
export const letterfoot = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        indent: overhang(),
        spacing: { line: 20, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        border: { bottom: RULE },
        run: { size: 2 },
      }),
    ],
  });

/** Words in red at the head of a page, which the text under it does not move for: they stand in the margin. */
export const remarked = (remark: string): Header =>
  new Header({
    children: [
      new Paragraph({
        style: STYLE.mark,
        alignment: AlignmentType.CENTER,
        spacing: { line: OFFICIAL_LINE, lineRule: LineRuleType.EXACT },
        children: run(clean(remark).replace(/\s+/g, ' ')),
      }),
    ],
  });

/**
 * The head of an official paper: the issuer's name, two lines, the number, a red rule 4 mm under it as wide as the text,
 * two lines. The 35 mm above the name, where a paper's serial number, secrecy and urgency stand, are left out: a notice
 * has none of them, and is to hang on a board on one page if it can.
 */
export function noticeHead(of: string, number: string): Paragraph[] {
  const name = nameOf(of);
  const { width } = PAGES.official.text;
  const size = sizeOf(name, width);
  const exact = { lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  return [
    new Paragraph({
      style: STYLE.head,
      spacing: { ...exact, line: Math.round(LINE * size * 20), after: 2 * OFFICIAL_LINE },
      children: run(name, { size: size * 2 }),
    }),
    new Paragraph({
      style: BODY,
      alignment: AlignmentType.CENTER,
      keepNext: true,
      children: run(number),
    }),
    new Paragraph({
      spacing: { ...exact, line: 20, before: twips(RULE_UNDER), after: 2 * OFFICIAL_LINE },
      border: { top: { style: BorderStyle.SINGLE, size: 12, color: RED, space: 0 } },
      keepNext: true,
      run: { size: 2 },
    }),
  ];
}
