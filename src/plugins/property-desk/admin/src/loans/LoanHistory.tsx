import * as React from 'react';
import { Box, Flex, Link, Loader, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { LoanItemType, LoanListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useList } from '../kernel/list/useList';
import { useWords } from '../kernel/words';
import { newLoanLink } from './items';
import { Standing } from './Standing';
import { useStanding } from './useStanding';
import { whyOf } from '../kernel/failure';
import { useMay } from '../kernel/rights';

function Line({ loan }: { loan: LoanListItem }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const from = times.moment(loan.lentAt ?? loan.createdAt, now);
  const until = loan.returnedAt ? times.moment(loan.returnedAt, now) : times.moment(loan.until, now);
  return (
    <Flex tag="li" gap={2} wrap="wrap" paddingTop={2}>
      <Link tag={NavLink} to={`${listLink('loans')}/${loan.documentId}`} style={{ whiteSpace: 'nowrap' }}>
        {loan.number}
      </Link>
      <StateBadge type="loan" state={loan.state} />
      <Typography>{loan.borrower?.name ?? ''}</Typography>
      <Typography textColor="neutral600">{t('loans.stretch', { from, until })}</Typography>
      <Typography textColor="neutral600" ellipsis title={loan.purpose} style={{ maxWidth: '24rem' }}>
        {loan.purpose}
      </Typography>
    </Flex>
  );
}

function History({ type, documentId }: { type: LoanItemType; documentId: string }) {
  const { t } = useWords();
  // A household's are those of its file and of its keys.
  const filters = React.useMemo(
    (): Record<string, string> => (type === 'household' ? { household: documentId } : { item: documentId }),
    [type, documentId]
  );
  const { rows, failure } = useList<LoanListItem>('loans', filters);
  const standing = useStanding(documentId).data;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="loan-history">
      {standing && <Standing standing={standing} />}
      {failure && <Typography role="alert">{whyOf(failure, t)}</Typography>}
      {!rows && !failure && <Loader small>{t('form.loading')}</Loader>}
      {rows && rows.length === 0 && <Typography textColor="neutral600">{t('loans.never')}</Typography>}
      {rows && rows.length > 0 && (
        <Box tag="ul">
          {rows.map((loan) => (
            <Line key={loan.documentId} loan={loan} />
          ))}
        </Box>
      )}
      <Box>
        <Link tag={NavLink} to={newLoanLink(documentId)} startIcon={<Plus />}>
          {t('loans.request')}
        </Link>
      </Box>
    </Flex>
  );
}

/** Where a thing is, and who had it before: for the pages of households, documents and keys. Nothing for those who see no loans. */
export function LoanHistory(props: { type: LoanItemType; documentId: string }) {
  const may = useMay('loan.read');
  return may ? <History {...props} /> : null;
}
