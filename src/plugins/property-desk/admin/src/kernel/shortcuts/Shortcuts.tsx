import * as React from 'react';
import { isTyping } from '../form/keys';
import { useWords } from '../words';
import { HelpDialog } from './HelpDialog';
import { strokeOf } from './keys';
import { createReader, type Registered, type Scope, type Shortcut } from './registry';

interface Desk {
  add: (registered: Registered) => () => void;
  help: () => void;
  listed: () => readonly Registered[];
}

const Context = React.createContext<Desk | null>(null);

/** What covers the page while it is open: dialogs, menus and lists, which keep the keys to themselves. */
const COVERS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/** The topmost of what covers the page. */
const cover = (): Element | undefined =>
  Array.from(document.querySelectorAll(COVERS))
    .filter((each) => each.getAttribute('data-state') === 'open')
    .pop();

/**
 * The one place where shortcuts are kept, and the one listener for all of them. A key that something on the page has
 * taken for itself is left alone, and so is whatever is typed into a text.
 */
export function ShortcutsProvider({ children }: { children: React.ReactNode }) {
  const { t } = useWords();
  const all = React.useRef<Registered[]>([]);
  const [helping, setHelping] = React.useState(false);
  const desk = React.useMemo<Desk>(
    () => ({
      add: (registered) => {
        all.current = [...all.current, registered];
        return () => {
          all.current = all.current.filter((each) => each !== registered);
        };
      },
      help: () => setHelping(true),
      listed: () => all.current,
    }),
    []
  );

  React.useEffect(() => {
    const reader = createReader();
    const onKey = (event: KeyboardEvent) => {
      // Held down, arrows go on; whatever else a key does, it does once.
      if (event.defaultPrevented || (event.repeat && !event.key.startsWith('Arrow'))) return;
      const place = { typing: isTyping(event), covered: cover() !== undefined, at: event.timeStamp };
      const meaning = reader.read(strokeOf(event), all.current, place);
      if (meaning.kind !== 'does') return;
      event.preventDefault();
      meaning.shortcut.run?.(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const says = t('shortcuts.help');
  React.useEffect(
    () => desk.add({ scope: 'everywhere', shortcuts: [{ keys: '?', says, run: desk.help }] }),
    [desk, says]
  );

  return (
    <Context.Provider value={desk}>
      {children}
      {helping && <HelpDialog registered={desk.listed()} onClose={() => setHelping(false)} />}
    </Context.Provider>
  );
}

/**
 * Shortcuts that work as long as the component stands. What they say and do may change with every render. Where no
 * provider stands, as in the Content Manager, there are none.
 * @param root of a dialog: an element inside it, by which it is known to be the topmost
 */
export function useShortcuts(scope: Scope, shortcuts: readonly Shortcut[], root?: React.RefObject<HTMLElement>): void {
  const desk = React.useContext(Context);
  const registered = React.useRef<Registered>({ scope, shortcuts });
  // After every render, so that a stroke finds what is on the screen.
  React.useLayoutEffect(() => {
    registered.current.shortcuts = shortcuts;
  });
  React.useEffect(() => {
    const mine = registered.current;
    mine.onTop = root && (() => !!root.current && cover()?.contains(root.current) === true);
    return desk?.add(mine);
  }, [desk, root]);
}

/** Opens the table of shortcuts; null where there are none. */
export const useShortcutHelp = (): (() => void) | null => React.useContext(Context)?.help ?? null;
