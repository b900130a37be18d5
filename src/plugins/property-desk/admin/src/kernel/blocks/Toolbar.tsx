import * as React from 'react';
import { Box, Flex, IconButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import {
  Bold,
  BulletList,
  Code,
  Image,
  Italic,
  Link as LinkSign,
  NumberList,
  Quotes,
  StrikeThrough,
  Underline,
} from '@strapi/icons';
import { Editor } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { useHasMediaLibrary } from '../mediaLibrary';
import { useWords } from '../words';
import { blockKind, hasMark, linkAt, listFormat, setBlock, toggleList, toggleMark, type BlockKind } from './commands';
import type { Mark } from './nodes';

const KINDS: readonly BlockKind[] = ['paragraph', 'heading1', 'heading2', 'heading3', 'heading4'];

const MARK_TOOLS: readonly { mark: Mark; Sign: typeof Bold; keys: string }[] = [
  { mark: 'bold', Sign: Bold, keys: 'Ctrl+B' },
  { mark: 'italic', Sign: Italic, keys: 'Ctrl+I' },
  { mark: 'underline', Sign: Underline, keys: 'Ctrl+U' },
  { mark: 'strikethrough', Sign: StrikeThrough, keys: 'Ctrl+Shift+X' },
  { mark: 'code', Sign: Code, keys: 'Ctrl+E' },
];

interface ToolProps {
  name: string;
  keys?: string;
  on?: boolean;
  disabled: boolean;
  onUse: () => void;
  children: React.ReactNode;
}

function Tool({ name, keys, on = false, disabled, onUse, children }: ToolProps) {
  const { t } = useWords();
  const label = t(`blocks.${name}`);
  return (
    <IconButton
      type="button"
      variant={on ? 'secondary' : 'ghost'}
      label={keys ? `${label} (${keys})` : label}
      aria-pressed={on}
      disabled={disabled}
      data-tool={name}
      // The words stay chosen.
      onMouseDown={(event: React.MouseEvent) => event.preventDefault()}
      onClick={onUse}
    >
      {children}
    </IconButton>
  );
}

/** The arrow keys walk along the tools, so that Tab passes them in one step. */
function useRoving() {
  const bar = React.useRef<HTMLDivElement>(null);
  const toolsOf = () =>
    Array.from(bar.current?.querySelectorAll<HTMLElement>('[role=combobox], button:not([disabled])') ?? []);
  React.useEffect(() => {
    const tools = toolsOf();
    const current = tools.find((tool) => tool.tabIndex === 0 && tool.dataset.roving) ?? tools[0];
    for (const tool of tools) {
      tool.tabIndex = tool === current ? 0 : -1;
      tool.dataset.roving = tool === current ? 'yes' : '';
    }
  });
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const tools = toolsOf();
    const at = tools.indexOf(event.target as HTMLElement);
    if (!step || at < 0) return;
    event.preventDefault();
    const next = tools[(at + step + tools.length) % tools.length];
    for (const tool of tools) {
      tool.tabIndex = tool === next ? 0 : -1;
      tool.dataset.roving = tool === next ? 'yes' : '';
    }
    next?.focus();
  };
  return { bar, onKeyDown };
}

interface ToolbarProps {
  label: string;
  disabled: boolean;
  onLink: () => void;
  onPicture: () => void;
}

/** What can be done with the words at the cursor; shows how they are. */
export function Toolbar({ label, disabled, onLink, onPicture }: ToolbarProps) {
  const { t } = useWords();
  const editor: Editor = useSlate();
  const pictures = useHasMediaLibrary();
  const { bar, onKeyDown } = useRoving();
  const kind = blockKind(editor);
  const format = listFormat(editor);

  const use = (change: () => void) => () => {
    if (!editor.selection) editor.select(Editor.end(editor, []));
    change();
    ReactEditor.focus(editor as ReactEditor);
  };
  return (
    <Flex
      ref={bar}
      role="toolbar"
      aria-label={t('blocks.toolbar', { label })}
      onKeyDown={onKeyDown}
      gap={1}
      padding={2}
      wrap="wrap"
      background="neutral100"
      borderColor="neutral200"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      position="sticky"
      top={0}
      zIndex={1}
    >
      <Box width="13rem">
        <SingleSelect
          size="S"
          aria-label={t('blocks.kind')}
          placeholder={format ? t(`blocks.${format}`) : t('blocks.kind')}
          value={kind && kind !== 'quote' ? kind : null}
          disabled={disabled}
          onChange={(chosen) => use(() => setBlock(editor, chosen as BlockKind))()}
          onCloseAutoFocus={(event: Event) => event.preventDefault()}
        >
          {KINDS.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`blocks.${each}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      {MARK_TOOLS.map(({ mark, Sign, keys }) => (
        <Tool
          key={mark}
          name={mark}
          keys={keys}
          on={hasMark(editor, mark)}
          disabled={disabled}
          onUse={use(() => toggleMark(editor, mark))}
        >
          <Sign />
        </Tool>
      ))}
      <Tool
        name="unordered"
        keys="Ctrl+Shift+8"
        on={format === 'unordered'}
        disabled={disabled}
        onUse={use(() => toggleList(editor, 'unordered'))}
      >
        <BulletList />
      </Tool>
      <Tool
        name="ordered"
        keys="Ctrl+Shift+7"
        on={format === 'ordered'}
        disabled={disabled}
        onUse={use(() => toggleList(editor, 'ordered'))}
      >
        <NumberList />
      </Tool>
      <Tool
        name="quote"
        keys="Ctrl+Shift+9"
        on={kind === 'quote'}
        disabled={disabled}
        onUse={use(() => setBlock(editor, kind === 'quote' ? 'paragraph' : 'quote'))}
      >
        <Quotes />
      </Tool>
      <Tool name="link" keys="Ctrl+K" on={linkAt(editor) !== undefined} disabled={disabled} onUse={onLink}>
        <LinkSign />
      </Tool>
      {pictures && (
        <Tool name="picture" disabled={disabled} onUse={onPicture}>
          <Image />
        </Tool>
      )}
    </Flex>
  );
}
