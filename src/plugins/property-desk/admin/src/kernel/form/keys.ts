import type * as React from 'react';

/** Ctrl+Enter, or ⌘+Enter on a Mac: save. */
export const isSaveKey = (event: KeyboardEvent | React.KeyboardEvent): boolean =>
  event.key === 'Enter' && (event.ctrlKey || event.metaKey);

/** Whether the key goes into a text that is being typed, also while a Chinese input method composes. */
export function isTyping(event: KeyboardEvent | React.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event;
  const target = event.target as HTMLElement | null;
  return (
    native.isComposing ||
    target?.isContentEditable === true ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? '') ||
    target?.getAttribute('role') === 'combobox'
  );
}
