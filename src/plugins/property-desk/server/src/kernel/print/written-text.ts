import type { FileChild, IXmlableObject } from 'docx';
import type { Media } from './media';
import { PAGES } from './page';
import { pictureOf } from './picture';
import type { BlocksBlock, PageKind } from './spec';
import { BODY, BODY_SIZE, bodyWidth, INDENTED, STYLE, WORDS } from './styles';
import { clean } from './text';
import { hasLong, nodesOf, textOf, words, wordsOf, type Node } from './written-words';
import { element, GREY, OFF_GRID, parent, Ready, rule, runContent, val } from './xml';

/** What a text is written into. */
export interface Into {
  page: PageKind;
  media: Media;
  /** Of its text, in millimetres. */
  width: number;
}

/** What a picture may take of a page's height, so that its caption and some text stand beside it. */
const HIGHEST = 0.6;
/** Levels of a list that are set further and further in; what lies deeper stands with the last. */
const DEEPEST = 6;
/** Two characters. */
const STEP = 640;
/** Characters of some five lines. */
const SHORT = 140;

const paragraph = (style: string, set: IXmlableObject[], content: IXmlableObject[]): IXmlableObject =>
  parent('w:p', [parent('w:pPr', [val('w:pStyle', style), ...set]), ...content]);

/** An address or another long word breaks where the line ends: the words before it are not spread over the line. */
const breaking = (text: string): IXmlableObject[] => (hasLong(text) ? [val('w:wordWrap', 0)] : []);

const isEmpty = (node: Node): boolean => node.type === 'paragraph' && textOf(node).trim() === '';

/** The text without the empty paragraphs around it, which the editor leaves behind. */
function trimmed(blocks: unknown): Node[] {
  const nodes = nodesOf(blocks);
  let [from, to] = [0, nodes.length];
  while (from < to && isEmpty(nodes[from])) from += 1;
  while (to > from && isEmpty(nodes[to - 1])) to -= 1;
  return nodes.slice(from, to);
}

function heading(node: Node): IXmlableObject {
  const level = Math.min(6, Math.max(1, Math.trunc(Number(node.level)) || 1));
  // GB/T 9704 has four levels; deeper ones look like the fourth and keep their place in the outline.
  const style = `Heading${Math.min(level, 4)}`;
  return paragraph(style, level > 4 ? [val('w:outlineLvl', level - 1)] : [], wordsOf(node.children));
}

/** `1.`, `（1）`, `①`; bullets by turns. */
function mark(ordered: boolean, depth: number, at: number): string {
  if (!ordered) return ['•', '–', '•', '–', '•', '–'][depth];
  if (depth === 0) return `${at}.`;
  if (depth > 1 && at <= 20) return String.fromCharCode(0x245f + at);
  return `（${at}）`;
}

/** The items of a list, each with its number as text: Word's own numbering would go on from list to list. */
function list(node: Node, depth: number, before = 0): IXmlableObject[] {
  const ordered = node.format === 'ordered';
  const items = nodesOf(node.children);
  const marks: string[] = [];
  for (const item of items) if (item.type !== 'list') marks.push(mark(ordered, depth, marks.length + 1));
  const widest = Math.max(BODY_SIZE / 2, ...marks.map((one) => bodyWidth(one.replace('•', '··').replace('–', '··'))));
  const hanging = Math.round((widest + BODY_SIZE / 2) * 20);
  const left = (before || STEP) + hanging;
  let next = 0;
  return items.flatMap((item) => {
    if (item.type === 'list') return depth + 1 < DEEPEST ? list(item, depth + 1, left) : flat(item, left);
    const lists = nodesOf(item.children).filter(({ type }) => type === 'list');
    const own = nodesOf(item.children).filter(({ type }) => type !== 'list');
    // A text where an item should be is an item.
    const said = typeof item.text === 'string' ? [item] : own;
    const line = paragraph(
      BODY,
      [...breaking(textOf({ children: said })), element('w:ind', { 'w:left': left, 'w:hanging': hanging })],
      [words(`${marks[next]}\t`), ...wordsOf(said)]
    );
    next += 1;
    return [line, ...lists.flatMap((one) => (depth + 1 < DEEPEST ? list(one, depth + 1, left) : flat(one, left)))];
  });
}

/** What lies too deep to be set in further: its text, a paragraph for each piece of text. */
function flat(node: Node, left: number): IXmlableObject[] {
  const texts: string[] = [];
  const waiting: Node[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.text === 'string' && next.text) texts.push(next.text);
    waiting.push(...nodesOf(next.children).reverse());
  }
  return texts.map((text) => paragraph(BODY, [element('w:ind', { 'w:left': left })], [words(text)]));
}

/** Words beside a rule that runs down their left side. */
const quote = (node: Node): IXmlableObject =>
  paragraph(
    STYLE.quote,
    [
      parent('w:pBdr', [element('w:left', { 'w:val': 'single', 'w:sz': 18, 'w:space': 8, 'w:color': 'A6A6A6' })]),
      ...breaking(textOf(node)),
    ],
    wordsOf(node.children)
  );

/** Lines on a grey ground, kept as they were written. */
const code = (node: Node): IXmlableObject =>
  paragraph(
    STYLE.code,
    [
      parent(
        'w:pBdr',
        ['top', 'left', 'bottom', 'right'].map((side) => rule(side, 0))
      ),
      element('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': GREY }),
      val('w:wordWrap', 0),
      OFF_GRID,
    ],
    textOf(node) ? [parent('w:r', runContent(textOf(node)))] : []
  );

