import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseDetail } from '../../../contracts';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { usePrivacyApi } from './usePrivacyApi';
import { useMay } from '../kernel/rights';

/** What the records show against a deletion, before somebody approves it. */
function Grounds({ detail }: { detail: CaseDetail }) {
  const { t } = useWords();
  const api = usePrivacyApi();
  const { documentId } = detail.case;
  const load = React.useCallback(() => api.grounds(documentId), [api, documentId]);
  const { data } = usePolled(load, null);
  if (!data) return null;
  return data.length > 0 ? (
    <Notice variant="warning" title={t('dataRequests.groundsTitle')}>
      {data.map((ground) => t(`data-request.ground.${ground}`)).join(t('form.listComma'))}
    </Notice>
  ) : (
    <Typography variant="pi" textColor="neutral600">
      {t('dataRequests.noGrounds')}
    </Typography>
  );
}

/** The copy of somebody's data, to be saved and handed to them. */
function CopyButtons({ detail }: { detail: CaseDetail }) {
  const { t } = useWords();
  const api = usePrivacyApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState<string | null>(null);
  const { documentId, number } = detail.case;

  const save = async (form: 'docx' | 'json') => {
    setBusy(form);
    try {
      hand(await api.copy(documentId, form), `${t('dataRequests.copyName')}-${number}.${form}`);
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: t('print.failed') });
    } finally {
      setBusy(null);
    }
  };
  return (
    <Box>
      <Flex gap={2} wrap="wrap">
        {(['docx', 'json'] as const).map((form) => (
          <Button
            key={form}
            type="button"
            variant="secondary"
            startIcon={<Download />}
            loading={busy === form}
            disabled={busy !== null && busy !== form}
            onClick={() => void save(form)}
          >
            {t(`dataRequests.copy.${form}`)}
          </Button>
        ))}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1}>
        {t('dataRequests.copyHow')}
      </Typography>
    </Box>
  );
}

/** What a data request needs beside its actions: the copy to hand out, or what speaks against a deletion. */
export function DataRequestCard({ detail }: { detail: CaseDetail }) {
  const answers = useMay('data-request.answer');
  const { kind } = detail.fields;
  const { state } = detail.case;
  if (kind === 'copy' && answers && ['verified', 'done'].includes(state)) return <CopyButtons detail={detail} />;
  if (kind === 'deletion' && ['received', 'verified', 'approved'].includes(state))
    return <Grounds key={detail.case.revision} detail={detail} />;
  return null;
}
