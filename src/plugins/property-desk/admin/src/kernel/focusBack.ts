/** Where the focus was last, outside of dialogs and of the lists that open from them. */
let last: HTMLElement | null = null;

const PASSING = '[role=dialog],[role=alertdialog],[role=listbox],[role=menu],[data-radix-focus-guard]';

if (typeof document !== 'undefined') {
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && !target.closest(PASSING)) last = target;
  });
  // Somebody clicked beside it: a dialog that is opened after that was not opened from there.
  document.addEventListener('focusout', ({ target, relatedTarget }) => {
    if (target === last && !relatedTarget && document.hasFocus()) last = null;
  });
}

/**
 * For `onCloseAutoFocus` of a dialog: gives the focus back to what opened it. Strapi's dialogs do so only for a trigger
 * of their own, and ours are opened by a state; without this the keyboard would begin again at the top of the page.
 */
export function focusBack(event: Event): void {
  if (!last?.isConnected) return;
  event.preventDefault();
  last.focus();
}
