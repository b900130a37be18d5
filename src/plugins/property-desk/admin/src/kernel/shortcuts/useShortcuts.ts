import * as React from 'react';
import { isTyping } from '../form/keys';
import { answering, inForce, listen, register, type Shortcut, type ShortcutGroup } from './shortcuts';

/** Keys that go with Ctrl, ⌘ or Alt are the browser's; a dialog that is open has its own. */
const isOurs = (event: KeyboardEvent): boolean =>
  !event.defaultPrevented &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey &&
  !isTyping(event) &&
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') === null;

let users = 0;
const onKey = (event: KeyboardEvent) => {
  if (!isOurs(event)) return;
  for (const { run } of answering(inForce(), event.key)) {
    if (run(event) === false) continue;
    event.preventDefault();
    return;
  }
};

/**
 * Puts keys in force while the component stands on the page; they are listed under `?` with their words.
 * @param title word of their heading
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = React.useRef(shortcuts);
  latest.current = shortcuts;
  const named = shortcuts.map(({ keys, word }) => `${keys.join('\t')}\n${word}`).join('\0');
  React.useEffect(() => {
    const group: ShortcutGroup = {
      title,
      shortcuts: latest.current.map(({ keys, word }, at) => ({
        keys,
        word,
        run: (event) => latest.current[at]?.run(event),
      })),
    };
    if (group.shortcuts.length === 0) return;
    if (users++ === 0) window.addEventListener('keydown', onKey);
    const drop = register(group);
    return () => {
      drop();
      if (--users === 0) window.removeEventListener('keydown', onKey);
    };
  }, [title, named]);
}

/** The keys in force, for the list under `?`. */
export const useShortcutsInForce = (): readonly ShortcutGroup[] => React.useSyncExternalStore(listen, inForce);
