import type { Blocks } from '../../../../contracts';
import {
  MARKS,
  type BlockElement,
  type ImageNode,
  type InlineNode,
  type ListItemNode,
  type ListNode,
  type TextNode,
} from './nodes';

type Loose = Record<string, unknown>;

/** A text with nothing in it. */
export const emptyBlocks = (): BlockElement[] => [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];

const PROTOCOLS = new Set(['http:', 'https:', 'ftp:', 'mailto:', 'tel:']);

/** Whether Strapi takes this as the address of a link; `/…` is an address on the site itself. */
export function isAddress(url: string): boolean {
  try {
    return PROTOCOLS.has(new URL(url.startsWith('/') ? `https://here.local${url}` : url).protocol);
  } catch {
    return false;
  }
}

/** What was typed as an address, made whole: `example.cn` → `https://example.cn`; null where it is none. */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  if (isAddress(text)) return text;
  if (/^[^@\s]+@[^@\s]+\.\w+$/.test(text)) return `mailto:${text}`;
  if (/^[\w-]+(\.[\w-]+)+([/?#].*)?$/.test(text)) return `https://${text}`;
  return null;
}

const kids = (node: Loose): Loose[] =>
  Array.isArray(node.children) ? node.children.filter((each): each is Loose => !!each && typeof each === 'object') : [];

function textOf(node: Loose): TextNode {
  const text: TextNode = { type: 'text', text: typeof node.text === 'string' ? node.text : '' };
  for (const mark of MARKS) if (node[mark] === true) text[mark] = true;
  return text;
}

/** Lines hold words and links only; what else is nested there gives its words. */
function inlineOf(node: Loose): InlineNode[] {
  if (node.type === 'link' && typeof node.url === 'string' && isAddress(node.url)) {
    const words = kids(node)
      .flatMap(inlineOf)
      .filter((each): each is TextNode => each.type === 'text');
    return [{ type: 'link', url: node.url, children: words.length > 0 ? words : [textOf({})] }];
  }
  if (typeof node.text === 'string') return [textOf(node)];
  return kids(node).flatMap(inlineOf);
}

const lineOf = (node: Loose): InlineNode[] => {
  const line = kids(node).flatMap(inlineOf);
  return line.length > 0 ? line : [textOf({})];
};

function listOf(node: Loose, depth: number): ListNode {
  const children = kids(node).map((each): ListItemNode | ListNode =>
    each.type === 'list' ? listOf(each, depth + 1) : { type: 'list-item', children: lineOf(each) }
  );
  return {
    type: 'list',
    format: node.format === 'ordered' ? 'ordered' : 'unordered',
    ...(depth > 0 ? { indentLevel: depth } : {}),
    children: children.length > 0 ? children : [{ type: 'list-item', children: [textOf({})] }],
  };
}

function blockOf(node: Loose): BlockElement {
  switch (node.type) {
    case 'heading': {
      const level = Math.min(6, Math.max(1, Math.round(Number(node.level) || 1))) as 1;
      return { type: 'heading', level, children: lineOf(node) };
    }
    case 'quote':
      return { type: 'quote', children: lineOf(node) };
    case 'code':
      return {
        type: 'code',
        ...(typeof node.language === 'string' ? { language: node.language } : {}),
        children: [{ type: 'text', text: lineOf(node).map(wordsIn).join('') }],
      };
    case 'list':
      return listOf(node, 0);
    case 'image':
      return typeof (node.image as Loose | undefined)?.url === 'string'
        ? { type: 'image', image: node.image as ImageNode['image'], children: [textOf({})] }
        : { type: 'paragraph', children: lineOf(node) };
    default:
      return { type: 'paragraph', children: lineOf(node) };
  }
}

const wordsIn = (node: InlineNode): string =>
  node.type === 'link' ? node.children.map(({ text }) => text).join('') : node.text;

/** Any value of a `blocks` attribute as a text that can be edited and that Strapi's validator takes; what it does not know becomes a paragraph of its words. */
export function soundBlocks(value: unknown): BlockElement[] {
  const blocks = (Array.isArray(value) ? value : [])
    .filter((each): each is Loose => !!each && typeof each === 'object')
    .map((each) => blockOf(typeof each.text === 'string' || each.type === 'link' ? { children: [each] } : each));
  return blocks.length > 0 ? blocks : emptyBlocks();
}

const linesOf = (block: BlockElement | ListItemNode): string[] =>
  block.type === 'list' ? block.children.flatMap(linesOf) : [(block.children as InlineNode[]).map(wordsIn).join('')];

/** The words of a text, a line each. */
export const plainText = (value: unknown): string => soundBlocks(value).flatMap(linesOf).join('\n');

/** Whether a text says and shows nothing. */
export const isBlank = (value: unknown): boolean =>
  plainText(value).trim() === '' && !soundBlocks(value).some(({ type }) => type === 'image');

/** The same type as the API's. */
export const asBlocks = (blocks: BlockElement[]): Blocks => blocks as unknown as Blocks;
