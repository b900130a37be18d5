import * as React from 'react';
import { Box, Button, Field, Flex, Modal, Radio, Typography } from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import { CONSENT_WAYS, type ConsentItem } from '../../../contracts';
import { useWords } from '../kernel/words';

interface ConsentModalProps {
  item: ConsentItem;
  /** Whose consent it is. */
  name: string;
  onRecord: (way: string) => Promise<void>;
  onClose: () => void;
}

/** Asks how a consent was given or taken back, with the words that the person agrees to in view. */
export function ConsentModal({ item, name, onRecord, onClose }: ConsentModalProps) {
  const { t } = useWords();
  const [way, setWay] = React.useState<string>(CONSENT_WAYS[0]);
  const [busy, setBusy] = React.useState(false);
  const title = t(item.given ? 'consents.takeBackOf' : 'consents.giveOf', { name });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setBusy(true);
            void onRecord(way).finally(() => setBusy(false));
          }}
        >
          <Modal.Header closeLabel={t('form.close')}>
            <Modal.Title>{title}</Modal.Title>
          </Modal.Header>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              <Typography variant="delta" tag="h3">
                {t(`consent.purpose.${item.purpose}`)}
              </Typography>
              {!item.given && item.statement && (
                <Box background="neutral100" padding={4} hasRadius>
                  <Typography variant="pi" textColor="neutral600" tag="div">
                    {t('consents.statement', { title: item.statement.title, version: item.statement.version })}
                  </Typography>
                  <Typography style={{ whiteSpace: 'pre-wrap' }}>{item.statement.text}</Typography>
                </Box>
              )}
              <Field.Root name="way" required>
                <Field.Label>{t('consents.way')}</Field.Label>
                <Radio.Group name="way" value={way} onValueChange={setWay} aria-label={t('consents.way')}>
                  <Flex gap={4}>
                    {CONSENT_WAYS.map((each) => (
                      <Radio.Item key={each} value={each}>
                        {t(`consent.way.${each}`)}
                      </Radio.Item>
                    ))}
                  </Flex>
                </Radio.Group>
              </Field.Root>
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button type="button" variant="tertiary" onClick={onClose}>
              {t('form.back')}
            </Button>
            <Button type="submit" loading={busy} variant={item.given ? 'danger' : 'default'}>
              {t(item.given ? 'consents.takeBack' : 'consents.give')}
            </Button>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
