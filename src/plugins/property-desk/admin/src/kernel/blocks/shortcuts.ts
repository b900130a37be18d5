import type { BlockKind } from './commands';
import type { ListNode, Mark } from './nodes';

/** What a key combination asks of the editor. */
export type Asked =
  | { do: 'mark'; mark: Mark }
  | { do: 'block'; kind: BlockKind }
  | { do: 'list'; format: ListNode['format'] }
  | { do: 'link' }
  | { do: 'undo' }
  | { do: 'redo' };

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

const KINDS: Record<string, BlockKind> = {
  Digit0: 'paragraph',
  Digit1: 'heading1',
  Digit2: 'heading2',
  Digit3: 'heading3',
  Digit4: 'heading4',
};

const MARK_KEYS: Record<string, Mark> = { b: 'bold', i: 'italic', u: 'underline', e: 'code' };

/** Reads the keys as word processors do; `code` where a layout or Shift changes the sign. */
export function askedBy({ key, code, ctrlKey, metaKey, shiftKey, altKey }: Keys): Asked | null {
  if (!(ctrlKey || metaKey)) return null;
  const sign = key.toLowerCase();
  if (altKey) {
    const kind = KINDS[code];
    return kind && !shiftKey ? { do: 'block', kind } : null;
  }
  if (shiftKey) {
    if (code === 'Digit7') return { do: 'list', format: 'ordered' };
    if (code === 'Digit8') return { do: 'list', format: 'unordered' };
    if (code === 'Digit9') return { do: 'block', kind: 'quote' };
    if (sign === 'x') return { do: 'mark', mark: 'strikethrough' };
    return sign === 'z' ? { do: 'redo' } : null;
  }
  if (sign === 'k') return { do: 'link' };
  if (sign === 'z') return { do: 'undo' };
  if (sign === 'y') return { do: 'redo' };
  const mark = MARK_KEYS[sign];
  return mark ? { do: 'mark', mark } : null;
}
