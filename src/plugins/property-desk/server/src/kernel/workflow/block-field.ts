import { z } from 'zod';
import { say } from '../../../../contracts';

/** A node of a text, as Strapi's block editor writes it. */
type Node = Record<string, unknown> & { type: string };

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;
const LINK = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i;
/** Lists in lists in lists: nobody reads deeper. */
const DEEPEST = 6;
const MOST_NODES = 5000;

class Unfit extends Error {}

/** A text as only known nodes hold it: whatever else came with it is left out, and what cannot be kept is refused. */
const cleaned = (blocks: unknown[], max: number): Node[] => {
  let signs = 0;
  let nodes = 0;

  const children = (node: Node): unknown[] => {
    nodes += 1;
    if (nodes > MOST_NODES) throw new Unfit('error.blocksTooLong');
    if (!Array.isArray(node.children) || node.children.length === 0) throw new Unfit('error.blocks');
    return node.children;
  };
  const asNode = (value: unknown): Node => {
    if (typeof value !== 'object' || value === null || typeof (value as Node).type !== 'string')
      throw new Unfit('error.blocks');
    return value as Node;
  };
  const text = (node: Node): Node => {
    nodes += 1;
    if (node.type !== 'text' || typeof node.text !== 'string') throw new Unfit('error.blocks');
    if (UNSTORABLE.test(node.text)) throw new Unfit('error.unstorable');
    signs += node.text.length;
    if (signs > max || nodes > MOST_NODES) throw new Unfit('error.blocksTooLong');
    const marks = MARKS.filter((mark) => node[mark] === true).map((mark) => [mark, true]);
    return { type: 'text', text: node.text, ...Object.fromEntries(marks) };
  };
  const inline = (value: unknown): Node => {
    const node = asNode(value);
    if (node.type !== 'link') return text(node);
    const { url } = node;
    if (typeof url !== 'string' || url.length > 1000 || !LINK.test(url) || UNSTORABLE.test(url))
      throw new Unfit('error.blocksLink');
    return { type: 'link', url, children: children(node).map((child) => text(asNode(child))) };
  };
  const list = (node: Node, depth: number): Node => {
    if (depth > DEEPEST || (node.format !== 'ordered' && node.format !== 'unordered')) throw new Unfit('error.blocks');
    return {
      type: 'list',
      format: node.format,
      ...(depth > 0 ? { indentLevel: depth } : {}),
      children: children(node).map((child) => {
        const item = asNode(child);
        if (item.type === 'list') return list(item, depth + 1);
        if (item.type !== 'list-item') throw new Unfit('error.blocks');
        return { type: 'list-item', children: children(item).map(inline) };
      }),
    };
  };
  const block = (value: unknown): Node => {
    const node = asNode(value);
    const { type } = node;
    if (type === 'list') return list(node, 0);
    if (type === 'paragraph' || type === 'quote') return { type, children: children(node).map(inline) };
    if (type === 'heading' && Number.isInteger(node.level) && Number(node.level) >= 1 && Number(node.level) <= 6)
      return { type, level: node.level, children: children(node).map(inline) };
    throw new Unfit('error.blocks');
  };

  const clean = blocks.map(block);
  if (signs === 0) throw new Unfit('error.blocksEmpty');
  return clean;
};

/**
 * A text with headings, lists, quotes and links, as Strapi's block editor writes it; without pictures.
 * @param max its longest, in UTF-16 units
 */
export const blocksField = (max: number) =>
  z
    .array(z.looseObject({ type: z.string() }))
    .min(1)
    .max(1000)
    .transform((blocks, context) => {
      try {
        return cleaned(blocks, max);
      } catch (error) {
        if (!(error instanceof Unfit)) throw error;
        // zod's own sentences stand in the caller's language; this one is said in both.
        const message = [say('zh-Hans', error.message, { max }), say('en', error.message, { max })].join(' / ');
        context.addIssue({ code: 'custom', message });
        return z.NEVER;
      }
    })
    .meta({ widget: 'blocks' });
