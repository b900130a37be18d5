import * as React from 'react';
import {
  Badge,
  Box,
  Button,
  Flex,
  Link,
  LinkButton,
  Table,
  Tbody,
  Td,
  TextButton,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { PolicyListItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import type { CommunityPolicies } from './groups';
import { SignedBar } from './SignedBar';

const linkOf = ({ documentId }: PolicyListItem, tab = ''): string => `${listLink('policies')}/${documentId}${tab}`;

/** Who has signed, and whether somebody is late. */
function Signed({ policy }: { policy: PolicyListItem }) {
  const { t } = useWords();
  const { acknowledged, overdue } = policy;
  if (!acknowledged || acknowledged.total === 0) return null;
  const text = t('policy.people.count', { ...acknowledged });
  return (
    <Box width="100%" maxWidth="36rem">
      <Flex justifyContent="space-between" gap={3} paddingBottom={1}>
        <Link tag={NavLink} to={linkOf(policy, '?tab=acknowledgements')}>
          {text}
        </Link>
        {overdue && <Badge variant="danger">{t('desk.overdue')}</Badge>}
      </Flex>
      <SignedBar {...acknowledged} label={text} />
    </Box>
  );
}

function InForce({ policy, onDraft }: { policy: PolicyListItem; onDraft?: () => void }) {
  const { t } = useWords();
  const { day } = useTimes();
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      borderStyle="solid"
      borderWidth="0 0 0 4px"
      borderColor="success500"
      data-testid="policy-in-force"
    >
      <Flex gap={5} justifyContent="space-between" wrap="wrap" alignItems="flex-start">
        <Flex direction="column" alignItems="stretch" gap={2} flex="1 1 28rem">
          <Flex gap={2} wrap="wrap">
            <StateBadge type="policy" state={policy.state} />
            <Typography variant="pi" textColor="neutral600">
              {[policy.number, policy.effectiveAt && t('policies.since', { date: day(policy.effectiveAt) })]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Flex>
          <Typography variant="beta" tag="h3">
            {policy.title}
          </Typography>
          <Signed policy={policy} />
        </Flex>
        <Flex gap={2} wrap="wrap">
          <LinkButton tag={NavLink} to={linkOf(policy)}>
            {t('policies.read')}
          </LinkButton>
          <LinkButton
            tag={NavLink}
            to={`${listLink('rulebook')}?community=${policy.community.documentId}`}
            variant="tertiary"
          >
            {t('rulebook.title')}
          </LinkButton>
          {onDraft && (
            <Button variant="tertiary" onClick={onDraft}>
              {t('policies.draftEffective')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
}

function Versions({ policies, label }: { policies: PolicyListItem[]; label: string }) {
  const words = useWords();
  const { t } = words;
  const { day, date } = useTimes();
  const when = ({ state, effectiveOn, effectiveAt, endedAt, createdAt }: PolicyListItem) => {
    if (effectiveAt && endedAt) return t('policies.between', { from: day(effectiveAt), to: day(endedAt) });
    if (endedAt) return day(endedAt);
    if (effectiveOn && state !== 'draft')
      return t('policies.from', { date: date(effectiveOn) });
    return t('policies.draftedAt', { date: day(createdAt) });
  };
  return (
    <Table colCount={4} rowCount={policies.length + 1} aria-label={label}>
      <Thead>
        <Tr>
          {['policies.head.version', 'list.state', 'policies.head.people', 'policies.head.when'].map((head) => (
            <Th key={head}>
              <Typography variant="sigma" textColor="neutral600">
                {t(head)}
              </Typography>
            </Th>
          ))}
        </Tr>
      </Thead>
      <Tbody>
        {policies.map((policy) => (
          <Tr key={policy.documentId}>
            <Td>
              <Link tag={NavLink} to={linkOf(policy)} style={{ whiteSpace: 'nowrap' }}>
                {policy.number}
              </Link>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {policy.title}
              </Typography>
            </Td>
            <Td>
              <StateBadge type="policy" state={policy.state} />
            </Td>
            <Td>
              <Typography textColor="neutral700">
                {[policy.author?.name, policy.approver?.name].filter(Boolean).join(' / ') || t('case.empty')}
              </Typography>
            </Td>
            <Td>
              {policy.dueAt && !policy.endedAt ? (
                <CaseClock obligation={promisedBy(policy.dueAt, policy.overdue)} />
              ) : (
                <Typography textColor="neutral700">{when(policy)}</Typography>
              )}
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}

interface CommunitySectionProps {
  group: CommunityPolicies;
  onDraft?: (from: 'default' | 'effective', community: string) => void;
}

/** The versions of one community: the one in force large, what is on its way under it, what was on request. */
export function CommunitySection({ group, onDraft }: CommunitySectionProps) {
  const { t } = useWords();
  const [all, setAll] = React.useState(false);
  const { community, effective, coming, past } = group;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} tag="section" aria-label={community.name}>
      <Typography variant="delta" tag="h2">
        {community.name}
      </Typography>
      {effective ? (
        <InForce policy={effective} onDraft={onDraft && (() => onDraft('effective', community.documentId))} />
      ) : (
        <Box background="warning100" borderColor="warning200" hasRadius padding={4}>
          <Typography fontWeight="bold" tag="p">
            {t('policies.none')}
          </Typography>
          <Typography variant="pi" textColor="neutral700">
            {t('policies.noneHow')}
          </Typography>
        </Box>
      )}
      {coming.length > 0 && <Versions policies={coming} label={t('policies.coming')} />}
      {past.length > 0 && (
        <Box>
          <TextButton type="button" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('policies.past', { count: past.length })}
          </TextButton>
          {all && (
            <Box paddingTop={3}>
              <Versions policies={past} label={t('policies.past', { count: past.length })} />
            </Box>
          )}
        </Box>
      )}
    </Flex>
  );
}
