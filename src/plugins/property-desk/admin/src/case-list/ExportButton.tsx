import * as React from 'react';
import { Button } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useDeskApi } from '../kernel/api';
import { hand } from '../kernel/download';
import { readFailure, whyOf } from '../kernel/failure';
import type { Filters } from '../kernel/list/address';
import { useWords } from '../kernel/words';
import { useMay } from '../kernel/rights';

/** Hands out what the list is narrowed to as a workbook, to those who may take it away. */
export function ExportButton({ plural, filters }: { plural: string; filters: Filters }) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);
  const may = useMay('list.export');
  if (!may) return null;

  const take = async () => {
    setBusy(true);
    try {
      const { blob, name } = await api.exportList(plural, filters);
      hand(blob, name ?? `${plural}.xlsx`);
      toggleNotification({ type: 'success', message: t('list.exported') });
    } catch (error) {
      const failure = readFailure(error);
      const message = whyOf(failure, t);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'warning', message });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Button variant="tertiary" startIcon={<Download />} loading={busy} onClick={() => void take()}>
      {t('list.export')}
    </Button>
  );
}
