import { AlignmentType, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { fit, pitch } from './fit';
import { font } from './fonts';
import { PAGES, points, twips } from './page';
import type { FontProfile, FooterSpec, PageKind } from './spec';
import { CELL, cellStyleId } from './styles';
import { clean, run } from './text';

/** The footers of a page: `even` is there when left and right pages differ. */
export function footers(spec: FooterSpec, page: PageKind, profile: FontProfile): { default: Footer; even?: Footer } {
  if (spec.kind === 'text') {
    const { width } = PAGES[page].text;
    // A footer that grew would take its room from the page: each side is one line, the right one the longer.
    const line = (text: string, share: number) => {
      const { sizes } = CELL.small;
      const box = { width: points(width * share), height: pitch(sizes[0]) };
      const set = fit(clean(text).replace(/[\n\t]+/g, ' '), box, sizes, '');
      return { text: set.text, size: set.size * 2 };
    };
    const [left, right] = [line(spec.left, 0.4), line(spec.right ?? '', 0.6)];
    const paragraph = new Paragraph({
      style: cellStyleId('small'),
      tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
      children: [...run(left.text, { size: left.size }), ...run(`\t${right.text}`, { size: right.size })],
    });
    return { default: new Footer({ children: [paragraph] }) };
  }
  // GB/T 9704-2012, 7.5: 14 points, a rule either side, at the outer edge less one character.
  const numbered = (odd: boolean) =>
    new Footer({
      children: [
        new Paragraph({
          alignment: odd ? AlignmentType.RIGHT : AlignmentType.LEFT,
          indent: odd ? { right: 280 } : { left: 280 },
          children: [
            new TextRun({ font: font(profile, 'song'), size: 28, children: ['— ', PageNumber.CURRENT, ' —'] }),
          ],
        }),
      ],
    });
  return { default: numbered(true), even: numbered(false) };
}
