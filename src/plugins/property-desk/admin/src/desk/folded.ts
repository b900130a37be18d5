/** Which sections a person has folded, remembered in their browser. */
const keyOf = (person: string) => `property-desk.desk.folded.${person}`;

/** The keys of the folded sections; none where the browser keeps nothing. */
export function foldedOf(person: string, storage: Pick<Storage, 'getItem'> = window.localStorage): Set<string> {
  try {
    const found = JSON.parse(storage.getItem(keyOf(person)) ?? '[]') as unknown;
    return new Set(Array.isArray(found) ? found.filter((key): key is string => typeof key === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Remembers which sections are folded. */
export function keepFolded(
  person: string,
  folded: ReadonlySet<string>,
  storage: Pick<Storage, 'setItem'> = window.localStorage
): void {
  try {
    storage.setItem(keyOf(person), JSON.stringify([...folded]));
  } catch {
    // They are folded for as long as the page is open.
  }
}