/** A picture over its caption; one that cannot be shown is said in words. */
function image(node: Node, pictures: Record<string, Uint8Array>, { page, media, width }: Into): IXmlableObject[] {
  const about = (typeof node.image === 'object' && node.image !== null ? node.image : {}) as Node;
  const say = (value: unknown) => (typeof value === 'string' ? clean(value).trim() : '');
  const [caption, alternative] = [say(about.caption), say(about.alternativeText)];
  const url = say(about.url);
  const data = Object.hasOwn(pictures, url) ? pictures[url] : undefined;
  const picture = data && pictureOf(data);
  const under = caption || (picture ? '' : alternative || say(about.name));
  const held = textOf(node).trim();
  const { text } = PAGES[page];
  const room = { width, height: text.height * HIGHEST };
  return [
    ...(picture
      ? [
          paragraph(STYLE.picture, under ? [element('w:keepNext', {})] : [], [
            parent('w:r', [media.draw(data, picture, room, alternative || caption || say(about.name))]),
          ]),
        ]
      : []),
    ...(under ? [paragraph(STYLE.caption, [], [words(picture ? under : `〔${under}〕`)])] : []),
    ...(held ? [paragraph(INDENTED, [], [words(held)])] : []),
  ];
}

/** Kinds that stand for themselves; anything else is a paragraph. */
const BLOCK_LEVEL = new Set(['paragraph', 'heading', 'list', 'list-item', 'quote', 'code', 'image']);

/** The document's own place of these words, `w:bookmarkStart` to `w:bookmarkEnd`. */
function bookmarked(name: string, content: IXmlableObject[]): IXmlableObject[] {
  // Letters, digits and underscores: what Word takes for a name.
  const safe = name.replace(/\W/g, '_').slice(0, 40);
  let id = 7;
  for (const letter of safe) id = (id * 31 + letter.charCodeAt(0)) % 2_000_000_000;
  return [
    element('w:bookmarkStart', { 'w:id': id, 'w:name': safe }),
    ...content,
    element('w:bookmarkEnd', { 'w:id': id }),
  ];
}

/** A paragraph that stays on the page of the one that follows; in the order of the schema. */
function kept(xml: IXmlableObject): IXmlableObject {
  const [properties, ...content] = (xml as { 'w:p': IXmlableObject[] })['w:p'];
  const [style, ...set] = (properties as { 'w:pPr': IXmlableObject[] })['w:pPr'];
  const already = set.some((one) => 'w:keepNext' in one);
  return already ? xml : parent('w:p', [parent('w:pPr', [style, element('w:keepNext', {}), ...set]), ...content]);
}

/** A text of the block editor as paragraphs of a document. */
export function writtenText({ blocks, pictures = {}, addressed, lead, keep }: BlocksBlock, into: Into): FileChild[] {
  const nodes = trimmed(blocks);
  const led = lead
    ? bookmarked(lead.bookmark, [
        parent('w:r', [parent('w:rPr', [val('w:rStyle', WORDS.lead)]), ...runContent(lead.text)]),
      ])
    : [];
  const inline = (node: Node, depth = 0): IXmlableObject[] => {
    switch (node.type) {
      case 'heading':
        return [heading(node)];
      case 'list':
        return list(node, 0);
      case 'quote':
        return [quote(node)];
      case 'code':
        return [code(node)];
      case 'image':
        return image(node, pictures, into);
      default: {
        const inner = nodesOf(node.children);
        if (inner.some(({ type }) => BLOCK_LEVEL.has(type as string)) && depth < DEEPEST)
          return inner.flatMap((one) => inline(one, depth + 1));
        return [
          paragraph(
            INDENTED,
            breaking(textOf(node)),
            typeof node.text === 'string' ? wordsOf([node]) : wordsOf(node.children)
          ),
        ];
      }
    }
  };

  const drawn: IXmlableObject[] = [];
  const [first] = nodes;
  const text = first?.type === 'paragraph' ? textOf(first).trim() : '';
  if (lead && first?.type === 'paragraph') {
    drawn.push(paragraph(INDENTED, breaking(text), [...led, words('　'), ...wordsOf(first.children)]));
  } else if (lead) {
    drawn.push(paragraph(INDENTED, [element('w:keepNext', {})], led));
  } else if (addressed && /[：:]$/.test(text)) {
    drawn.push(paragraph(BODY, breaking(text), wordsOf(first.children)));
  }
  const rest = drawn.length && first?.type === 'paragraph' ? nodes.slice(1) : nodes;
  const all = [...drawn, ...rest.flatMap((node) => inline(node))];
  // A long one would go to the next page whole and leave its own page half empty.
  const short = keep && textOf(nodes[nodes.length - 1] ?? {}).length <= SHORT;
  return all.map((xml, at) => new Ready(short && at === all.length - 1 ? kept(xml) : xml));
}

/** How many nodes a text has, counted up to a number that matters. */
export function nodesIn(blocks: unknown, most: number): number {
  let count = 0;
  const left = [...nodesOf(blocks)];
  for (let next = left.pop(); next && count <= most; next = left.pop()) {
    count += 1;
    left.push(...nodesOf(next.children));
  }
  return count;
}
