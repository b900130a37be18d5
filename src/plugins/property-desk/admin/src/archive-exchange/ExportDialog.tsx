import * as React from 'react';
import {
  Button,
  Checkbox,
  Field,
  Flex,
  Modal,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  Typography,
} from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useDeskApi } from '../kernel/api';
import { hand } from '../kernel/download';
import { useOptions } from '../kernel/form/fields/useOptions';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { useArchiveApi, type ExportScope } from './api';
import { CommunityField } from './CommunityField';
import { useRun } from './useRun';

interface ExportDialogProps {
  onClose: () => void;
  /** An export was asked for that another has to agree to. */
  onAsked: () => void;
}

/** Which part of the archive goes out, with masks or without, and why; more than one person takes away alone is asked for. */
export function ExportDialog({ onClose, onAsked }: ExportDialogProps) {
  const { t } = useWords();
  const api = useArchiveApi();
  const desk = useDeskApi();
  const { toggleNotification } = useNotification();
  const { busy, trouble, run } = useRun();
  const [community, setCommunity] = React.useState<string | null>(null);
  const [building, setBuilding] = React.useState<string | null>(null);
  const [plain, setPlain] = React.useState(false);
  const [reason, setReason] = React.useState('');
  const [scope, setScope] = React.useState<ExportScope | null>(null);
  const { options: buildings } = useOptions(community ? 'buildings' : null, community);

  React.useEffect(() => {
    if (!community) return undefined;
    let gone = false;
    setScope(null);
    api.scope(community, building).then(
      (answer) => !gone && setScope(answer),
      // The export itself says what is wrong.
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, community, building]);

  const needsReason = plain || scope?.needsApproval === true;
  const ready = community !== null && scope !== null && (!needsReason || reason.trim().length >= 2);
  const go = () =>
    community &&
    run('export', async () => {
      if (scope?.needsApproval) {
        await desk.start('archive-exports', 'request', { community, building, plain, reason: reason.trim() });
        toggleNotification({ type: 'success', message: t('archive.export.asked') });
        onAsked();
      } else {
        const { blob, name } = await api.take({ community, building, plain, reason: reason.trim() });
        hand(blob, name ?? 'archive.xlsx');
      }
      onClose();
    });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) void go();
      }}
    >
      <Modal.Header closeLabel={t('form.close')}>
        <Modal.Title>{t('archive.export.title')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <CommunityField
            value={community}
            onChange={(chosen) => {
              setCommunity(chosen);
              setBuilding(null);
            }}
          />
          <Field.Root name="building">
            <Field.Label>{t('field.building')}</Field.Label>
            <SingleSelect
              placeholder={t('archive.export.allBuildings')}
              value={building}
              onChange={(chosen) => setBuilding(String(chosen))}
              onClear={() => setBuilding(null)}
              clearLabel={t('form.clear')}
            >
              {(buildings ?? []).map(({ documentId, name }) => (
                <SingleSelectOption key={documentId} value={documentId}>
                  {name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Typography aria-live="polite" textColor="neutral700">
            {scope ? t('archive.export.households', { count: scope.households }) : t('archive.export.counting')}
          </Typography>
          {scope?.plainAllowed && (
            <Checkbox checked={plain} onCheckedChange={(checked) => setPlain(checked === true)}>
              {t('archive.export.plain')}
            </Checkbox>
          )}
          {scope?.needsApproval && (
            <Notice variant="warning" title={t('archive.export.needsApproval')}>
              {t('archive.export.needsApprovalHow', { cap: scope.cap })}
            </Notice>
          )}
          {needsReason && (
            <Field.Root name="reason" required hint={t('archive.export.reasonHint')}>
              <Field.Label>{t('field.reason')}</Field.Label>
              <Textarea value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
              <Field.Hint />
            </Field.Root>
          )}
          {trouble && (
            <Typography role="alert" textColor="danger600">
              {trouble}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('form.back')}
        </Button>
        <Button type="submit" startIcon={<Download />} loading={busy !== null} disabled={!ready}>
          {t(scope?.needsApproval ? 'archive.export.ask' : 'archive.export.take')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
