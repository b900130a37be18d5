import type { IXmlableObject } from 'docx';
import { WORDS } from './styles';
import { element, GREY, parent, runContent, val } from './xml';

/** A node of a text, whatever somebody put there. */
export type Node = Record<string, unknown>;

/** The nodes of a value that should be a list of them. */
export const nodesOf = (value: unknown): Node[] =>
  Array.isArray(value)
    ? value.filter((node): node is Node => typeof node === 'object' && node !== null && !Array.isArray(node))
    : [];

/** The text under a node, without recursion: how deep it goes is whoever wrote it to say. */
export function textOf(node: Node): string {
  let text = '';
  const left: Node[] = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    if (typeof next.text === 'string') text += next.text;
    left.push(...nodesOf(next.children).reverse());
  }
  return text;
}

/** In the order of the schema. */
const looks = ({ code, bold, italic, strikethrough, underline }: Node): IXmlableObject[] => [
  ...(code ? [val('w:rStyle', WORDS.code)] : []),
  ...(bold ? [element('w:b', {}), element('w:bCs', {})] : []),
  ...(italic ? [element('w:i', {}), element('w:iCs', {})] : []),
  ...(strikethrough ? [element('w:strike', {})] : []),
  ...(underline ? [val('w:u', 'single')] : []),
  ...(code ? [element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': GREY })] : []),
];

/** One run of running text, with the looks that its node asks for. */
export function words(text: string, node: Node = {}): IXmlableObject {
  const looked = looks(node);
  return parent('w:r', [...(looked.length ? [parent('w:rPr', looked)] : []), ...runContent(text)]);
}

/** Schemes that say nothing to whoever reads paper. */
const UNSAID = /^(mailto|tel):/i;
const SAME = /^(https?:\/\/|mailto:|tel:)|\/$/gi;

/** Where a link leads, for whoever reads it on paper: its address, unless the words are the address. */
function addressOf(link: Node): string {
  const url = typeof link.url === 'string' ? link.url.trim() : '';
  if (url === '' || /^(javascript|data|vbscript):/i.test(url)) return '';
  const same = (text: string) => text.trim().replace(SAME, '').toLowerCase();
  return same(textOf(link)) === same(url) ? '' : `（${url.replace(UNSAID, '')}）`;
}

/** The words of a block: runs with their looks, links with their address; of a node unknown here, its text. */
export function wordsOf(children: unknown): IXmlableObject[] {
  return nodesOf(children).flatMap((node) => {
    if (node.type === 'link') {
      const address = addressOf(node);
      return [...wordsOf(nodesOf(node.children).map(plain)), ...(address ? [words(address)] : [])];
    }
    const text = textOf(node);
    return text ? [words(text, node)] : [];
  });
}

/** A node within a link: its looks, and all its text; a link within a link is none. */
const plain = (node: Node): Node => ({ ...node, type: 'text', text: textOf(node), children: undefined });

/** Whether words hold something that breaks between its letters only, such as a long address. */
export const hasLong = (text: string): boolean => /[!-~]{24}/.test(text);
