import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import type { CaseDetail, RelatedCase } from '../../../contracts';
import { Section } from '../households/Section';
import { useDeskApi } from '../kernel/api';
import { CaseLine } from '../kernel/case/CaseLine';
import { useWords } from '../kernel/words';

/** The cases that belong to this one, read anew with each of its revisions. A failure leaves them away. */
function useRelated({ plural, documentId, revision }: CaseDetail['case']): RelatedCase[] {
  const api = useDeskApi();
  const [related, setRelated] = React.useState<RelatedCase[]>([]);
  React.useEffect(() => {
    let gone = false;
    api.related(plural, documentId).then(
      (found) => !gone && setRelated(found),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api, plural, documentId, revision]);
  return related;
}

/** Other cases that belong to this one, and how: what it repeats, what came of it, what it came from. */
export function Related({ detail }: { detail: CaseDetail }) {
  const { t } = useWords();
  const related = useRelated(detail.case);
  if (related.length === 0) return null;
  return (
    <Section title={t('case.related')}>
      <Box tag="ul" style={{ listStyle: 'none' }} data-testid="related">
        {related.map((item) => (
          <Flex tag="li" key={item.documentId} gap={3} wrap="wrap" paddingBottom={2} alignItems="baseline">
            <Typography variant="pi" textColor="neutral600">
              {t(`related.${item.how}`)}
            </Typography>
            <CaseLine item={item} />
          </Flex>
        ))}
      </Box>
    </Section>
  );
}
