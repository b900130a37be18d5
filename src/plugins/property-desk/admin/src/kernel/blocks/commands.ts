import { Editor, Element, Node, Path, Range, Transforms } from 'slate';
import type { BlockElement, LinkNode, ListItemNode, ListNode, Mark, Picture } from './nodes';
import { isAddress } from './sound';

/** What the block of the cursor can be turned into. */
export type BlockKind = 'paragraph' | 'heading1' | 'heading2' | 'heading3' | 'heading4' | 'quote';

type ListFormat = ListNode['format'];

const isOf =
  <T extends Element['type']>(type: T) =>
  (node: Node): node is Extract<Element, { type: T }> =>
    Element.isElement(node) && node.type === type;

const isList = isOf('list');
const isItem = isOf('list-item');
const isLink = isOf('link');
const isImage = isOf('image');
/** What holds a line of words. */
const isLine = (node: Node): node is Exclude<Element, ListNode | LinkNode> =>
  Element.isElement(node) && node.type !== 'list' && node.type !== 'link';

/** Whether the words at the cursor look so. */
export const hasMark = (editor: Editor, mark: Mark): boolean => Editor.marks(editor)?.[mark] === true;

/** Gives the chosen words a look, or takes it. */
export function toggleMark(editor: Editor, mark: Mark): void {
  if (hasMark(editor, mark)) Editor.removeMark(editor, mark);
  else Editor.addMark(editor, mark, true);
}

const kindOf = (block: BlockElement): BlockKind | null => {
  if (block.type === 'heading') return `heading${Math.min(4, block.level) as 1}`;
  return block.type === 'paragraph' || block.type === 'quote' ? block.type : null;
};

/** What the block of the cursor is; null in a list, a picture, or code. */
export function blockKind(editor: Editor): BlockKind | null {
  if (!editor.selection) return null;
  const top = editor.children[Range.start(editor.selection).path[0] ?? 0];
  return top ? kindOf(top as BlockElement) : null;
}

const shapeOf = (kind: BlockKind): Partial<BlockElement> =>
  kind.startsWith('heading')
    ? { type: 'heading', level: Number(kind.slice(-1)) as 1 }
    : { type: kind as 'paragraph' | 'quote' };

const unlist = (editor: Editor): void => {
  let deeper = true;
  while (deeper) {
    const [within] = Editor.nodes(editor, { match: isList, mode: 'highest' });
    deeper = within !== undefined;
    if (deeper) Transforms.unwrapNodes(editor, { match: isList, mode: 'highest', split: true });
  }
};

/** Turns the chosen blocks into another kind; a list is taken apart. */
export function setBlock(editor: Editor, kind: BlockKind): void {
  if (!editor.selection) return;
  Editor.withoutNormalizing(editor, () => {
    unlist(editor);
    Transforms.unsetNodes(editor, ['level', 'language'] as never[], {
      match: (node) => isLine(node) && !isImage(node),
    });
    Transforms.setNodes(editor, shapeOf(kind), { match: (node) => isLine(node) && !isImage(node) });
  });
}

/** The innermost list at the cursor. */
const listAt = (editor: Editor) => Editor.above<ListNode>(editor, { match: isList, mode: 'lowest' });

/** How the list at the cursor counts; null outside of one. */
export const listFormat = (editor: Editor): ListFormat | null =>
  editor.selection ? (listAt(editor)?.[0].format ?? null) : null;

/** Makes the chosen blocks a list, turns a list into the other kind, or takes the list away. */
export function toggleList(editor: Editor, format: ListFormat): void {
  if (!editor.selection) return;
  const list = listAt(editor);
  if (list?.[0].format === format) return setBlock(editor, 'paragraph');
  if (list) return Transforms.setNodes(editor, { format }, { at: list[1] });
  Editor.withoutNormalizing(editor, () => {
    const lines = { match: (node: Node) => isLine(node) && !isImage(node) && !isItem(node) };
    Transforms.unsetNodes(editor, ['level', 'language'] as never[], lines);
    Transforms.setNodes<Element>(editor, { type: 'list-item' }, lines);
    Transforms.wrapNodes(editor, { type: 'list', format, children: [] }, { match: isItem });
  });
}

/** Moves the item at the cursor one level in. */
export function indent(editor: Editor): void {
  const item = Editor.above<ListItemNode>(editor, { match: isItem });
  const list = listAt(editor);
  if (!item || !list || (item[1].at(-1) ?? 0) === 0) return;
  const indentLevel = (list[0].indentLevel ?? 0) + 1;
  Transforms.wrapNodes(editor, { type: 'list', format: list[0].format, indentLevel, children: [] }, { at: item[1] });
}

