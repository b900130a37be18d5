import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { LETTERHEAD_PLACES } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { hand } from '../kernel/download';
import { readFailure, whyOf } from '../kernel/failure';
import { useOptions } from '../kernel/form/fields/useOptions';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { LETTERHEAD_READ } from '../permissions';
import { LetterheadCard } from './LetterheadCard';
import { written } from './places';
import { useMay } from '../kernel/rights';

/** The placeholders that a template may have, with what comes in their place. */
function PlaceList() {
  const { t } = useWords();
  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      tag="section"
      aria-label={t('letterhead.places')}
    >
      <Typography variant="delta" tag="h2">
        {t('letterhead.places')}
      </Typography>
      <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={1} paddingBottom={3}>
        {t('letterhead.placesHow', { body: written('body') })}
      </Typography>
      <Flex tag="dl" wrap="wrap" gap={2}>
        {LETTERHEAD_PLACES.map((place) => (
          <Flex key={place} gap={2} width="22rem" alignItems="baseline">
            <Typography tag="dt" variant="pi" fontWeight="bold" style={{ fontFamily: 'monospace' }}>
              {written(place)}
            </Typography>
            <Typography tag="dd" variant="pi" textColor="neutral700">
              {t(`letterhead.place.${place}`)}
            </Typography>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
}

function SampleButton() {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = React.useState(false);
  const fetchSample = async () => {
    setBusy(true);
    try {
      const { blob, name } = await api.letterheadSample();
      hand(blob, name ?? 'letterhead.docx');
    } catch (error) {
      if (readFailure(error).kind !== 'aborted') toggleNotification({ type: 'danger', message: t('print.failed') });
    }
    setBusy(false);
  };
  return (
    <Button variant="secondary" startIcon={<Download />} loading={busy} onClick={() => void fetchSample()}>
      {t('letterhead.getSample')}
    </Button>
  );
}

function Letterheads() {
  const { t } = useWords();
  useOfficeTime();
  const api = useDeskApi();
  const load = React.useCallback(() => api.letterheads(), [api]);
  const { data, failure, refresh } = usePolled(load, null);
  const { options, trouble } = useOptions('communities', null);
  const mayWrite = useMay('letterhead.write');
  const why = failure ? whyOf(failure, t) : trouble;

  return (
    <Page.Main>
      <Page.Title>{t('letterhead.title')}</Page.Title>
      <Layouts.Header
        title={t('letterhead.title')}
        subtitle={t('letterhead.subtitle')}
        primaryAction={<SampleButton />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={5}>
          {why && (
            <Notice variant="warning" title={t(data ? 'error.stale' : 'error.failed')}>
              {why}
            </Notice>
          )}
          {(!data || !options) && !why && <Page.Loading />}
          {data &&
            options?.map((community) => (
              <LetterheadCard
                key={community.documentId}
                community={community}
                letterhead={data.find((each) => each.community.documentId === community.documentId) ?? null}
                mayWrite={mayWrite}
                onChanged={() => void refresh()}
              />
            ))}
          <PlaceList />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 信头模板: the company's own Word files that notices are printed on, one for each community. */
export default function LetterheadsPage() {
  return (
    <Page.Protect permissions={LETTERHEAD_READ}>
      <Letterheads />
    </Page.Protect>
  );
}
