import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { CaseDetail } from '../../../contracts';
import { HouseholdLink } from '../households/HouseholdLink';
import { namesIn } from '../kernel/case/story';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import { factsOfCase } from './facts';
import { Reveal } from './Reveal';

const List = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr));
  gap: 1.2rem 2.4rem;
`;

/** What the case says of itself; confidential values are revealed where they stand. */
export function Facts({ detail }: { detail: CaseDetail }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const { type, documentId } = detail.case;
  const facts = factsOfCase(words, detail, namesIn(detail), (iso) => times.moment(iso, now));
  return (
    <List data-testid="case-facts">
      {facts.map(({ field, label, text, masked, long, household }) => (
        <Box key={field} style={long ? { gridColumn: '1 / -1' } : undefined}>
          <Typography variant="pi" textColor="neutral600" tag="dt">
            {label}
          </Typography>
          {masked ? (
            <dd>
              <Reveal type={type} documentId={documentId} field={field} masked={text} named />
            </dd>
          ) : (
            <Typography tag="dd" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
              {household ? (
                <HouseholdLink always documentId={household.documentId}>
                  {text}
                </HouseholdLink>
              ) : (
                text
              )}
            </Typography>
          )}
        </Box>
      ))}
    </List>
  );
}