/** Moves the item at the cursor one level out; from the first level it becomes a paragraph. */
export function outdent(editor: Editor): void {
  const item = Editor.above<ListItemNode>(editor, { match: isItem });
  if (!item) return;
  const nested = item[1].length > 2;
  Editor.withoutNormalizing(editor, () => {
    Transforms.liftNodes(editor, { at: item[1] });
    if (!nested) Transforms.setNodes<Element>(editor, { type: 'paragraph' }, { match: isItem });
  });
}

/** What Enter does here, where it is not simply a new line; true when it was done. */
export function breakBlock(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection) return false;
  const entry = Editor.above(editor, { match: isLine });
  if (!entry) return false;
  const [line, path] = entry;
  if (line.type === 'list-item' && Node.string(line) === '') {
    outdent(editor);
    return true;
  }
  if (line.type === 'image') {
    const next = Path.next(path);
    Transforms.insertNodes(editor, { type: 'paragraph', children: [{ type: 'text', text: '' }] }, { at: next });
    Transforms.select(editor, Editor.start(editor, next));
    return true;
  }
  if (line.type === 'code' || line.type === 'quote') {
    // A second Enter on an empty last line leaves the block.
    const leaves = Editor.isEnd(editor, selection.focus, path) && /(^|\n)$/.test(Node.string(line));
    if (!leaves) {
      editor.insertText('\n');
      return true;
    }
    if (Node.string(line).endsWith('\n')) editor.deleteBackward('character');
  }
  const ends = Range.isCollapsed(selection) && editor.selection && Editor.isEnd(editor, editor.selection.focus, path);
  if ((line.type === 'heading' && ends) || line.type === 'code' || line.type === 'quote') {
    Editor.withoutNormalizing(editor, () => {
      Transforms.splitNodes(editor, { always: true });
      Transforms.unsetNodes(editor, ['level', 'language'] as never[]);
      Transforms.setNodes(editor, { type: 'paragraph' });
    });
    return true;
  }
  return false;
}

/** What Backspace does at the start of a block: first it becomes a paragraph; true when that was done. */
export function eraseShape(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection)) return false;
  const entry = Editor.above(editor, { match: isLine });
  if (!entry) return false;
  const [line, path] = entry;
  if (line.type === 'image') {
    Transforms.removeNodes(editor, { at: path });
    return true;
  }
  if (line.type === 'paragraph' || !Editor.isStart(editor, selection.focus, path)) return false;
  if (line.type === 'list-item') outdent(editor);
  else setBlock(editor, 'paragraph');
  return true;
}

/** The link at the cursor. */
export const linkAt = (editor: Editor) =>
  editor.selection ? Editor.above<LinkNode>(editor, { match: isLink }) : undefined;

/** Takes the link from the chosen words; the words stay. */
export const unlink = (editor: Editor): void => Transforms.unwrapNodes(editor, { match: isLink, split: false });

/** Lets the chosen words, or the link at the cursor, lead to an address; with nothing chosen, `words` are put in. */
export function setLink(editor: Editor, url: string, words: string): void {
  if (!editor.selection || !isAddress(url)) return;
  const link = linkAt(editor);
  Editor.withoutNormalizing(editor, () => {
    if (link) {
      if (words !== '' && words !== Node.string(link[0])) {
        Transforms.insertText(editor, words, { at: link[1] });
      }
      Transforms.setNodes(editor, { url }, { at: link[1] });
      return;
    }
    if (editor.selection && Range.isExpanded(editor.selection)) {
      unlink(editor);
      Transforms.wrapNodes(editor, { type: 'link', url, children: [] }, { split: true });
      Transforms.collapse(editor, { edge: 'end' });
      return;
    }
    Transforms.insertNodes(editor, { type: 'link', url, children: [{ type: 'text', text: words || url }] });
    Transforms.move(editor, { unit: 'offset' });
  });
}

/** Puts pictures under the block of the cursor, or in its place where it is empty. */
export function insertPictures(editor: Editor, pictures: Picture[]): void {
  if (pictures.length === 0) return;
  const top = editor.selection ? (Range.end(editor.selection).path[0] ?? 0) : editor.children.length - 1;
  const block = editor.children[top];
  const replaces = block !== undefined && block.type === 'paragraph' && Node.string(block) === '';
  const images: BlockElement[] = pictures.map((image) => ({
    type: 'image',
    image,
    children: [{ type: 'text', text: '' }],
  }));
  Editor.withoutNormalizing(editor, () => {
    if (replaces) Transforms.removeNodes(editor, { at: [top] });
    Transforms.insertNodes(editor, images, { at: [replaces ? top : top + 1] });
  });
  const last = (replaces ? top : top + 1) + images.length;
  Transforms.select(editor, Editor.start(editor, [Math.min(last, editor.children.length - 1)]));
}
