/** A key of the page, what it does in words, and what it does in truth. */
export interface Shortcut {
  /** Values of `KeyboardEvent.key`; any of them does it. */
  keys: readonly string[];
  /** Word of what it does, for the list of keys under `?`. */
  word: string;
  /** What it does; answers false where it has nothing to do now, and the key is then somebody else's. */
  run: (event: KeyboardEvent) => boolean | void;
}

/** The keys of one part of the page, under a heading. */
export interface ShortcutGroup {
  /** Word of the heading. */
  title: string;
  shortcuts: readonly Shortcut[];
}

let groups: readonly ShortcutGroup[] = [];
const listeners = new Set<() => void>();

const change = (next: readonly ShortcutGroup[]) => {
  groups = next;
  listeners.forEach((tell) => tell());
};

/** Puts the keys of a part of the page in force. @returns what takes them away again */
export function register(group: ShortcutGroup): () => void {
  change([...groups, group]);
  return () => change(groups.filter((each) => each !== group));
}

/** The keys in force, in the order in which the parts of the page have come. */
export const inForce = (): readonly ShortcutGroup[] => groups;

/** Tells of every change of the keys in force. @returns what ends it */
export function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => void listeners.delete(tell);
}

/** Who answers to a key: the part of the page that came last first, as a dialog stands over the page that opened it. */
export const answering = (all: readonly ShortcutGroup[], key: string): Shortcut[] =>
  [...all].reverse().flatMap(({ shortcuts }) => shortcuts.filter(({ keys }) => keys.includes(key)));
