import { Box, Button, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Phone } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ObligationItem, Ref } from '../../../contracts';
import { isMasked } from '../case-panel/masked';
import { useReveal } from '../case-panel/Reveal';
import { useCaseLink } from '../kernel/case/links';
import { StateBadge, UrgentBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { NewBadge } from '../kernel/live/ArrivalNote';
import { LineLink } from '../kernel/LineLink';
import { PresentNote } from '../kernel/live/PresentNote';
import { useWords } from '../kernel/words';

/** Large enough for a thumb in a work glove. */
const Job = styled(LineLink)`
  min-height: 4.8rem;
  padding: 1.2rem 1.6rem;
`;

const Touch = styled.div`
  button,
  a {
    min-height: 4.8rem;
    width: 100%;
  }
`;

interface JobLineProps {
  obligation: ObligationItem;
  /** Fields of the case, confidential ones masked. */
  details: Record<string, unknown>;
  fresh: boolean;
  gone: boolean;
}

interface CallProps {
  type: string;
  documentId: string;
  field: string;
}

/** One tap and a reason that stands there already: the telephone dials, and the look is on the log. */
function Call(of: CallProps) {
  const { t } = useWords();
  const { value, ask, dialog } = useReveal(of, {
    suggested: t('job.callReason'),
    submit: t('job.call'),
    onShown: (telephone) => window.location.assign(`tel:${telephone}`),
  });
  return (
    <Touch>
      {value === null ? (
        <Button type="button" variant="secondary" fullWidth startIcon={<Phone />} onClick={ask}>
          {t('job.call')}
        </Button>
      ) : (
        <LinkButton href={`tel:${value}`} variant="secondary" startIcon={<Phone />}>
          {value}
        </LinkButton>
      )}
      {dialog}
    </Touch>
  );
}

const nameOf = (value: unknown): string =>
  typeof value === 'string' ? value : ((value as Ref | null | undefined)?.name ?? '');

/** A job to go to: where, by when, what, for whom, and a call. */
export function JobLine({ obligation, details, fresh, gone }: JobLineProps) {
  const words = useWords();
  const { t } = words;
  const caseLink = useCaseLink();
  const times = useTimes();
  const now = useNow();
  const { case: item } = obligation;
  const where = nameOf(details.place) || nameOf(details.household) || item.title;
  const masked = Object.entries(details).find((entry): entry is [string, string] => isMasked(entry[1]));
  const wished = typeof details.wishedFor === 'string' ? details.wishedFor : null;
  return (
    <Box
      tag="li"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      borderColor="neutral150"
      data-fresh={fresh || undefined}
      style={gone ? { opacity: 0.5 } : undefined}
    >
      <Flex gap={2} wrap="wrap" alignItems="stretch">
        <Box flex="1 1 26rem" minWidth="0">
          <Job to={caseLink(item.uid, item.documentId)}>
            <Flex gap={2} wrap="wrap" justifyContent="space-between">
              <Typography variant="delta" tag="h3">
                {where}
              </Typography>
              <CaseClock obligation={obligation} />
            </Flex>
            <Flex gap={2} wrap="wrap" paddingTop={1} paddingBottom={1}>
              <StateBadge type={item.type} state={item.state} />
              <UrgentBadge type={item.type} priority={item.priority} />
              {fresh && <NewBadge />}
              {gone && (
                <Typography variant="pi" fontWeight="bold">
                  {t('live.gone')}
                </Typography>
              )}
              <Typography fontWeight="semiBold">
                {wished
                  ? t('job.wished', { time: times.moment(wished, now) })
                  : t('desk.due', { time: times.moment(obligation.dueAt, now) })}
              </Typography>
            </Flex>
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {nameOf(details.description)}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {[item.number, nameOf(details.reporterName), obligation.community?.name].filter(Boolean).join(' · ')}
            </Typography>
            <PresentNote documentId={item.documentId} />
          </Job>
        </Box>
        {masked && (
          <Box flex="0 1 16rem" minWidth="14rem" padding={3} style={{ flexGrow: 1, maxWidth: '100%' }}>
            <Call type={item.type} documentId={item.documentId} field={masked[0]} />
          </Box>
        )}
      </Flex>
    </Box>
  );
}
