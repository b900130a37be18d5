import type { BlockElement, ListNode } from './nodes';

const BULLET = /^\s*(?:[•·●◆■▪◦○\-*–—]|\uf0b7|\uf06c)[\s\u3000]+(\S.*)$/;
const NUMBER = /^\s*(?:\d{1,2}[.、．)）][\s\u3000]*|[（(]\d{1,2}[）)][\s\u3000]*)(?!\d)(\S.*)$/;

const itemOf = (line: string): { format: ListNode['format']; text: string } | null => {
  const bullet = BULLET.exec(line)?.[1];
  if (bullet) return { format: 'unordered', text: bullet.trim() };
  const numbered = NUMBER.exec(line)?.[1];
  return numbered ? { format: 'ordered', text: numbered.trim() } : null;
};

/**
 * What was pasted, as plain blocks: a paragraph for each line, and a list where two lines or more in a row are marked as
 * one. A single `1.` stays what it is: it may be half of a list that goes on elsewhere.
 */
export function blocksOf(pasted: string): BlockElement[] {
  const lines = pasted
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\u00a0\t]+/g, ' ').trimEnd())
    .filter((line) => line.trim() !== '');
  const blocks: BlockElement[] = [];
  for (let at = 0; at < lines.length;) {
    const first = itemOf(lines[at] ?? '');
    let end = at;
    while (first && end < lines.length && itemOf(lines[end] ?? '')?.format === first.format) end += 1;
    if (first && end - at >= 2) {
      blocks.push({
        type: 'list',
        format: first.format,
        children: lines.slice(at, end).map((line) => ({
          type: 'list-item',
          children: [{ type: 'text', text: itemOf(line)?.text ?? line }],
        })),
      });
      at = end;
    } else {
      blocks.push({ type: 'paragraph', children: [{ type: 'text', text: (lines[at] ?? '').trim() }] });
      at += 1;
    }
  }
  return blocks;
}
