import { Box, Modal, Typography } from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import type { BulkResult } from '../../../contracts';
import { useWords } from '../kernel/words';
import type { BulkRow } from './bulk';

interface BulkOutcomeProps {
  outcome: BulkResult[];
  rows: readonly BulkRow[];
  onClose: () => void;
}

/** How a bulk action went: how many succeeded, and why each of the others did not. */
export function BulkOutcome({ outcome, rows, onClose }: BulkOutcomeProps) {
  const { t } = useWords();
  const failed = outcome.filter((result) => !result.ok);
  const numberOf = (id: string) => rows.find(({ documentId }) => documentId === id)?.number ?? '';
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{t('bulk.outcome')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Typography tag="p">{t('bulk.ok', { count: outcome.length - failed.length })}</Typography>
          {failed.length > 0 && (
            <Box paddingTop={3}>
              <Typography tag="p" textColor="danger600">
                {t('bulk.failed', { count: failed.length })}
              </Typography>
              <ul>
                {failed.map((result) => (
                  <li key={result.documentId}>
                    <Typography>
                      {numberOf(result.documentId)} {result.ok ? '' : result.error.message}
                    </Typography>
                  </li>
                ))}
              </ul>
            </Box>
          )}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
