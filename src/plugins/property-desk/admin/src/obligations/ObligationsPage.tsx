import * as React from 'react';
import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Link,
  SingleSelect,
  SingleSelectOption,
  Table,
  Tag,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { ObligationItem } from '../../../contracts';
import { useCaseList } from '../case-list/useCaseList';
import { useCaseLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { Notice } from '../kernel/Notice';
import { useCommunities } from '../kernel/useCommunities';
import { obligationName, roleName, useWords } from '../kernel/words';
import { OBLIGATIONS_READ } from '../permissions';
import { NARROWINGS, STATES, wantedIn, type Wanted } from './wanted';

/** How a line stands now: the clock may have passed its time without anybody having marked it. */
const standingOf = ({ outcome, dueAt }: ObligationItem, now: number) =>
  outcome ?? (Date.parse(dueAt) < now ? 'broken' : 'open');

function Line({ line }: { line: ObligationItem }) {
  const words = useWords();
  const times = useTimes();
  const caseLink = useCaseLink();
  const now = useNow();
  const { case: item, owner, community } = line;
  const standing = standingOf(line, now);
  return (
    <Tr>
      <Td>
        <Typography fontWeight="bold" tag="div">
          {obligationName(words, line.what)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {words.t('desk.article', { article: line.article })}
        </Typography>
      </Td>
      <Td>
        {item.uid ? (
          <Link tag={NavLink} to={caseLink(item.uid, item.documentId)}>
            {item.number ?? item.title}
          </Link>
        ) : (
          <Typography>{item.number}</Typography>
        )}
        <Typography variant="pi" textColor="neutral600" tag="div" ellipsis>
          {item.title}
        </Typography>
      </Td>
      <Td>
        <Typography tag="div">{owner.name || roleName(words, owner.role ?? '')}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {community?.name}
        </Typography>
      </Td>
      <Td>
        <Typography>{times.moment(line.openedAt, now)}</Typography>
      </Td>
      <Td>
        <Typography>{times.moment(line.dueAt, now)}</Typography>
      </Td>
      <Td>
        <Typography textColor={standing === 'broken' ? 'danger600' : standing === 'kept' ? 'success600' : 'neutral800'}>
          {words.t(`obligations.state.${standing}`)}
        </Typography>
        {line.settledAt && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            {times.moment(line.settledAt, now)}
          </Typography>
        )}
      </Td>
    </Tr>
  );
}

/** What the list is narrowed to; each can be taken away. */
function Narrowings({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const words = useWords();
  const communities = useCommunities();
  const { date } = useTimes();
  const say: Record<string, (value: string) => string> = {
    article: (article) => words.t('desk.article', { article }),
    what: (what) => obligationName(words, what),
    community: (id) => communities.find(({ documentId }) => documentId === id)?.name ?? words.t('list.community'),
    from: (day) => words.t('obligations.from', { day: date(day) }),
    to: (day) => words.t('obligations.to', { day: date(day) }),
  };
  return (
    <Flex gap={3} wrap="wrap">
      <Box minWidth="18rem">
        <SingleSelect
          aria-label={words.t('list.state')}
          placeholder={words.t('obligations.owed')}
          value={wanted.state ?? null}
          onChange={(state) => onChange({ ...wanted, state: String(state) })}
          onClear={() => onChange({ ...wanted, state: undefined })}
          clearLabel={words.t('form.clear')}
        >
          {STATES.map((state) => (
            <SingleSelectOption key={state} value={state}>
              {words.t(`obligations.state.${state}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
      {NARROWINGS.filter((name) => name !== 'state').map((name) => {
        const value = wanted[name];
        return value ? (
          <Tag
            key={name}
            icon={<Cross />}
            label={words.t('form.clear')}
            onClick={() => onChange({ ...wanted, [name]: undefined })}
          >
            {say[name](value)}
          </Tag>
        ) : null;
      })}
    </Flex>
  );
}

function Obligations() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const wanted = React.useMemo(() => wantedIn(text), [text]);
  const filters = React.useMemo(() => wanted as Record<string, string>, [wanted]);
  const { rows, meta, failure, busy, more } = useCaseList('obligations', filters);
  const lines = rows as unknown as ObligationItem[] | null;
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
  const change = (next: Wanted) =>
    setParams(Object.fromEntries(Object.entries(next).filter((each): each is [string, string] => Boolean(each[1]))), {
      replace: true,
    });

  return (
    <Page.Main>
      <Page.Title>{t('obligations.title')}</Page.Title>
      <Layouts.Header title={t('obligations.title')} subtitle={meta ? t('obligations.total', { total }) : undefined} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Narrowings wanted={wanted} onChange={change} />
          {failure && (
            <Notice key={failure.message} variant="warning" title={t(lines ? 'error.stale' : 'error.failed')}>
              {failure.kind === 'offline' ? t('error.offline') : failure.message}
            </Notice>
          )}
          {!lines && !failure && <Page.Loading />}
          {lines && lines.length === 0 && <EmptyStateLayout content={t('obligations.empty')} />}
          {lines && lines.length > 0 && (
            <Box>
              <Table colCount={6} rowCount={lines.length + 1}>
                <Thead>
                  <Tr>
                    {['what', 'case', 'owner', 'openedAt', 'dueAt', 'outcome'].map((head) => (
                      <Th key={head}>
                        <Typography variant="sigma" textColor="neutral600">
                          {t(`obligations.head.${head}`)}
                        </Typography>
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {lines.map((line) => (
                    <Line key={line.documentId} line={line} />
                  ))}
                </Tbody>
              </Table>
              <Flex justifyContent="center" paddingTop={4} gap={4}>
                <Typography variant="pi" textColor="neutral600">
                  {t('list.shown', { shown: lines.length, total })}
                </Typography>
                {meta?.nextCursor && (
                  <Button variant="tertiary" loading={busy} onClick={() => void more()}>
                    {t('list.more')}
                  </Button>
                )}
              </Flex>
            </Box>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** The ledger of what is and was owed; every figure of the execution map opens it narrowed to what it counts. */
export default function ObligationsPage() {
  return (
    <Page.Protect permissions={OBLIGATIONS_READ}>
      <Obligations />
    </Page.Protect>
  );
}
