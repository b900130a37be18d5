import { DocumentGridType, type ISectionPropertiesOptions } from 'docx';
import type { PageKind } from './spec';

/** Twips (twentieths of a point) in so many millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Points in so many millimetres. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

const A4 = { width: 11906, height: 16838 };

/** Pitch of the 22 lines of GB/T 9704-2012; 580 would give 21. */
export const OFFICIAL_LINE = 579;

/** A4 pages: `text` is the room between the margins in millimetres. */
export const PAGES: Record<PageKind, { text: { width: number; height: number }; section: ISectionPropertiesOptions }> =
  {
    official: {
      text: { width: 156, height: 225 },
      section: {
        page: { size: A4, margin: { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 851, footer: 1417 } },
        // `linesAndChars` would give 18 characters a line; the characters are set by spacing in the body's style.
        grid: { type: DocumentGridType.LINES, linePitch: OFFICIAL_LINE },
      },
    },
    form: {
      text: { width: 178, height: 267 },
      section: {
        page: {
          size: A4,
          margin: {
            top: twips(14),
            right: twips(16),
            bottom: twips(16),
            left: twips(16),
            header: twips(8),
            footer: twips(8),
          },
        },
      },
    },
  };
