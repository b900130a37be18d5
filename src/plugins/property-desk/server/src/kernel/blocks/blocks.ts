import type { BlockNode, Blocks } from '../../../../contracts';

/** Bounds of one text: far above what an office writes, far below what holds up a page or a process. */
const MOST_NODES = 5000;
/** Longest text where nothing else is said, in UTF-16 units. */
export const LONGEST = 40_000;
const DEEPEST_LIST = 6;

/** NUL, and half a surrogate pair: PostgreSQL refuses the one in text and the other in JSON. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

const MARKS = ['bold', 'italic', 'underline', 'strikethrough', 'code'] as const;

/** What a link may open: nothing that runs in the reader's browser. */
const OPENS = new Set(['http:', 'https:', 'mailto:', 'tel:']);

/** What keeps a text from being one. */
export type Fault = 'shape' | 'tooLong' | 'unstorable' | 'link' | 'picture' | 'wordsOnly' | 'blank';

/** What a text may be. */
export interface Limits {
  /** Its longest, in UTF-16 units. */
  most?: number;
  /** Something has to be said, and neither pictures nor code stand in it. */
  wordsOnly?: boolean;
}

/** Thrown within this file only: the first fault ends the reading. */
class Faulty extends Error {
  constructor(readonly fault: Fault) {
    super(fault);
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (value: unknown, budget: Budget): string => {
  if (typeof value !== 'string') throw new Faulty('shape');
  if (UNSTORABLE.test(value)) throw new Faulty('unstorable');
  budget.length -= value.length;
  if (budget.length < 0) throw new Faulty('tooLong');
  return value;
};

interface Budget {
  nodes: number;
  length: number;
}

type Reader = (node: Record<string, unknown>, budget: Budget, depth: number) => BlockNode;

const listOf = (value: unknown, read: Record<string, Reader>, budget: Budget, depth: number): BlockNode[] => {
  if (!Array.isArray(value)) throw new Faulty('shape');
  return value.map((node: unknown) => {
    if (!isRecord(node) || typeof node.type !== 'string' || !Object.hasOwn(read, node.type)) throw new Faulty('shape');
    budget.nodes -= 1;
    if (budget.nodes < 0) throw new Faulty('tooLong');
    return read[node.type](node, budget, depth);
  });
};

const text: Reader = (node, budget) => {
  const read: BlockNode = { type: 'text', text: textIn(node.text, budget) };
  for (const mark of MARKS) if (node[mark] === true) read[mark] = true;
  return read;
};

const url = (value: unknown, budget: Budget): string => {
  const given = textIn(value, budget).trim();
  try {
    const { protocol } = new URL(/^\/(?!\/)/.test(given) ? `https://here.invalid${given}` : given);
    if (OPENS.has(protocol) && given.length <= 2000) return given;
  } catch {
    // Told below like any other link that opens nothing.
  }
  throw new Faulty('link');
};

const link: Reader = (node, budget, depth) => ({
  type: 'link',
  url: url(node.url, budget),
  children: listOf(node.children, { text }, budget, depth),
});

const inline = { text, link };

const withInline =
  (type: string): Reader =>
  (node, budget, depth) => ({
    type,
    children: listOf(node.children, inline, budget, depth),
  });

const heading: Reader = (node, budget, depth) => {
  if (!Number.isInteger(node.level) || (node.level as number) < 1 || (node.level as number) > 6)
    throw new Faulty('shape');
  return { type: 'heading', level: node.level, children: listOf(node.children, inline, budget, depth) };
};

const code: Reader = (node, budget, depth) => ({
  type: 'code',
  ...(typeof node.language === 'string' ? { language: textIn(node.language, budget).slice(0, 40) } : {}),
  children: listOf(node.children, { text }, budget, depth),
});

const list: Reader = (node, budget, depth) => {
  if (depth >= DEEPEST_LIST || !['ordered', 'unordered'].includes(node.format as string)) throw new Faulty('shape');
  const indent = Number.isInteger(node.indentLevel) ? (node.indentLevel as number) : depth;
  return {
    type: 'list',
    format: node.format,
    ...(indent > 0 ? { indentLevel: Math.min(indent, DEEPEST_LIST) } : {}),
    children: listOf(node.children, { list, 'list-item': withInline('list-item') }, budget, depth + 1),
  };
};

const picture: Reader = (node, budget) => {
  const { image } = node;
  if (!isRecord(image)) throw new Faulty('picture');
  const { hash, alternativeText, caption } = image;
  const words = (value: unknown) =>
    value === null || value === undefined ? null : textIn(value, budget).slice(0, 500);
  // What a picture is stands in the media library; of what was sent only its name there and its words count.
  return {
    type: 'image',
    image: { hash: textIn(hash, budget), alternativeText: words(alternativeText), caption: words(caption) },
    children: [{ type: 'text', text: '' }],
  };
};

const block: Record<string, Reader> = {
  paragraph: withInline('paragraph'),
  quote: withInline('quote'),
  heading,
  code,
  list,
  image: picture,
};

const refused: Reader = () => {
  throw new Faulty('wordsOnly');
};

const ofWords: Record<string, Reader> = { ...block, code: refused, image: refused };

/**
 * Reads a text as a block editor sends it: known nodes with known marks only, links that open nothing harmful, within
 * bounds. A picture keeps the `hash` by which the media library knows it, and its words.
 */
export const readBlocks = (
  value: unknown,
  { most = LONGEST, wordsOnly = false }: Limits = {}
): { blocks: Blocks } | { fault: Fault } => {
  try {
    const blocks = listOf(value, wordsOnly ? ofWords : block, { nodes: MOST_NODES, length: most }, 0);
    return wordsOnly && isBlank(blocks) ? { fault: 'blank' } : { blocks };
  } catch (error) {
    if (error instanceof Faulty) return { fault: error.fault };
    throw error;
  }
};

const childrenOf = (node: BlockNode): BlockNode[] =>
  Array.isArray(node.children) ? (node.children as BlockNode[]) : [];

const spokenIn = (node: BlockNode): string => {
  if (node.type === 'text') return String(node.text ?? '');
  if (node.type === 'image') {
    const { alternativeText, caption } = (node.image ?? {}) as Record<string, unknown>;
    return [alternativeText, caption].filter(Boolean).join('\n');
  }
  const inside = childrenOf(node)
    .map(spokenIn)
    .join(node.type === 'list' ? '\n' : '');
  // Where a link leads is said as well: a telephone can hide there.
  return node.type === 'link' && /^(tel|mailto):/.test(String(node.url)) ? `${inside} ${String(node.url)} ` : inside;
};

/** What a text says, a line for each of its blocks. */
export const plainOf = (blocks: Blocks | null | undefined): string => (blocks ?? []).map(spokenIn).join('\n');

/** The pictures of a text, in their order. */
export const picturesIn = (blocks: Blocks | null | undefined): BlockNode[] =>
  (blocks ?? []).filter(({ type }) => type === 'image');

/** Whether a text says or shows anything. */
export const isBlank = (blocks: Blocks | null | undefined): boolean =>
  picturesIn(blocks).length === 0 && plainOf(blocks).trim() === '';
