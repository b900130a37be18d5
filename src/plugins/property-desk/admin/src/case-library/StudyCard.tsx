import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import type { CaseStudyListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { foundIn } from './pieces';
import { SeverityBadge } from './SeverityBadge';
import { Tags } from './Tags';

/** The whole card is its title's link; the tags on it are links of their own. */
const Card = styled(Box)`
  position: relative;
  display: flex;
  flex-direction: column;
  gap: 1.2rem;
  transition: box-shadow 120ms;
  &:hover,
  &:focus-within {
    box-shadow: 0 0.4rem 1.6rem rgba(33, 33, 52, 0.16);
  }
  h2 a {
    color: inherit;
    text-decoration: none;
  }
  h2 a::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  nav {
    position: relative;
  }
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

const Lines = styled(Typography)<{ $lines: number }>`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: ${({ $lines }) => $lines};
  overflow: hidden;
  line-height: 1.6;
`;

const Mark = styled.mark`
  background: ${({ theme }) => theme.colors.warning200};
  color: inherit;
`;

/** A text with the words that were looked for. */
function Found({ text, query }: { text: string; query: string }) {
  return <>{foundIn(text, query).map((run, index) => (run.found ? <Mark key={index}>{run.text}</Mark> : run.text))}</>;
}

/** One case in the library: what happened, and what it taught. */
export function StudyCard({ study, query }: { study: CaseStudyListItem; query: string }) {
  const words = useWords();
  const { day } = useTimes();
  const date = study.confirmedAt ?? study.createdAt;
  return (
    <Card tag="article" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex gap={2} wrap="wrap">
        <SeverityBadge severity={study.severity} />
        {study.state !== 'published' && <StateBadge type="case-study" state={study.state} />}
        {study.suspects > 0 && (
          <Badge variant="warning">{words.t('library.toLookAt', { count: study.suspects })}</Badge>
        )}
        <Typography variant="pi" textColor="neutral600">
          {[study.category, day(date)].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      <Typography variant="delta" fontWeight="bold" tag="h2" lineHeight={1.4}>
        <Link to={`${listLink('case-studies')}/${study.documentId}`}>
          <Found text={study.title} query={query} />
        </Link>
      </Typography>
      <Lines $lines={2} textColor="neutral700" tag="p">
        <Found text={study.facts} query={query} />
      </Lines>
      {study.lesson && (
        <Box background="primary100" hasRadius padding={3}>
          <Lines $lines={3} tag="p">
            <Typography fontWeight="bold" textColor="primary700" tag="span">
              {words.t('library.lesson')}
            </Typography>
            <Found text={study.lesson} query={query} />
          </Lines>
        </Box>
      )}
      <Box paddingTop={1} marginTop="auto">
        <Tags tags={study.tags} />
      </Box>
    </Card>
  );
}
