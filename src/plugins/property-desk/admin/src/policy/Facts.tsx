import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { PolicyText } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

/** What is known of a policy besides its text. */
export function Facts({ text }: { text: PolicyText }) {
  const { t } = useWords();
  const { day, date } = useTimes();
  const since = text.effectiveAt ? day(text.effectiveAt) : null;
  const facts: [string, React.ReactNode][] = [
    ['policy.fact.version', text.number],
    ['policy.fact.community', text.community.name],
    ['policy.fact.company', text.companyName],
    ['policy.fact.draftedBy', [text.draftedBy, text.draftedOn && date(text.draftedOn)].filter(Boolean).join(' · ')],
    [
      'policy.fact.approver',
      [text.approver?.name, text.approvedAt && day(text.approvedAt)].filter(Boolean).join(' · '),
    ],
    since ? ['policy.fact.since', since] : ['policy.fact.effectiveOn', text.effectiveOn && date(text.effectiveOn)],
    ['policy.fact.ended', text.endedAt && day(text.endedAt)],
    ['policy.fact.public', t(text.public ? 'form.yes' : 'form.no')],
    [
      'policy.fact.supersedes',
      text.supersedes && (
        <Link tag={NavLink} to={`${listLink('policies')}/${text.supersedes.documentId}`}>
          {text.supersedes.name}
        </Link>
      ),
    ],
  ];
  return (
    <Box tag="dl" data-testid="policy-facts">
      {facts
        .filter(([, value]) => value)
        .map(([key, value]) => (
          <Box key={key} paddingBottom={2}>
            <Typography variant="pi" textColor="neutral600" tag="dt">
              {t(key)}
            </Typography>
            <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
    </Box>
  );
}
