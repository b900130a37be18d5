import * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CaseDetail, RelatedCase } from '../../../contracts';
import { Section } from '../households/Section';
import { useDeskApi } from '../kernel/api';
import { useCaseLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
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
  const times = useTimes();
  const now = useNow();
  const caseLink = useCaseLink();
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
            <Link tag={NavLink} to={caseLink(item.uid, item.documentId)}>
              {[item.number, item.title].filter(Boolean).join(' ')}
            </Link>
            <StateBadge type={item.type} state={item.state} />
            <Typography variant="pi" textColor="neutral600">
              {times.moment(item.createdAt, now)}
            </Typography>
          </Flex>
        ))}
      </Box>
    </Section>
  );
}
