/** What of a key press matters to shortcuts. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

/** The marks that a Chinese input method writes by the keys of these. */
const HALF_WIDTH: Record<string, string> = {
  '？': '?',
  '／': '/',
  '、': '/',
  '【': '[',
  '】': ']',
  '「': '[',
  '」': ']',
};

/** What a key writes on the board, where an input method has swallowed it. */
const ON_BOARD: Record<string, string> = { Slash: '/', BracketLeft: '[', BracketRight: ']' };

function swallowed(code: string): string | null {
  const [, sign] = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(code) ?? [];
  return sign ? sign.toLowerCase() : (ON_BOARD[code] ?? null);
}

/**
 * One stroke in the language of the registry: `g`, `?`, `ArrowLeft`, `Mod+Enter` (Ctrl, or ⌘ on a Mac). Null for what is
 * no stroke of its own: a modifier alone, what Alt writes, and whatever an input method composes.
 */
export function strokeOf({ key, code, ctrlKey, metaKey, altKey, isComposing }: KeyPress): string | null {
  if (isComposing || altKey || ['Shift', 'Control', 'Meta', 'Alt', 'CapsLock', 'Dead'].includes(key)) return null;
  const named = key === 'Process' || key === 'Unidentified' ? swallowed(code) : (HALF_WIDTH[key] ?? key);
  if (named === null) return null;
  const plain = named.length === 1 ? named.toLowerCase() : named;
  return ctrlKey || metaKey ? `Mod+${plain}` : plain;
}

/** The strokes of a shortcut, in their order: `g d` is two. */
export const strokesOf = (keys: string): string[] => keys.split(' ');

const CAPS: Record<string, string> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};

/** What stands on the keys of a shortcut, for the table of them: `Mod+Enter` is `['Ctrl / ⌘', 'Enter']`. */
export const capsOf = (keys: string): string[][] =>
  strokesOf(keys).map((stroke) =>
    stroke
      .split('+')
      .map((cap) => CAPS[cap] ?? (cap === 'Mod' ? 'Ctrl / ⌘' : cap.length === 1 ? cap.toUpperCase() : cap))
  );
