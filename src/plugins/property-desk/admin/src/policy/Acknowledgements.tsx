import * as React from 'react';
import { Badge, Box, EmptyStateLayout, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Page } from '@strapi/strapi/admin';
import type { PolicyAcknowledgements } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { CaseClock } from '../kernel/clock/CaseClock';
import { promisedBy } from '../kernel/clock/reading';
import { useTimes } from '../kernel/clock/times';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { roleName, useWords } from '../kernel/words';
import { SignedBar } from './SignedBar';
import { whyOf } from '../kernel/failure';

const EVERY_MS = 30_000;

interface PeopleProps<T> {
  title: string;
  people: T[];
  last: string;
  empty: string;
  say: (person: T) => React.ReactNode;
}

function People<T extends { staff: { documentId: string; name: string }; role: string }>(props: PeopleProps<T>) {
  const { title, people, last, empty, say } = props;
  const words = useWords();
  return (
    <Box flex="1 1 36rem" tag="section" aria-label={title}>
      <Typography variant="delta" tag="h3" paddingBottom={3}>
        {title} <Badge>{people.length}</Badge>
      </Typography>
      {people.length === 0 ? (
        <Typography textColor="neutral600">{empty}</Typography>
      ) : (
        <Table colCount={3} rowCount={people.length + 1}>
          <Thead>
            <Tr>
              {[words.t('policy.people.name'), words.t('policy.people.role'), last].map((head) => (
                <Th key={head}>
                  <Typography variant="sigma" textColor="neutral600">
                    {head}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {people.map((person) => (
              <Tr key={person.staff.documentId}>
                <Td>
                  <Typography fontWeight="semiBold">{person.staff.name}</Typography>
                </Td>
                <Td>
                  <Typography textColor="neutral600">{roleName(words, person.role)}</Typography>
                </Td>
                <Td>{say(person)}</Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
    </Box>
  );
}

/** Overdue first, then soonest. */
const urgentFirst = (missing: PolicyAcknowledgements['missing']) =>
  [...missing].sort((a, b) => Number(b.overdue) - Number(a.overdue) || (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));

/** 签收情况: who has signed the policy, and who still owes it. */
export function Acknowledgements({ documentId, revision }: { documentId: string; revision: number }) {
  const words = useWords();
  const { t } = words;
  const { full } = useTimes();
  const api = useDeskApi();
  // Read anew when somebody has signed: the revision says so.
  // eslint-disable-next-line react-hooks/exhaustive-deps -- the revision is what it hangs on
  const load = React.useCallback(() => api.policyAcknowledgements(documentId), [api, documentId, revision]);
  const { data, failure } = usePolled(load, EVERY_MS, { types: ['policy'] });

  if (!data) {
    if (!failure) return <Page.Loading />;
    return (
      <Notice variant="warning" title={t('error.failed')}>
        {whyOf(failure, t)}
      </Notice>
    );
  }
  const { done, missing } = data;
  const total = done.length + missing.length;
  const overdue = missing.filter((person) => person.overdue).length;
  if (total === 0) {
    return <EmptyStateLayout icon={<EmptyDocuments width="16rem" />} content={t('policy.people.none')} />;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={6} data-testid="acknowledgements">
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
        <Flex gap={4} wrap="wrap" justifyContent="space-between" paddingBottom={2}>
          <Typography variant="delta">{t('policy.people.count', { done: done.length, total })}</Typography>
          {overdue > 0 && <Badge variant="danger">{t('policy.people.overdue', { count: overdue })}</Badge>}
        </Flex>
        <SignedBar done={done.length} total={total} label={t('policy.people.count', { done: done.length, total })} />
      </Box>
      <Flex gap={6} wrap="wrap" alignItems="flex-start">
        <People
          title={t('policy.people.missing')}
          people={urgentFirst(missing)}
          last={t('list.head.due')}
          empty={t('policy.people.allDone')}
          say={({ dueAt, overdue: late }) =>
            dueAt ? (
              <CaseClock obligation={promisedBy(dueAt, late)} />
            ) : (
              <Typography textColor="neutral600">{t('case.empty')}</Typography>
            )
          }
        />
        <People
          title={t('policy.people.done')}
          people={done}
          last={t('policy.people.at')}
          empty={t('policy.people.nobody')}
          say={({ at }) => <Typography textColor="neutral700">{full(at)}</Typography>}
        />
      </Flex>
    </Flex>
  );
}
