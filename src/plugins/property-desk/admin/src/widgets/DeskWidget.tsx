import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { useDeskApi } from '../kernel/api';
import { DESK, useCaseLink } from '../kernel/case/links';
import { toneOf } from '../kernel/clock/reading';
import { useNow, useTicker } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { usePolled } from '../kernel/usePolled';
import { obligationName, useWords } from '../kernel/words';
import { dueToday } from './due';
import { NumberTile, Tiles, WidgetFrame } from './frame';
import { whyOf } from '../kernel/failure';

const EVERY_MS = 60_000;
const LINES = 5;

function MyDesk() {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const ticker = useTicker();
  const times = useTimes();
  const now = useNow();
  const caseLink = useCaseLink();
  const load = React.useCallback(async () => {
    const desk = await api.desk();
    ticker.sync(desk);
    return desk;
  }, [api, ticker]);
  const { data: desk, failure } = usePolled(load, EVERY_MS);
  if (!desk) return failure ? <Widget.Error>{whyOf(failure, t)}</Widget.Error> : <Widget.Loading />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Tiles>
        <NumberTile
          name="overdue"
          label={t('widget.overdue')}
          value={desk.overdue}
          alarming={desk.overdue > 0}
          to={DESK}
        />
        <NumberTile name="today" label={t('widget.dueToday')} value={dueToday(desk)} to={DESK} />
        <NumberTile name="owed" label={t('widget.owed')} value={desk.total} to={DESK} />
      </Tiles>
      {desk.owed.length === 0 ? (
        <Typography textColor="neutral600">{t('desk.empty')}</Typography>
      ) : (
        <Box tag="ul" aria-label={t('widget.next')} style={{ listStyle: 'none' }}>
          {desk.owed.slice(0, LINES).map((line) => {
            const late = toneOf(line, now) === 'overdue';
            return (
              <Flex key={line.documentId} tag="li" justifyContent="space-between" gap={3} paddingTop={1}>
                <Box style={{ minWidth: 0 }}>
                  <Typography ellipsis tag="div">
                    {obligationName(words, line.what)}{' '}
                    <Link to={caseLink(line.case.uid, line.case.documentId)} style={{ color: 'inherit' }}>
                      {line.case.title || line.case.number}
                    </Link>
                  </Typography>
                </Box>
                <Typography variant="pi" textColor={late ? 'danger600' : 'neutral600'} style={{ whiteSpace: 'nowrap' }}>
                  {late ? t('widget.late', { at: times.moment(line.dueAt, now) }) : times.moment(line.dueAt, now)}
                </Typography>
              </Flex>
            );
          })}
        </Box>
      )}
    </Flex>
  );
}

/** 我的工作台 on Strapi's home page: what I owe, and what of it is late. */
export default function DeskWidget() {
  return (
    <WidgetFrame name="desk">
      <MyDesk />
    </WidgetFrame>
  );
}
