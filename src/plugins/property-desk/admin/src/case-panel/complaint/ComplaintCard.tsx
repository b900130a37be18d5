import type * as React from 'react';
import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { CaseDetail } from '../../../../contracts';
import { listLink, uidOf, useCaseLink } from '../../kernel/case/links';
import { useNow } from '../../kernel/clock/ticker';
import { useTimes } from '../../kernel/clock/times';
import { choiceName, useWords } from '../../kernel/words';
import { factsOfComplaint, type ComplaintFacts } from './reading';

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Box tag="section" aria-label={title}>
      <Typography variant="sigma" tag="h3" textColor="neutral600" paddingBottom={1}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

const wrapped = { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' } as const;

/** Earlier ones of the same household or place: the last of them, how many, and the way to all. */
function Repeats({ facts }: { facts: ComplaintFacts }) {
  const { t } = useWords();
  const caseLink = useCaseLink();
  const { repeatOf, repeatCount, household } = facts;
  if (!repeatOf) return null;
  return (
    <Box background="warning100" borderColor="warning200" hasRadius padding={3}>
      <Typography fontWeight="semiBold" textColor="warning700" tag="div">
        {t('complaint.repeats', { count: Math.max(1, repeatCount) })}
      </Typography>
      <Flex gap={3} wrap="wrap">
        <Link tag={NavLink} to={caseLink(uidOf('complaint'), repeatOf.documentId)}>
          {repeatOf.name}
        </Link>
        {household && (
          <Link tag={NavLink} to={`${listLink('complaints')}?household=${household.documentId}`}>
            {t('complaint.allOfHousehold')}
          </Link>
        )}
      </Flex>
    </Box>
  );
}

/** Who works on it together, and to what end. */
function TaskForceSection({ facts }: { facts: ComplaintFacts }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const { taskForce } = facts;
  if (!taskForce) return null;
  return (
    <Section title={t('complaint.taskForce')}>
      <Box background="neutral100" hasRadius padding={3} data-testid="task-force">
        <Typography tag="div" style={wrapped} paddingBottom={2}>
          {taskForce.aim}
        </Typography>
        <Typography variant="pi" tag="div">
          {t('complaint.leader', { name: taskForce.leader.name })}
        </Typography>
        <Typography variant="pi" tag="div">
          {t('complaint.members', {
            names: taskForce.members.map(({ name }) => name).join(t('form.listComma')),
          })}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="div">
          {t('complaint.formed', { who: taskForce.formedBy, time: times.moment(taskForce.formedAt, now) })}
        </Typography>
      </Box>
    </Section>
  );
}

/** Who saw it, and what shows it. */
function EvidenceSection({ detail, facts }: { detail: CaseDetail; facts: ComplaintFacts }) {
  const { t } = useWords();
  if (facts.evidence.length === 0) return null;
  const fileOf = (id: string | undefined) => detail.files.find(({ documentId }) => documentId === id)?.name;
  return (
    <Section title={t('complaint.evidence')}>
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {facts.evidence.map(({ kind, description, file }, index) => (
          <Box tag="li" key={index} paddingBottom={1}>
            <Typography variant="pi" textColor="neutral600">
              {t(`complaint.evidence.${kind}`)}
              {t('form.colon')}
            </Typography>
            <Typography style={wrapped}>{description}</Typography>
            {fileOf(file) && (
              <Typography variant="pi" textColor="neutral600">
                {t('form.aside', { text: fileOf(file) })}
              </Typography>
            )}
          </Box>
        ))}
      </Box>
    </Section>
  );
}

/** What the complainant was told last. */
function ToldSection({ facts }: { facts: ComplaintFacts }) {
  const words = useWords();
  const times = useTimes();
  const now = useNow();
  const { lastTold, toldAt, contactWay } = facts;
  const how = contactWay ? words.t('complaint.by', { way: choiceName(words, 'complaint', 'way', contactWay) }) : null;
  return (
    <Section title={words.t('complaint.told')}>
      {lastTold ? (
        <>
          <Typography tag="p" style={wrapped}>
            {lastTold}
          </Typography>
          {toldAt && (
            <Typography variant="pi" textColor="neutral600">
              {times.moment(toldAt, now)}
            </Typography>
          )}
        </>
      ) : (
        <Typography tag="p" textColor="neutral600">
          {words.t('complaint.toldNothing')}
        </Typography>
      )}
      {how && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {how}
        </Typography>
      )}
    </Section>
  );
}

/** What a complaint has beside every case: what it repeats, what waits for a word, who works on it, what it rests on, what was told. */
export function ComplaintCard({ detail }: { detail: CaseDetail }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const facts = factsOfComplaint(detail);
  const { proposedPromise, proposedReason, promisedAt } = facts;
  return (
    <>
      <Repeats facts={facts} />
      {proposedPromise && (
        <Box background="warning100" borderColor="warning200" hasRadius padding={3} role="status">
          <Typography fontWeight="semiBold" textColor="warning700" tag="div">
            {t('complaint.proposed')}
          </Typography>
          <Typography variant="pi" tag="p">
            {t('complaint.proposedHow', {
              to: times.moment(proposedPromise, now),
              from: promisedAt ? times.moment(promisedAt, now) : t('case.empty'),
            })}
          </Typography>
          {proposedReason && (
            <Typography variant="pi" textColor="neutral700" tag="p" style={wrapped}>
              {t('complaint.proposedWhy', { reason: proposedReason })}
            </Typography>
          )}
        </Box>
      )}
      <TaskForceSection facts={facts} />
      <EvidenceSection detail={detail} facts={facts} />
      <ToldSection facts={facts} />
    </>
  );
}
