import { Box, Flex, Modal, Typography } from '@strapi/design-system';
import { focusBack } from '../focusBack';
import { useWords } from '../words';
import { capsOf } from './keys';
import { bySaying, type Registered, type Scope, type Shortcut } from './registry';

/** The keys of a shortcut as they stand on the board. */
export function Keys({ keys }: { keys: string }) {
  const { t } = useWords();
  return (
    <Flex gap={1} wrap="wrap" tag="span">
      {capsOf(keys).map((caps, index) => (
        <Flex key={index} gap={1} tag="span">
          {index > 0 && (
            <Typography variant="pi" textColor="neutral600">
              {t('shortcuts.then')}
            </Typography>
          )}
          {caps.map((cap) => (
            <Box
              key={cap}
              tag="kbd"
              background="neutral100"
              borderColor="neutral200"
              hasRadius
              paddingLeft={2}
              paddingRight={2}
              style={{ fontFamily: 'inherit', whiteSpace: 'nowrap' }}
            >
              <Typography variant="pi" fontWeight="bold">
                {cap}
              </Typography>
            </Box>
          ))}
        </Flex>
      ))}
    </Flex>
  );
}

function Group({ title, shortcuts }: { title: string; shortcuts: Shortcut[] }) {
  if (shortcuts.length === 0) return null;
  return (
    <Box tag="section" aria-label={title} flex="1 1 32rem">
      <Typography variant="sigma" textColor="neutral600" tag="h3" paddingBottom={2}>
        {title}
      </Typography>
      <Box tag="dl">
        {bySaying(shortcuts).map(([says, all]) => (
          <Flex key={says} gap={4} paddingBottom={2} alignItems="baseline">
            <Flex tag="dt" gap={2} wrap="wrap" minWidth="12rem">
              {all.map((keys) => (
                <Keys key={keys} keys={keys} />
              ))}
            </Flex>
            <Typography tag="dd">{says}</Typography>
          </Flex>
        ))}
      </Box>
    </Box>
  );
}

const of = (registered: readonly Registered[], scope: Scope): Shortcut[] =>
  registered.filter((each) => each.scope === scope).flatMap(({ shortcuts }) => shortcuts.filter(({ off }) => !off));

/** What works on this page, and what works everywhere. */
export function HelpDialog({ registered, onClose }: { registered: readonly Registered[]; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('shortcuts.title')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex gap={6} wrap="wrap" alignItems="flex-start">
            <Group title={t('shortcuts.here')} shortcuts={of(registered, 'page')} />
            <Group title={t('shortcuts.everywhere')} shortcuts={of(registered, 'everywhere')} />
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
