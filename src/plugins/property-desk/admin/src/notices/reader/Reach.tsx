import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { NoticeChannel, NoticeReach } from '../../../../contracts';
import { useDeskApi } from '../../kernel/api';
import { useNow } from '../../kernel/clock/ticker';
import { useTimes } from '../../kernel/clock/times';
import { usePolled } from '../../kernel/usePolled';
import { useWords } from '../../kernel/words';
import { FailureNote } from '../../kernel/FailureNote';
import { partsOf, percentOf, type Part } from './shares';

const EVERY_MS = 60_000;

const BOARD: NoticeChannel = 'board';

const COLORS: Record<Part['name'], string> = { done: 'success600', waiting: 'warning500', failed: 'danger600' };

/** A bar whose parts are also said in words. */
function Bar({ label, words, parts }: { label: string; words: string; parts: Part[] }) {
  return (
    <Box paddingBottom={4}>
      <Flex justifyContent="space-between" gap={3} wrap="wrap" paddingBottom={1}>
        <Typography fontWeight="semiBold">{label}</Typography>
        <Typography variant="pi" textColor="neutral700" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {words}
        </Typography>
      </Flex>
      <Flex background="neutral150" hasRadius height="0.8rem" overflow="hidden" aria-hidden>
        {parts.map(({ name, percent }) => (
          <Box key={name} background={COLORS[name]} height="100%" width={`${percent}%`} />
        ))}
      </Flex>
    </Box>
  );
}

function Figures({ reach }: { reach: NoticeReach }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const { audience, read, channels, postings } = reach;
  return (
    <Box data-testid="reach">
      <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={4}>
        {t('reach.audience', audience)}
      </Typography>
      <Bar
        label={t('reach.read')}
        words={t('reach.readOf', {
          read: read.residents,
          all: audience.residents,
          percent: percentOf(read.residents, audience.residents),
          households: read.households,
        })}
        parts={partsOf({ done: read.residents }, audience.residents)}
      />
      {read.lastAt && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={4}>
          {t('reach.lastRead', { time: times.moment(read.lastAt, now) })}
        </Typography>
      )}
      {postings && (
        <Bar
          label={t(`notice.channel.${BOARD}`)}
          words={t('notices.posted', postings)}
          parts={partsOf({ done: postings.done }, postings.total)}
        />
      )}
      {channels.map(({ channel, sent, pending, failed, reasons }) => (
        <Box key={channel}>
          <Bar
            label={t(`notice.channel.${channel}`)}
            words={sent + pending + failed === 0 ? t('reach.nobody') : t('reach.sent', { sent, pending, failed })}
            parts={partsOf({ done: sent, waiting: pending, failed }, sent + pending + failed)}
          />
          {reasons.length > 0 && (
            <Box tag="ul" paddingBottom={4} paddingLeft={4}>
              {reasons.map(({ reason, count }) => (
                <li key={reason}>
                  <Typography variant="pi" textColor="danger700">
                    {t('reach.reason', { reason, count })}
                  </Typography>
                </li>
              ))}
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

/** Whom a notice has reached: read, sent, waiting, failed, by channel. */
export function Reach({ documentId }: { documentId: string }) {
  const { t } = useWords();
  const api = useDeskApi();
  const load = React.useCallback(() => api.noticeReach(documentId), [api, documentId]);
  const { data, failure, refresh } = usePolled(load, EVERY_MS);
  if (!data) {
    return failure ? (
      <FailureNote failure={failure} onAgain={() => void refresh()} />
    ) : (
      <Loader small>{t('form.loading')}</Loader>
    );
  }
  return <Figures reach={data} />;
}
