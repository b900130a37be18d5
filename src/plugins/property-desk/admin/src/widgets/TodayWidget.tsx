import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Widget } from '@strapi/strapi/admin';
import { DateTime } from 'luxon';
import { rateInWords } from '../../../contracts';
import { typeName } from '../figures/types';
import { useDeskApi } from '../kernel/api';
import { FIGURES } from '../kernel/case/links';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { NumberTile, Tiles, WidgetFrame } from './frame';
import { whyOf } from '../kernel/failure';

const EVERY_MS = 60_000;

/** What came in today, what was done, and how much of it in time. */
export function ThisDay() {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  // Which day it is at the office the server knows best.
  const load = React.useCallback(async () => {
    const { now, timeZone } = await api.desk();
    const day = DateTime.fromISO(now, { zone: timeZone }).toFormat('yyyy-LL-dd');
    return api.figures({ from: day, to: day });
  }, [api]);
  const { data, failure } = usePolled(load, EVERY_MS);
  if (!data) return failure ? <Widget.Error>{whyOf(failure, t)}</Widget.Error> : <Widget.Loading />;
  const { total, onTime, types } = data;
  const by = (which: 'in' | 'done') =>
    types
      .filter((each) => each[which].count > 0)
      .map((each) => `${typeName(words, each)} ${each[which].count}`)
      .join(' · ');
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Tiles>
        <NumberTile name="in" label={t('figures.in')} value={total.in} hint={by('in')} to={FIGURES} />
        <NumberTile name="done" label={t('figures.done')} value={total.done} hint={by('done')} to={FIGURES} />
        <NumberTile
          name="on-time"
          label={t('figures.onTime')}
          value={rateInWords(onTime.rate)}
          hint={onTime.broken.count > 0 ? t('widget.broken', { count: onTime.broken.count }) : undefined}
          alarming={onTime.broken.count > 0}
          to={FIGURES}
        />
      </Tiles>
      {total.in + total.done === 0 && <Typography textColor="neutral600">{t('widget.quiet')}</Typography>}
    </Flex>
  );
}

/** 今日客服 on Strapi's home page: what came in today, what was done, and how much of it in time. */
export default function TodayWidget() {
  return (
    <WidgetFrame name="today">
      <ThisDay />
    </WidgetFrame>
  );
}
