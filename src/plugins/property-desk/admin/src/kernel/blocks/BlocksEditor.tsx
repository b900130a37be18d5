import * as React from 'react';
import { Box } from '@strapi/design-system';
import { createEditor, Editor, Node, Range, Transforms } from 'slate';
import { HistoryEditor, withHistory } from 'slate-history';
import { Editable, ReactEditor, Slate, withReact } from 'slate-react';
import { styled } from 'styled-components';
import type { Blocks } from '../../../../contracts';
import { MediaLibrary } from '../mediaLibrary';
import {
  indent,
  insertPictures,
  linkAt,
  listFormat,
  outdent,
  setBlock,
  setLink,
  toggleList,
  toggleMark,
  unlink,
} from './commands';
import { EditedElement, EditedLeaf } from './Element';
import { LinkModal } from './LinkModal';
import { Prose } from './look';
import { pictureOf } from './pictures';
import { askedBy } from './shortcuts';
import { asBlocks, soundBlocks } from './sound';
import { Toolbar } from './Toolbar';
import { withBlocks } from './withBlocks';

const Frame = styled(Box)<{ $wrong: boolean }>`
  border: 1px solid ${({ theme, $wrong }) => ($wrong ? theme.colors.danger600 : theme.colors.neutral200)};
  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
    box-shadow: ${({ theme }) => theme.colors.primary600} 0 0 0 2px;
  }
  [data-slate-editor] {
    outline: none;
  }
`;

/** What the editor takes and gives. */
export interface BlocksEditorProps {
  value: Blocks;
  onChange: (value: Blocks) => void;
  disabled?: boolean;
  /** What is written here; said to screen readers, not shown. */
  label: string;
  id?: string;
  placeholder?: string;
  /** Something in the text was refused. */
  wrong?: boolean;
  /** A CSS length. */
  minHeight?: string;
}

/** `- ` and `1. ` at the start of a paragraph begin a list. */
function listByTyping(editor: Editor): boolean {
  const { selection } = editor;
  if (!selection || !Range.isCollapsed(selection) || listFormat(editor)) return false;
  const [block, path] =
    Editor.above(editor, { match: (node) => (node as { type?: string }).type === 'paragraph' }) ?? [];
  if (!block || !path) return false;
  const before = Editor.string(editor, { anchor: Editor.start(editor, path), focus: selection.focus });
  const format = before === '1.' ? 'ordered' : before === '-' || before === '*' ? 'unordered' : null;
  if (!format) return false;
  Editor.withoutNormalizing(editor, () => {
    Transforms.delete(editor, { at: { anchor: Editor.start(editor, path), focus: selection.focus } });
    toggleList(editor, format);
  });
  return true;
}

/**
 * Slate looks at the selection a tenth of a second late, even when the editor has gone in between, and throws
 * (its `onDOMSelectionChange` is throttled and never cancelled). Nobody is to hear of that. The layout's effect ends in
 * the very step in which the editor goes: any other may end later than that tenth of a second.
 */
function useQuietEnd() {
  React.useLayoutEffect(
    () => () => {
      const hush = (event: ErrorEvent) => {
        if (String(event.message).includes('Cannot resolve a DOM node from Slate node')) event.preventDefault();
      };
      window.addEventListener('error', hush);
      window.setTimeout(() => window.removeEventListener('error', hush), 500);
    },
    []
  );
}

/** Tab moves an item in and out; where there is nothing to move, it goes on to the next field as everywhere. */
function tabbed(editor: Editor, back: boolean): boolean {
  if (!listFormat(editor) || !editor.selection) return false;
  const before = JSON.stringify(editor.children);
  const path = Range.start(editor.selection).path;
  if (back && path.length <= 3) return false;
  (back ? outdent : indent)(editor);
  return JSON.stringify(editor.children) !== before;
}

function EditorOf(props: BlocksEditorProps) {
  const { value, onChange, disabled = false, label, id, placeholder, wrong = false, minHeight = '24rem' } = props;
  const [editor] = React.useState(() => withBlocks(withHistory(withReact(createEditor()))));
  const [first] = React.useState(() => soundBlocks(value));
  const [asking, setAsking] = React.useState<'link' | 'picture' | null>(null);

  const ask = (what: 'link' | 'picture') => {
    if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
    setAsking(what);
  };
  const done = (change?: () => void) => {
    setAsking(null);
    change?.();
    // The dialog gives the focus back first.
    window.setTimeout(() => ReactEditor.focus(editor), 0);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === ' ' && !event.ctrlKey && !event.metaKey && listByTyping(editor)) return event.preventDefault();
    if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && tabbed(editor, event.shiftKey)) {
      return event.preventDefault();
    }
    const asked = askedBy(event.nativeEvent);
    if (!asked) return;
    event.preventDefault();
    if (asked.do === 'mark') toggleMark(editor, asked.mark);
    else if (asked.do === 'block') setBlock(editor, asked.kind);
    else if (asked.do === 'list') toggleList(editor, asked.format);
    else if (asked.do === 'link') ask('link');
    else if (asked.do === 'undo') HistoryEditor.undo(editor);
    else HistoryEditor.redo(editor);
  };

  const link = asking === 'link' ? linkAt(editor)?.[0] : undefined;
  const chosen = editor.selection && Range.isExpanded(editor.selection) ? Editor.string(editor, editor.selection) : '';
  return (
    <Frame hasRadius background={disabled ? 'neutral150' : 'neutral0'} $wrong={wrong}>
      <Slate
        editor={editor}
        initialValue={first}
        onChange={(children) => {
          if (editor.operations.some(({ type }) => type !== 'set_selection')) {
            onChange(asBlocks(children as ReturnType<typeof soundBlocks>));
          }
        }}
      >
        {!disabled && (
          <Toolbar label={label} disabled={disabled} onLink={() => ask('link')} onPicture={() => ask('picture')} />
        )}
        <Box padding={4}>
          <Prose
            as={Editable}
            id={id}
            role="textbox"
            aria-multiline
            aria-label={label}
            aria-invalid={wrong}
            aria-readonly={disabled}
            readOnly={disabled}
            placeholder={placeholder}
            renderElement={EditedElement}
            renderLeaf={EditedLeaf}
            onKeyDown={onKeyDown}
            style={{ minHeight }}
          />
        </Box>
        {asking === 'link' && (
          <LinkModal
            url={link?.url ?? ''}
            words={link ? Node.string(link) : chosen}
            existing={link !== undefined}
            onSave={(url, words) => done(() => setLink(editor, url, words))}
            onRemove={() => done(() => unlink(editor))}
            onClose={() => done()}
          />
        )}
        {asking === 'picture' && (
          <MediaLibrary
            allowedTypes={['images']}
            onClose={() => done()}
            onSelectAssets={(assets) => done(() => insertPictures(editor, assets.map(pictureOf)))}
          />
        )}
      </Slate>
    </Frame>
  );
}

/**
 * Writes a text of a Strapi attribute of type `blocks`: headings, lists, quotes, links, pictures, by toolbar and by
 * keyboard. A value from outside (another record, a template) starts it anew; one that it gave itself does not.
 */
export default function BlocksEditor(props: BlocksEditorProps) {
  const { value, onChange } = props;
  useQuietEnd();
  const known = React.useRef(value);
  const turn = React.useRef(0);
  if (value !== known.current && JSON.stringify(value) !== JSON.stringify(known.current)) turn.current += 1;
  known.current = value;
  return (
    <EditorOf
      {...props}
      key={turn.current}
      onChange={(next) => {
        known.current = next;
        onChange(next);
      }}
    />
  );
}
