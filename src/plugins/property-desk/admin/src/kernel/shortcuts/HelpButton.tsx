import { Box, TextButton } from '@strapi/design-system';
import { useWords } from '../words';
import { useShortcutHelp } from './Shortcuts';

/** The way to the table of shortcuts for those who have not heard of its key. */
export function HelpButton() {
  const { t } = useWords();
  const help = useShortcutHelp();
  if (!help) return null;
  return (
    <Box paddingLeft={5} paddingTop={2} paddingBottom={4}>
      <TextButton type="button" aria-haspopup="dialog" aria-keyshortcuts="?" onClick={help}>
        {t('shortcuts.button')} <kbd>?</kbd>
      </TextButton>
    </Box>
  );
}
