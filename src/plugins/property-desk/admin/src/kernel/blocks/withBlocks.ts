import { Editor, Element, Node, Range, Text, Transforms } from 'slate';
import { MARKS, type BlockElement } from './nodes';
import { blocksOf } from './paste';
import { breakBlock, eraseShape } from './commands';
import { isAddress } from './sound';

const isBlockOfText = (node: Node): boolean =>
  Element.isElement(node) && ['paragraph', 'heading', 'quote', 'code', 'list-item'].includes(node.type);

/** Puts blocks in at the cursor: the words of the first go into its line, an empty line gives way. */
function insertBlocks(editor: Editor, blocks: BlockElement[]): void {
  const [first, ...rest] = blocks;
  if (!first || !editor.selection) return;
  if (Range.isExpanded(editor.selection)) Transforms.delete(editor);
  const entry = Editor.above(editor, { match: isBlockOfText });
  const keepsShape = entry && (entry[0] as Element).type !== 'paragraph';
  // A list goes into a list, or a code block, line by line.
  if (rest.length === 0 && first.type === 'paragraph') return editor.insertText(Node.string(first));
  if (keepsShape) {
    const lines = blocks.flatMap((block) =>
      block.type === 'list' ? block.children.map((item) => Node.string(item)) : [Node.string(block)]
    );
    lines.forEach((line, index) => {
      if (index > 0) editor.insertBreak();
      editor.insertText(line);
    });
    return;
  }
  Transforms.insertNodes(editor, blocks, { select: true });
  if (entry && Node.string(entry[0]) === '') Transforms.removeNodes(editor, { at: entry[1] });
}

/**
 * Makes a Slate editor one for Strapi's blocks: links stand in the line, pictures are one piece, what is pasted comes as
 * plain words with their lists, and the value stays what Strapi's validator takes, whatever is done to it.
 */
export function withBlocks<E extends Editor>(editor: E): E {
  const { isInline, isVoid, normalizeNode, insertBreak, deleteBackward } = editor;

  editor.isInline = (element) => element.type === 'link' || isInline(element);
  editor.isVoid = (element) => element.type === 'image' || isVoid(element);

  editor.insertBreak = () => {
    if (!breakBlock(editor)) insertBreak();
  };
  editor.insertSoftBreak = () => editor.insertText('\n');
  editor.deleteBackward = (unit) => {
    if (!eraseShape(editor)) deleteBackward(unit);
  };

  editor.insertData = (data) => {
    const words = data.getData('text/plain');
    const typed = words.trim();
    if (/^https?:\/\/\S+$/.test(typed) && isAddress(typed)) {
      if (editor.selection && Range.isExpanded(editor.selection)) {
        Transforms.wrapNodes(editor, { type: 'link', url: typed, children: [] }, { split: true });
        Transforms.collapse(editor, { edge: 'end' });
      } else editor.insertText(typed);
      return;
    }
    Editor.withoutNormalizing(editor, () => insertBlocks(editor, blocksOf(words)));
  };

  editor.normalizeNode = (entry) => {
    const [node, path] = entry;
    if (Text.isText(node)) {
      if ((node as { type?: string }).type !== 'text') {
        return Transforms.setNodes(editor, { type: 'text' }, { at: path });
      }
      const parent = Node.parent(editor, path);
      if (Element.isElement(parent) && parent.type === 'code' && MARKS.some((mark) => node[mark])) {
        return Transforms.unsetNodes(editor, [...MARKS], { at: path });
      }
    }
    if (Element.isElement(node)) {
      if (node.type === 'link' && Node.string(node) === '') return Transforms.unwrapNodes(editor, { at: path });
      if (node.type === 'list') {
        const stray = node.children.findIndex((child) => !['list', 'list-item'].includes(child.type));
        if (stray >= 0) return Transforms.setNodes(editor, { type: 'list-item' }, { at: [...path, stray] });
        if (node.children.length === 0) return Transforms.removeNodes(editor, { at: path });
        // Two lists of one kind that touch are one list.
        const last = path.at(-1) ?? 0;
        const sibling = last > 0 ? (Node.parent(editor, path).children[last - 1] as Element) : null;
        if (sibling?.type === 'list' && sibling.format === node.format) {
          return Transforms.mergeNodes(editor, { at: path });
        }
        const depth = path.length - 1;
        if ((node.indentLevel ?? 0) !== depth) {
          return depth > 0
            ? Transforms.setNodes(editor, { indentLevel: depth }, { at: path })
            : Transforms.unsetNodes(editor, 'indentLevel' as never, { at: path });
        }
      }
      // An item that was lifted out of its last list is a paragraph.
      if (node.type === 'list-item') {
        const parent = Node.parent(editor, path);
        if (!Element.isElement(parent) || parent.type !== 'list') {
          return Transforms.setNodes(editor, { type: 'paragraph' }, { at: path });
        }
      }
    }
    if (Editor.isEditor(node)) {
      const last = node.children.at(-1);
      // Behind a picture or a list there is always room to write on.
      if (!last || (last as Element).type === 'image') {
        const paragraph: BlockElement = { type: 'paragraph', children: [{ type: 'text', text: '' }] };
        return Transforms.insertNodes(editor, paragraph, { at: [node.children.length] });
      }
    }
    normalizeNode(entry);
  };
  return editor;
}
