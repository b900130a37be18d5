import type { BlockNode, Blocks } from '../../../../contracts';

const childrenOf = (node: BlockNode): BlockNode[] =>
  Array.isArray(node.children) ? (node.children as BlockNode[]) : [];

const textOf = (node: BlockNode): string =>
  typeof node.text === 'string' ? node.text : childrenOf(node).map(textOf).join('');

/** A text as lines, without its marks: items of lists each stand on a line of their own. */
export const linesOf = (blocks: Blocks): string[] =>
  blocks.flatMap((node) => {
    if (node.type !== 'list') return textOf(node).split('\n');
    return childrenOf(node).flatMap((item) => (item.type === 'list' ? linesOf([item]) : [textOf(item)]));
  });

/** A text with one wording in place of another, wherever it stands in one run. */
export const reworded = (blocks: Blocks, from: string, to: string): Blocks =>
  blocks.map((node) => ({
    ...node,
    ...(typeof node.text === 'string' ? { text: node.text.replaceAll(from, () => to) } : {}),
    ...(Array.isArray(node.children) ? { children: reworded(node.children as Blocks, from, to) } : {}),
  }));
