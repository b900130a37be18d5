import * as React from 'react';
import { Flex, Link, TextButton, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Look } from '../../../contracts';
import { useCaseLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { ListFrame } from '../kernel/list/ListFrame';
import { ListTable } from '../kernel/list/ListTable';
import { totalOf, useList } from '../kernel/list/useList';
import { PageViews } from '../kernel/list/views/PageViews';
import { fieldName, useWords, type Words } from '../kernel/words';
import { ACCESS_LOG_READ } from '../permissions';
import { Narrowings } from './Narrowings';
import { Unusual } from './Unusual';
import { NARROWINGS, wantedIn, type Wanted } from './wanted';

const HEADS = ['at', 'person', 'kind', 'record', 'reason'] as const;

const typeName = ({ first }: Words, type: string): string => first([`access.type.${type}`, `case.${type}`], type);

function Lines({ looks, narrow }: { looks: Look[]; narrow: (wanted: Wanted) => void }) {
  const words = useWords();
  const { t } = words;
  const times = useTimes();
  const caseLink = useCaseLink();
  const now = useNow();
  const cells: Record<(typeof HEADS)[number], (look: Look) => React.ReactNode> = {
    at: ({ at }) => <Typography title={times.full(at)}>{times.moment(at, now)}</Typography>,
    person: ({ person, community }) => (
      <>
        {person.documentId ? (
          <TextButton onClick={() => narrow({ person: person.documentId ?? undefined })}>{person.name}</TextButton>
        ) : (
          <Typography>{person.name}</Typography>
        )}
        <Typography variant="pi" textColor="neutral600" tag="div">
          {community?.name}
        </Typography>
      </>
    ),
    kind: ({ kind, field, record }) => (
      <>
        <Typography tag="div">{t(`access.kind.${kind}`)}</Typography>
        {field && (
          <Typography variant="pi" textColor="neutral600">
            {fieldName(words, record.type, field)}
          </Typography>
        )}
      </>
    ),
    record: ({ record, records }) => (
      <>
        {record.uid && record.title ? (
          <Link tag={NavLink} to={caseLink(record.uid, record.documentId)}>
            {record.title}
          </Link>
        ) : (
          <Typography>
            {records > 1 || !record.documentId ? t('access.records', { records }) : t('access.gone')}
          </Typography>
        )}
        <Flex gap={2}>
          <Typography variant="pi" textColor="neutral600">
            {typeName(words, record.type)}
          </Typography>
          {record.documentId && (
            <TextButton onClick={() => narrow({ type: record.type, record: record.documentId })}>
              {t('access.allOfRecord')}
            </TextButton>
          )}
        </Flex>
      </>
    ),
    reason: ({ reason }) => <Typography ellipsis>{reason ?? ''}</Typography>,
  };
  const columns = HEADS.map((key) => ({ key, head: t(`access.head.${key}`), cell: cells[key] }));
  return <ListTable label={t('access.title')} columns={columns} rows={looks} />;
}

function Log() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const wanted = React.useMemo(() => wantedIn(text), [text]);
  const filters = React.useMemo(() => wanted as Record<string, string>, [wanted]);
  const list = useList<Look>('access-log', filters);
  const lines = list.rows;
  const change = (next: Wanted) =>
    setParams(Object.fromEntries(Object.entries(next).filter((each): each is [string, string] => Boolean(each[1]))), {
      replace: true,
    });
  const names = {
    person: lines?.find(({ person }) => person.documentId === wanted.person)?.person.name,
    record: lines?.find(({ record }) => record.documentId === wanted.record)?.record.title,
  };

  return (
    <Page.Main>
      <Page.Title>{t('access.title')}</Page.Title>
      <Layouts.Header
        title={t('access.title')}
        subtitle={list.meta ? t('access.total', { total: totalOf(list.meta) }) : undefined}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Unusual onOpen={change} />
          <PageViews list="access-log" known={NARROWINGS} />
          <Narrowings wanted={wanted} names={names} onChange={change} />
          <ListFrame
            list={list}
            empty={t('access.empty')}
            narrowed={text !== ''}
            nothing={t('access.emptyFiltered')}
            onClear={() => change({})}
          >
            {(looks) => <Lines looks={looks} narrow={(also) => change({ ...wanted, ...also })} />}
          </ListFrame>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 查阅记录: who has seen what of whom, when and why; whoever has seen unusually much stands on top. */
export default function AccessLogPage() {
  return (
    <Page.Protect permissions={ACCESS_LOG_READ}>
      <Log />
    </Page.Protect>
  );
}
