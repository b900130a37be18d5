import { Box, Typography } from '@strapi/design-system';
import { Page } from '@strapi/strapi/admin';
import CasePage from '../case-panel/CasePage';
import type { CaseDetail } from '../../../contracts';
import { useWords } from '../kernel/words';
import { LOAN_READ } from '../permissions';
import { Standing } from './Standing';
import { useStanding } from './useStanding';

function ItemOf({ item, current }: { item: string; current: string }) {
  const { t } = useWords();
  const { data } = useStanding(item);
  // What is confidential shows where it is to those who may know of it; the rest of the page does not depend on it.
  if (!data) return null;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4} marginBottom={4}>
      <Typography variant="sigma" tag="h3" textColor="neutral600">
        {t('loans.where')}
      </Typography>
      <Box paddingTop={2}>
        <Standing standing={data} current={current} />
      </Box>
    </Box>
  );
}

const about = ({ case: { documentId, revision }, fields }: CaseDetail) => (
  // An action moves the thing: it is asked anew where it is.
  <ItemOf key={revision} item={String(fields.itemDocumentId)} current={documentId} />
);

/** A loan: what it is about, where the thing is and who waits for it, and what is to be done. */
export default function LoanPage() {
  return (
    <Page.Protect permissions={LOAN_READ}>
      <CasePage plural="loans" about={about} back="loans" />
    </Page.Protect>
  );
}
