import type { BaseEditor } from 'slate';
import type { HistoryEditor } from 'slate-history';
import type { ReactEditor } from 'slate-react';

/** Words with one look, as Strapi's `blocks` attribute keeps them. */
export interface TextNode {
  type: 'text';
  text: string;
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strikethrough?: boolean;
  code?: boolean;
}

/** Words that lead somewhere. */
export interface LinkNode {
  type: 'link';
  url: string;
  children: TextNode[];
}

/** What stands in a line. */
export type InlineNode = TextNode | LinkNode;

export interface ParagraphNode {
  type: 'paragraph';
  children: InlineNode[];
}

export interface HeadingNode {
  type: 'heading';
  level: 1 | 2 | 3 | 4 | 5 | 6;
  children: InlineNode[];
}

export interface QuoteNode {
  type: 'quote';
  children: InlineNode[];
}

export interface CodeNode {
  type: 'code';
  language?: string | null;
  children: TextNode[];
}

export interface ListItemNode {
  type: 'list-item';
  children: InlineNode[];
}

export interface ListNode {
  type: 'list';
  format: 'ordered' | 'unordered';
  indentLevel?: number;
  children: (ListItemNode | ListNode)[];
}

/** What Strapi keeps of a picture of its media library; its validator asks for all that stands here without `?`. */
export interface Picture {
  name: string;
  alternativeText?: string | null;
  url: string;
  caption?: string | null;
  width: number;
  height: number;
  formats?: Record<string, unknown> | null;
  hash: string;
  ext: string;
  mime: string;
  size: number;
  previewUrl?: string | null;
  provider: string;
  provider_metadata?: unknown;
  createdAt: string;
  updatedAt: string;
}

export interface ImageNode {
  type: 'image';
  image: Picture;
  children: TextNode[];
}

/** A block at the top of a text. */
export type BlockElement = ParagraphNode | HeadingNode | QuoteNode | CodeNode | ListNode | ImageNode;

/** Looks that words can have. */
export type Mark = Exclude<keyof TextNode, 'type' | 'text'>;
export const MARKS: readonly Mark[] = ['bold', 'italic', 'underline', 'strikethrough', 'code'];

declare module 'slate' {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor & HistoryEditor;
    Element: BlockElement | ListItemNode | LinkNode;
    Text: TextNode;
  }
}
