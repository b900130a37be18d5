import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CaseRef, HouseholdFile } from '../../../contracts';
import { listLink, useCaseLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { LoanHistory } from '../loans/LoanHistory';
import { Section } from './Section';

function CaseLine({ item }: { item: CaseRef }) {
  const { t } = useWords();
  const caseLink = useCaseLink();
  return (
    <Flex tag="li" gap={3} wrap="wrap" paddingTop={1} paddingBottom={1}>
      <Typography variant="pi" textColor="neutral600">
        {t(`case.${item.type}`)}
      </Typography>
      <Link tag={NavLink} to={caseLink(item.uid, item.documentId)}>
        {[item.number, item.title].filter(Boolean).join(' ')}
      </Link>
      <StateBadge type={item.type} state={item.state} />
    </Flex>
  );
}

/** What goes on about the household: open cases, what was lent of its file, notices that hang for it. */
export function Around({ file }: { file: HouseholdFile }) {
  const { t } = useWords();
  const { day } = useTimes();
  const nothing = <Typography textColor="neutral600">{t('household.none')}</Typography>;
  return (
    <>
      <Section title={t('household.cases')}>
        {file.cases.length === 0 && nothing}
        <Box tag="ul" style={{ listStyle: 'none' }}>
          {file.cases.map((item) => (
            <CaseLine key={item.documentId} item={item} />
          ))}
        </Box>
      </Section>
      {file.loans && (
        <Section title={t('household.loans')}>
          <LoanHistory type="household" documentId={file.documentId} />
        </Section>
      )}
      <Section title={t('household.notices')}>
        {file.notices.length === 0 && nothing}
        <Box tag="ul" style={{ listStyle: 'none' }}>
          {file.notices.map(({ documentId, name, number, issuedAt }) => (
            <Flex tag="li" key={documentId} gap={3} wrap="wrap" paddingTop={1} paddingBottom={1}>
              <Link tag={NavLink} to={`${listLink('notices')}/${documentId}`}>
                {name}
              </Link>
              <Typography variant="pi" textColor="neutral600">
                {[number, issuedAt && day(issuedAt)].filter(Boolean).join(' · ')}
              </Typography>
            </Flex>
          ))}
        </Box>
      </Section>
    </>
  );
}
