import * as React from 'react';
import { Box, Button, Flex, Link, ProgressBar, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Cross } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useParams } from 'react-router-dom';
import type { ArchiveImportItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { StateBadge } from '../kernel/case/StateBadge';
import { useTimes } from '../kernel/clock/times';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { ARCHIVE_IMPORT_READ } from '../permissions';
import { useArchiveApi } from './api';
import { Findings } from './Findings';
import { stepOf, STEPS } from './steps';
import { Tally } from './Tally';
import { useRun } from './useRun';
import { useRights } from '../kernel/rights';

/** How often it is asked how far a machine has come. */
const EVERY_MS = 1500;

/** Where an import stands on its way. */
function Steps({ item }: { item: ArchiveImportItem }) {
  const { t } = useWords();
  const at = stepOf(item.state);
  return (
    <Flex tag="ol" gap={6} wrap="wrap" aria-label={t('archive.import.steps')}>
      {STEPS.map((step, index) => {
        const here = index === at;
        const past = index < at || item.state === 'done';
        return (
          <Flex key={step} tag="li" gap={2} aria-current={here ? 'step' : undefined}>
            <Flex
              width="2.4rem"
              height="2.4rem"
              justifyContent="center"
              hasRadius
              background={past ? 'success500' : here ? 'primary600' : 'neutral200'}
              aria-hidden
            >
              {past ? (
                <Check fill="neutral0" width="1.2rem" />
              ) : (
                <Typography variant="pi" fontWeight="bold" textColor={here ? 'neutral0' : 'neutral600'}>
                  {index + 1}
                </Typography>
              )}
            </Flex>
            <Typography fontWeight={here ? 'bold' : 'regular'} textColor={here || past ? 'neutral800' : 'neutral600'}>
              {t(`archive.import.step.${step}`)}
            </Typography>
          </Flex>
        );
      })}
    </Flex>
  );
}

function Progress({ item }: { item: ArchiveImportItem }) {
  const { t } = useWords();
  const { done, total } = item.progress ?? { done: 0, total: 0 };
  const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
  const label = t(item.state === 'uploaded' ? 'archive.import.checking' : 'archive.import.writing');
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5} aria-live="polite">
      <Flex justifyContent="space-between" paddingBottom={3}>
        <Typography variant="delta" tag="h2">
          {label}
        </Typography>
        <Typography data-testid="progress">
          {total > 0 ? t('archive.import.done', { done, total }) : t('archive.import.reading')}
        </Typography>
      </Flex>
      <Box width="100%">
        <ProgressBar value={percent} aria-label={label} style={{ width: '100%' }} />
      </Box>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={3}>
        {t('archive.import.mayLeave')}
      </Typography>
    </Box>
  );
}

function Decide({ item, onDone }: { item: ArchiveImportItem; onDone: () => void }) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const { busy, trouble, run } = useRun();
  const has = useRights();
  const may = (right: string) => has(`archive-import.${right}`);
  const rows = (item.found?.added ?? 0) + (item.found?.changed ?? 0);
  const act = (action: 'confirm' | 'cancel') =>
    run(action, async () => {
      await api.act('archive-imports', item.documentId, action, {}, item.revision);
      if (action === 'cancel') toggleNotification({ type: 'success', message: t('archive.import.cancelled') });
      onDone();
    });
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {rows === 0 && item.state === 'checked' && (
        <Notice variant="default" title={t('archive.import.nothing')}>
          {t('archive.import.nothingHow')}
        </Notice>
      )}
      <Flex gap={3} wrap="wrap">
        {rows > 0 && may('confirm') && (
          <Button startIcon={<Check />} size="L" loading={busy === 'confirm'} onClick={() => void act('confirm')}>
            {t('archive.import.confirm', { count: rows })}
          </Button>
        )}
        {may('cancel') && (
          <Button
            variant="tertiary"
            size="L"
            startIcon={<Cross />}
            loading={busy === 'cancel'}
            onClick={() => void act('cancel')}
          >
            {t('archive.import.cancel')}
          </Button>
        )}
      </Flex>
      {trouble && (
        <Typography role="alert" textColor="danger600">
          {trouble}
        </Typography>
      )}
    </Flex>
  );
}

function Import({ documentId }: { documentId: string }) {
  const words = useWords();
  const { t } = words;
  const { full } = useTimes();
  useOfficeTime();
  const api = useArchiveApi();
  const [quick, setQuick] = React.useState(true);
  const load = React.useCallback(() => api.progress(documentId), [api, documentId]);
  const { data: item, failure, refresh } = usePolled(load, quick ? EVERY_MS : null);
  const working = item === null || item.progress !== null;
  React.useEffect(() => setQuick(working), [working]);

  return (
    <Page.Main>
      <Page.Title>{item?.number ?? t('archive.import.title')}</Page.Title>
      <Layouts.Header
        title={item ? `${item.number} ${item.fileName}` : t('archive.import.title')}
        subtitle={item ? [item.community.name, item.uploadedBy, full(item.createdAt)].join(' · ') : undefined}
        navigationAction={
          <Link tag={NavLink} to={listLink('archive-imports')} startIcon={<ArrowLeft />}>
            {t('archive.title')}
          </Link>
        }
        primaryAction={item ? <StateBadge type="archive-import" state={item.state} /> : undefined}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {failure && (
            <Notice variant="warning" title={t(item ? 'error.stale' : 'error.failed')}>
              {failure.kind === 'offline' ? t('archive.import.offline') : failure.message}
            </Notice>
          )}
          {!item && !failure && <Page.Loading />}
          {item && (
            <>
              <Steps item={item} />
              {item.progress && <Progress item={item} />}
              {item.failure && (
                <Notice variant="danger" title={t('archive.import.failed')}>
                  {item.failure}
                </Notice>
              )}
              {item.written && <Tally title={t('archive.import.written')} rows={item.written} />}
              {item.found && item.state !== 'done' && <Tally title={t('archive.import.found')} rows={item.found} />}
              {item.state === 'checked' && item.expiresAt && (
                <Typography textColor="neutral600">
                  {t('archive.import.until', { at: full(item.expiresAt) })}
                </Typography>
              )}
              {(item.state === 'checked' || item.state === 'uploaded') && (
                <Decide item={item} onDone={() => void refresh()} />
              )}
              <Findings item={item} />
            </>
          )}
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 导入档案: one import on its way from the check to the result. */
export default function ImportPage() {
  const { documentId = '' } = useParams();
  return (
    <Page.Protect permissions={ARCHIVE_IMPORT_READ}>
      <Import key={documentId} documentId={documentId} />
    </Page.Protect>
  );
}
