import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseDetail } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { CaseClock } from '../kernel/clock/CaseClock';
import { readFailure, whyOf } from '../kernel/failure';
import { useWords } from '../kernel/words';

interface AcknowledgeProps {
  detail: CaseDetail;
  onDone: () => void;
  /** At the end of the text one signs; at its head one is told that one will. */
  place: 'head' | 'end';
}

/** 签收: whoever owes it confirms having read the policy, after it or at once. */
export function Acknowledge({ detail, onDone, place }: AcknowledgeProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);
  const { documentId, title, number } = detail.case;
  const owed = detail.obligations.find(({ what, closedAt }) => what === 'policy.acknowledge' && !closedAt);

  const sign = async () => {
    setBusy(true);
    try {
      await api.act('policies', documentId, 'acknowledge', {}, detail.case.revision);
      toggleNotification({ type: 'success', message: t('policy.acknowledged', { title, number }) });
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted')
        toggleNotification({
          type: 'danger',
          message: whyOf(failure, t),
        });
    }
    setBusy(false);
    onDone();
  };

  return (
    <Box
      background="primary100"
      borderColor="primary200"
      hasRadius
      padding={4}
      marginTop={place === 'end' ? 8 : 0}
      data-testid={`acknowledge-${place}`}
    >
      <Flex gap={4} justifyContent="space-between" wrap="wrap">
        <Box flex="1 1 24rem">
          <Flex gap={3} wrap="wrap">
            <Typography fontWeight="bold" textColor="primary700">
              {t(`policy.acknowledge.${place}`)}
            </Typography>
            {owed && <CaseClock obligation={owed} />}
          </Flex>
          <Typography variant="pi" textColor="neutral700" tag="p" paddingTop={1}>
            {t('policy.acknowledge.how')}
          </Typography>
        </Box>
        <Button type="button" size="L" startIcon={<Check />} loading={busy} onClick={() => void sign()}>
          {t('policy.acknowledge.do')}
        </Button>
      </Flex>
    </Box>
  );
}
