export { HelpButton } from './HelpButton';
export { Keys } from './HelpDialog';
export { ShortcutsProvider, useShortcutHelp, useShortcuts } from './Shortcuts';
export type { Scope, Shortcut } from './registry';
