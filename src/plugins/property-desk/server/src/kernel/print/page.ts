import { DocumentGridType, PageOrientation, type ISectionPropertiesOptions } from 'docx';
import type { PageKind } from './spec';

/** Twips (twentieths of a point) in so many millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

/** Points in so many millimetres. */
export const points = (millimetres: number): number => (millimetres * 72) / 25.4;

const A4 = { width: 11906, height: 16838 };

/** Pitch of the 22 lines of GB/T 9704-2012; 580 would give 21. */
export const OFFICIAL_LINE = 579;

/** `linesAndChars` would give 18 characters a line; the characters are set by spacing in the body's style. */
const grid = { type: DocumentGridType.LINES, linePitch: OFFICIAL_LINE };
const OFFICIAL = { top: 2098, right: 1474, bottom: 1984, left: 1587, header: 851, footer: 1417 };
const narrow = {
  top: twips(14),
  right: twips(16),
  bottom: twips(16),
  left: twips(16),
  header: twips(8),
  footer: twips(8),
};

/** The room between the margins of a page, in millimetres, and where it begins. */
interface TextRoom {
  width: number;
  height: number;
  left: number;
}

/** A4 pages. */
export const PAGES: Record<PageKind, { text: TextRoom; section: ISectionPropertiesOptions }> = {
  official: {
    text: { width: 156, height: 225, left: 28 },
    section: { page: { size: A4, margin: OFFICIAL }, grid },
  },
  letter: {
    text: { width: 156, height: 225, left: 28 },
    // Its first page differs; where head and foot stand is the letterhead's to say.
    section: { page: { size: A4, margin: { ...OFFICIAL, footer: twips(20) } }, grid, titlePage: true },
  },
  form: {
    text: { width: 178, height: 267, left: 16 },
    section: { page: { size: A4, margin: narrow } },
  },
  landscape: {
    text: { width: 273, height: 178, left: 12 },
    section: {
      page: {
        // docx turns the two sides round itself.
        size: { ...A4, orientation: PageOrientation.LANDSCAPE },
        margin: { ...narrow, top: twips(16), bottom: twips(16), left: twips(12), right: twips(12) },
      },
    },
  },
};
