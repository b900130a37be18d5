import { AlignmentType, Footer, PageNumber, Paragraph, TabStopType, TextRun } from 'docx';
import { font } from './fonts';
import { PAGES, twips } from './page';
import type { FontProfile, FooterSpec, PageKind } from './spec';
import { cellStyleId } from './styles';
import { run } from './text';

/** The footers of a page: `even` is there when left and right pages differ. */
export function footers(spec: FooterSpec, page: PageKind, profile: FontProfile): { default: Footer; even?: Footer } {
  if (spec.kind === 'text') {
    const position = twips(PAGES[page].text.width);
    const paragraph = new Paragraph({
      style: cellStyleId('small'),
      tabStops: [{ type: TabStopType.RIGHT, position }],
      children: [...run(spec.left), ...run(`\t${spec.right ?? ''}`)],
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
