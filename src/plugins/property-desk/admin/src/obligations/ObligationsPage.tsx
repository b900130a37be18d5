import * as React from 'react';
import { Box, Flex, Link, SingleSelect, SingleSelectOption, Tag, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { ObligationItem } from '../../../contracts';
import { useCaseLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { ListTable } from '../kernel/list/ListTable';
import { totalOf, useList } from '../kernel/list/useList';
import { PageViews } from '../kernel/list/views/PageViews';
import { useCommunities } from '../kernel/useCommunities';
import { obligationName, roleName, useWords } from '../kernel/words';
import { OBLIGATIONS_READ } from '../permissions';
import { NARROWINGS, STATES, wantedIn, type Wanted } from './wanted';

const VIEWS = [
  { name: 'owed', query: '' },
  { name: 'overdue', query: 'state=overdue' },
  { name: 'broken', query: 'state=broken' },
];

/** How a line stands now: the clock may have passed its time without anybody having marked it. */
const standingOf = ({ outcome, dueAt }: ObligationItem, now: number) =>
  outcome ?? (Date.parse(dueAt) < now ? 'broken' : 'open');

function Lines({ lines }: { lines: ObligationItem[] }) {
  const words = useWords();
  const { t } = words;
  const times = useTimes();
  const caseLink = useCaseLink();
  const now = useNow();
  const column = (key: string, cell: (line: ObligationItem) => React.ReactNode) => ({
    key,
    head: t(`obligations.head.${key}`),
    cell,
  });
  const columns = [
    column('what', ({ what, article }) => (
      <>
        <Typography fontWeight="bold" tag="div">
          {obligationName(words, what)}
        </Typography>
        <Typography variant="pi" textColor="neutral600">
          {t('desk.article', { article })}
        </Typography>
      </>
    )),
    column('case', ({ case: item }) => (
      <>
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
      </>
    )),
    column('owner', ({ owner, community }) => (
      <>
        <Typography tag="div">{owner.name || roleName(words, owner.role ?? '')}</Typography>
        <Typography variant="pi" textColor="neutral600">
          {community?.name}
        </Typography>
      </>
    )),
    column('openedAt', ({ openedAt }) => <Typography>{times.moment(openedAt, now)}</Typography>),
    column('dueAt', ({ dueAt }) => <Typography>{times.moment(dueAt, now)}</Typography>),
    column('outcome', (line) => {
      const standing = standingOf(line, now);
      return (
        <>
          <Typography
            textColor={standing === 'broken' ? 'danger600' : standing === 'kept' ? 'success600' : 'neutral800'}
          >
            {t(`obligations.state.${standing}`)}
          </Typography>
          {line.settledAt && (
            <Typography variant="pi" textColor="neutral600" tag="div">
              {times.moment(line.settledAt, now)}
            </Typography>
          )}
        </>
      );
    }),
  ];
  return <ListTable label={t('obligations.title')} columns={columns} rows={lines} />;
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
  const list = useList<ObligationItem>('obligations', filters);
  const change = (next: Wanted) =>
    setParams(Object.fromEntries(Object.entries(next).filter((each): each is [string, string] => Boolean(each[1]))), {
      replace: true,
    });

  return (
    <Page.Main>
      <Page.Title>{t('obligations.title')}</Page.Title>
      <Layouts.Header
        title={t('obligations.title')}
        subtitle={list.meta ? t('obligations.total', { total: totalOf(list.meta) }) : undefined}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <PageViews list="obligations" known={NARROWINGS} builtIn={VIEWS} />
          <Narrowings wanted={wanted} onChange={change} />
          <ListFrame list={list} empty={t('obligations.empty')} narrowed={text !== ''} onClear={() => change({})}>
            {(lines) => <Lines lines={lines} />}
          </ListFrame>
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
