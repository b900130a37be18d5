import { Box, Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ObligationItem } from '../../../contracts';
import { HOUR } from '../kernel/case/hour';
import { useCaseLink } from '../kernel/case/links';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { BigClock } from '../kernel/clock/BigClock';
import { CaseClock } from '../kernel/clock/CaseClock';
import { useNow } from '../kernel/clock/ticker';
import { NewBadge } from '../kernel/live/ArrivalNote';
import { LineLink } from '../kernel/LineLink';
import { PresentNote } from '../kernel/live/PresentNote';
import { useTimes } from '../kernel/clock/times';
import { obligationName, roleName, useWords } from '../kernel/words';

const When = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 0.4rem 0.8rem;
  ${({ theme }) => theme.breakpoints.medium} {
    flex-direction: column;
    align-items: flex-end;
  }
`;

interface OwedLineProps {
  obligation: ObligationItem;
  /** It has come since the page was opened. */
  fresh?: boolean;
  /** Somebody has done it meanwhile; it keeps its place until the pointer leaves the list. */
  gone?: boolean;
  /** Whose it is, where the list holds other people's too. */
  named?: boolean;
}

/** One thing that is owed; the line opens its case. */
export function OwedLine({ obligation, fresh = false, gone = false, named = false }: OwedLineProps) {
  const words = useWords();
  const caseLink = useCaseLink();
  const times = useTimes();
  const now = useNow();
  const { case: item, owner } = obligation;
  const hour = obligation.what === HOUR;
  const whose =
    owner.kind === 'role'
      ? words.t('desk.role', { role: roleName(words, owner.role ?? owner.name) })
      : named
        ? owner.name
        : null;

  return (
    <Box
      tag="li"
      data-fresh={fresh || undefined}
      style={gone ? { opacity: 0.5 } : undefined}
      borderStyle="solid"
      borderWidth={hour ? '0 0 1px 4px' : '0 0 1px 0'}
      borderColor={hour ? 'danger600' : 'neutral150'}
    >
      <LineLink to={caseLink(item.uid, item.documentId)}>
        <Flex padding={4} gap={4} justifyContent="space-between" alignItems="center" wrap="wrap">
          <Box flex="1 1 30rem" minWidth="20rem">
            <Flex gap={2} wrap="wrap">
              <Typography fontWeight="bold">{obligationName(words, obligation.what)}</Typography>
              {fresh && <NewBadge />}
              {gone && (
                <Typography variant="pi" fontWeight="bold">
                  {words.t('live.gone')}
                </Typography>
              )}
              <StateBadge type={item.type} state={item.state} />
              <UrgentBadge type={item.type} priority={item.priority} />
              {obligation.level > 1 && (
                <Typography variant="pi" textColor="danger600">
                  {words.t('obligation.escalated')}
                </Typography>
              )}
            </Flex>
            <Typography tag="div" ellipsis>
              {item.title}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {[
                item.number,
                obligation.community?.name,
                words.t('desk.article', { article: obligation.article }),
                whose,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
            <PresentNote documentId={item.documentId} />
          </Box>
          {hour ? (
            <Box flex="0 1 26rem">
              <BigClock obligation={obligation} label={obligationName(words, obligation.what)} />
            </Box>
          ) : (
            <When>
              <CaseClock obligation={obligation} />
              <Typography variant="pi" textColor="neutral600">
                {words.t('desk.due', { time: times.moment(obligation.dueAt, now) })}
              </Typography>
            </When>
          )}
        </Flex>
      </LineLink>
    </Box>
  );
}
