import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useWords } from '../kernel/words';

/** Saves the case's paper, e.g. the work order, as a Word file. */
export function PrintButton({ detail }: { detail: CaseDetail }) {
  const { t, first } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);
  const { type, plural, documentId, number } = detail.case;

  const print = async () => {
    setBusy(true);
    try {
      const { blob, name } = await api.print(plural, documentId);
      hand(blob, name ?? `${number}.docx`);
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: t('print.failed') });
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button
      type="button"
      variant="secondary"
      fullWidth
      startIcon={<Download />}
      loading={busy}
      onClick={() => void print()}
    >
      {first([`print.${type}`], t('print.case'))}
    </Button>
  );
}
