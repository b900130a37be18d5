/**
 * Puts the cursor into the first field, or into the first that has an error; `names` are paths (`evidence.0.description`),
 * and the innermost field that stands for one takes the cursor.
 */
export function focusField(root: HTMLElement | null, names?: string[]): void {
  const boxes = Array.from(root?.querySelectorAll<HTMLElement>('[data-field]') ?? []);
  const wanted = names
    ? boxes.filter(({ dataset: { field = '' } }) =>
        names.some((name) => name === field || name.startsWith(`${field}.`))
      )
    : boxes.slice(0, 1);
  const first = wanted[0] ?? (names ? null : root);
  // Boxes come in the order of the page: the next one is inside, or there is none inside.
  let box = first;
  for (const next of wanted.slice(1)) {
    if (!box?.contains(next)) break;
    box = next;
  }
  const control = box?.querySelector<HTMLElement>(
    'input:not([type=hidden]), textarea, [role=combobox], [role=radio], button'
  );
  // Of a group of radios the chosen one has the place in the order of tabs.
  const chosen = control?.closest('[role=radiogroup]')?.querySelector<HTMLElement>('[role=radio][aria-checked=true]');
  (chosen ?? control)?.focus();
}
