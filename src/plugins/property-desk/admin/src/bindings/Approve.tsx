import * as React from 'react';
import { Box, Button, Checkbox, Flex, Modal, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { CaseDetail, ConflictDetails } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { ConflictNote } from '../kernel/case/ConflictNote';
import { readFailure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';

/** Whom the account is to be tied to: a record of the archive, or somebody new in a household. */
export interface Choice {
  input: { resident: string } | { household: string; kind: string };
  name: string;
  home: string;
}

interface ApproveProps {
  detail: CaseDetail;
  choice: Choice;
  /** Homes that the account is tied to already, by name. */
  homes: string[];
  onDone: () => void;
  onClose: () => void;
  onConflict: () => void;
}

/** Says once more what an approval opens to whom, and takes it. */
export function Approve({ detail, choice, homes, onDone, onClose, onConflict }: ApproveProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [both, setBoth] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [refusal, setRefusal] = React.useState<string | null>(null);
  const [conflict, setConflict] = React.useState<ConflictDetails | null>(null);
  const { documentId, plural, number, revision, type } = detail.case;

  const approve = async () => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      await api.act(plural, documentId, 'approve', { ...choice.input, ...(both && { otherHome: true }) }, revision);
      toggleNotification({ type: 'success', message: t('case.done', { action: t('binding.action.approve'), number }) });
      onDone();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'conflict') {
        setConflict(failure.details);
        onConflict();
      } else setRefusal(whyOf(failure, t));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>
            {t('binding.approveTitle')} · {number}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {conflict && <ConflictNote key={conflict.revision} type={type} details={conflict} />}
            {refusal && (
              <Notice key={refusal} variant="danger" title={t('error.failed')}>
                {refusal}
              </Notice>
            )}
            <Typography>{t('binding.approveBody', { name: choice.name, home: choice.home })}</Typography>
            {homes.length > 0 && (
              <Box>
                <Typography tag="p" paddingBottom={2}>
                  {t('binding.homes', { homes: homes.join('、') })}
                </Typography>
                <Checkbox checked={both} onCheckedChange={(checked) => setBoth(checked === true)}>
                  {t('field.otherHome')}
                </Checkbox>
              </Box>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {t('form.back')}
          </Button>
          <Button type="button" loading={busy} disabled={conflict !== null} onClick={() => void approve()}>
            {t('binding.approve')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
