import { AlignmentType, Footer, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx';
import { fit, pitch } from './fit';
import { font } from './fonts';
import { PAGES, points, twips } from './page';
import type { FontProfile, FooterSpec, PageKind } from './spec';
import { CELL, cellStyleId } from './styles';
import { clean, run } from './text';

type TextFooter = Extract<FooterSpec, { kind: 'text' }>;

/** The line of a footer that holds texts of its document's own. */
export function textFooter(spec: TextFooter, page: PageKind): Paragraph {
  const { width } = PAGES[page].text;
  // A footer that grew would take its room from the page: each side is one line, the right one the longer.
  const line = (text: string, share: number) => {
    const { sizes } = CELL.small;
    const box = { width: points(width * share), height: pitch(sizes[0]) };
    const set = fit(clean(text).replace(/[\n\t]+/g, ' '), box, sizes, '');
    return { text: set.text, size: set.size * 2 };
  };
  const [left, right] = spec.pages
    ? [line(spec.left, 0.4), line(spec.right ?? '', 0.4)]
    : [line(spec.left, 0.4), line(spec.right ?? '', 0.6)];
  const count = clean(spec.pages ?? '').split(/(\{page\}|\{pages\})/);
  const number: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES };
  return new Paragraph({
    style: cellStyleId('small'),
    tabStops: [
      ...(spec.pages ? [{ type: TabStopType.CENTER, position: twips(width / 2) }] : []),
      { type: TabStopType.RIGHT, position: twips(width) },
    ],
    children: [
      ...run(left.text, { size: left.size }),
      ...(spec.pages ? [new TextRun({ children: [new Tab(), ...count.map((part) => number[part] ?? part)] })] : []),
      ...run(`\t${right.text}`, { size: right.size }),
    ],
  });
}

/** The footers that number pages; left and right pages differ. */
export function numberFooters(page: PageKind, profile: FontProfile): { default: Footer; even: Footer } {
  // GB/T 9704-2012, 7.5: 14 points, a rule either side, at the outer edge less one character.
  // What a letter's foot stands lower than an official page's lifts its numbers.
  const lift =
    (PAGES.official.section.page!.margin!.footer as number) - (PAGES[page].section.page!.margin!.footer as number);
  const numbered = (odd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          ...(lift > 0 && { spacing: { after: lift } }),
          indent: odd ? { right: 280 } : { left: 280 },
          children: [
            new TextRun({ font: font(profile, 'song'), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] }),
          ],
        }),
      ],
    });
  return { default: numbered(true), even: numbered(false) };
}
