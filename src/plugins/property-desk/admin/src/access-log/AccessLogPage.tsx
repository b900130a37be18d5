import * as React from 'react';
import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  TextButton,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { NavLink, useSearchParams } from 'react-router-dom';
import type { Look } from '../../../contracts';
import { useCaseList } from '../case-list/useCaseList';
import { useCaseLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { Notice } from '../kernel/Notice';
import { fieldName, useWords, type Words } from '../kernel/words';
import { ACCESS_LOG_READ } from '../permissions';
import { Narrowings } from './Narrowings';
import { Unusual } from './Unusual';
import { wantedIn, type Wanted } from './wanted';

const HEADS = ['at', 'person', 'kind', 'record', 'reason'] as const;

const typeName = ({ first }: Words, type: string): string => first([`access.type.${type}`, `case.${type}`], type);

function Line({ look, narrow }: { look: Look; narrow: (wanted: Wanted) => void }) {
  const words = useWords();
  const { t } = words;
  const times = useTimes();
  const caseLink = useCaseLink();
  const now = useNow();
  const { record, person, kind, records, field, reason, community } = look;
  return (
    <Tr>
      <Td>
        <Typography title={times.full(look.at)}>{times.moment(look.at, now)}</Typography>
      </Td>
      <Td>
        {person.documentId ? (
          <TextButton onClick={() => narrow({ person: person.documentId ?? undefined })}>{person.name}</TextButton>
        ) : (
          <Typography>{person.name}</Typography>
        )}
        <Typography variant="pi" textColor="neutral600" tag="div">
          {community?.name}
        </Typography>
      </Td>
      <Td>
        <Typography tag="div">{t(`access.kind.${kind}`)}</Typography>
        {field && (
          <Typography variant="pi" textColor="neutral600">
            {fieldName(words, record.type, field)}
          </Typography>
        )}
      </Td>
      <Td>
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
      </Td>
      <Td>
        <Typography ellipsis>{reason ?? ''}</Typography>
      </Td>
    </Tr>
  );
}

function Log() {
  const { t } = useWords();
  useOfficeTime();
  const [params, setParams] = useSearchParams();
  const text = params.toString();
  const wanted = React.useMemo(() => wantedIn(text), [text]);
  const filters = React.useMemo(() => wanted as Record<string, string>, [wanted]);
  const { rows: lines, meta, failure, busy, more } = useCaseList<Look>('access-log', filters);
  const total = meta ? `${meta.total}${meta.totalIsCapped ? '+' : ''}` : '';
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
      <Layouts.Header title={t('access.title')} subtitle={meta ? t('access.total', { total }) : undefined} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Unusual onOpen={change} />
          <Narrowings wanted={wanted} names={names} onChange={change} />
          {failure && (
            <Notice key={failure.message} variant="warning" title={t(lines ? 'error.stale' : 'error.failed')}>
              {failure.kind === 'offline' ? t('error.offline') : failure.message}
            </Notice>
          )}
          {!lines && !failure && <Page.Loading />}
          {lines && lines.length === 0 && (
            <EmptyStateLayout content={t(text ? 'access.emptyFiltered' : 'access.empty')} />
          )}
          {lines && lines.length > 0 && (
            <Box>
              <Table colCount={HEADS.length} rowCount={lines.length + 1}>
                <Thead>
                  <Tr>
                    {HEADS.map((head) => (
                      <Th key={head}>
                        <Typography variant="sigma" textColor="neutral600">
                          {t(`access.head.${head}`)}
                        </Typography>
                      </Th>
                    ))}
                  </Tr>
                </Thead>
                <Tbody>
                  {lines.map((look) => (
                    <Line key={look.documentId} look={look} narrow={(also) => change({ ...wanted, ...also })} />
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

/** 查阅记录: who has seen what of whom, when and why; whoever has seen unusually much stands on top. */
export default function AccessLogPage() {
  return (
    <Page.Protect permissions={ACCESS_LOG_READ}>
      <Log />
    </Page.Protect>
  );
}
