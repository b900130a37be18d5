import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { useWords } from '../kernel/words';

const KEYS: [string, string][] = [
  ['/', 'shortcuts.search'],
  ['↑ ↓', 'shortcuts.move'],
  ['Enter', 'shortcuts.choose'],
  ['Tab', 'shortcuts.tab'],
  ['← →', 'shortcuts.radio'],
  ['Ctrl / ⌘ + Enter', 'shortcuts.save'],
  ['Esc', 'shortcuts.back'],
  ['?', 'shortcuts.help'],
];

/** The keys of the intake page. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Box tag="dl">
            {KEYS.map(([key, word]) => (
              <Flex key={word} gap={4} paddingBottom={3}>
                <Typography tag="dt" fontWeight="bold" style={{ minWidth: '16rem' }}>
                  <kbd>{key}</kbd>
                </Typography>
                <Typography tag="dd">{t(word)}</Typography>
              </Flex>
            ))}
          </Box>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
