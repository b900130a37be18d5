import type { Blocks } from '../../../../contracts';

/** What a document says, apart from how Word writes it down. Plain data: lengths are millimetres, type sizes points. */
export interface DocumentSpec {
  /** The file's title property; not printed. */
  title: string;
  /** Whose document it is: the file's author property. */
  creator?: string;
  /** Fonts that the reader's computer has; `windows` unless the office installed the GB/T 9704 ones. */
  fonts?: FontProfile;
  /** `official` after GB/T 9704-2012 (22 lines of 28 characters) unless told. */
  page?: PageKind;
  /**
   * Whose letter it is: their name in red between the head of the first page and a red double rule, another at its
   * foot, and no number on it (GB/T 9704-2012, 10.1). For a `letter` only.
   */
  letterhead?: string;
  /** In red in the head of every page: what the reader must know of the whole paper, e.g. that it is a draft. */
  remark?: string;
  footer?: FooterSpec;
  blocks: Block[];
  /** A Word file of the office's own that it is printed on; page, footer and letterhead are the file's then. */
  template?: TemplateSpec;
}

/** A Word file with places in it, `{{title}}`; `blocks` stand where it says `{{body}}`. */
export interface TemplateSpec {
  file: Uint8Array;
  /** What stands in the other places, by name; empty where a name has none. */
  values: Record<string, string>;
}

export type FontProfile = 'windows' | 'gb';
/** A `letter` is official with room for its head; `form` and `landscape` leave narrow margins for tables. */
export type PageKind = 'official' | 'letter' | 'form' | 'landscape';
export type Align = 'left' | 'center' | 'right';

/**
 * `— 1 —`, outside edge of the page; or one small line with a text at either end. `pages` counts between them:
 * `{page}` and `{pages}` in it stand for the numbers.
 */
export type FooterSpec = { kind: 'pageNumber' } | { kind: 'text'; left: string; right?: string; pages?: string };

export type Block =
  | { kind: 'title'; text: string }
  /** 一、 / （一） / 1. / （1）: the number is part of the text, as GB/T 9704 writes it. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** Body text, first line two characters in; each newline starts a paragraph. `keep`: on the page of what follows. */
  | { kind: 'body'; text: string; indent?: boolean; align?: Align; keep?: boolean }
  /** Under a letter that will be sealed: the issuer over the date, centred upon it, four characters from the right. */
  | { kind: 'closing'; issuer: string; date: string }
  /** Whose notice it is, in red over its number and a red rule (GB/T 9704-2012, 7.2.4 to 7.2.7). */
  | { kind: 'head'; name: string; number: string }
  /** One line under the text (GB/T 9704-2012, 7.3.4): its label, then the names, numbered where there are several. */
  | { kind: 'attachments'; label: string; names: string[] }
  /** A chapter of a body of rules: its name centred, half a line around. */
  | { kind: 'chapter'; text: string }
  /** One line between rules under all the rest: whose paper it is, and when it was printed; over it, who else has it. */
  | { kind: 'printLine'; left: string; right: string; copies?: string }
  /** Rules to sign on, side by side, each with a line for the date. */
  | { kind: 'signatures'; labels: string[]; date: string }
  | BlocksBlock
  | GridBlock
  | TableBlock
  | FormBlock;

/**
 * A text of Strapi's block editor: headings, lists, quotes, code, links, pictures. Node kinds that are not known here
 * are printed as the text that they hold, so that nothing that was written is missing on paper.
 */
export interface BlocksBlock {
  kind: 'blocks';
  blocks: Blocks;
  /** Bytes of the pictures (PNG, JPEG, GIF) by the address that stands in the text; nothing is ever fetched. */
  pictures?: Record<string, Uint8Array>;
  /** A first paragraph that ends in a colon names the readers and stands at the margin (GB/T 9704-2012, 7.3.2). */
  addressed?: boolean;
  /** Its last paragraph, where it is short, goes with what follows: a signature never stands alone on a page. */
  keep?: boolean;
  /** Words in 黑体 before the first paragraph, and a bookmark upon them: `第九条` of a body of rules. */
  lead?: { text: string; bookmark: string };
}

/** Labels with their values, so many pairs a line. */
export interface GridBlock {
  kind: 'grid';
  pairs: [label: string, value: string][];
  /** Pairs on one line, 2 unless told. */
  across?: number;
}

/** Rows of data under a header that repeats on every page; no row breaks across pages unless it is a third of one. */
export interface TableBlock {
  kind: 'table';
  /** `width` is a share of the text's width. */
  columns: { title: string; width: number; align?: Align }[];
  rows: string[][];
  /** A last row over the whole width. */
  foot?: string;
  /** `fine` where many columns stand side by side. */
  set?: 'value' | 'fine';
}

/**
 * A ruled form. Rows whose height is exact are never grown by what is in them: text that is too long is set smaller
 * and, if that is not enough, cut with the form's remark, so that the form's height is known before it is printed.
 */
export interface FormBlock {
  kind: 'form';
  sections: FormSection[];
  /** Put where text was cut, e.g. `(see the system)`. */
  remark?: string;
  ruled?: boolean;
}

/** Rows under one name, which runs down their left side. */
export interface FormSection {
  label?: string;
  rows: FormRow[];
}

export interface FormRow {
  height: number;
  cells: FormCell[];
  /** At least `height` instead of exactly. */
  grows?: boolean;
}

export interface FormCell {
  text: string;
  width: number;
  /** How it is set: `value` unless told. */
  as?: CellStyle;
  align?: Align;
  vertical?: 'top' | 'center' | 'bottom';
  /** Sides without a rule. */
  open?: ('top' | 'bottom' | 'left' | 'right')[];
}

export type CellStyle = 'value' | 'label' | 'head' | 'section' | 'small' | 'fine' | 'fineHead' | 'masthead' | 'banner';
