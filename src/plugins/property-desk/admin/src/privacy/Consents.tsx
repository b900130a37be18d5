import * as React from 'react';
import { Badge, Box, Button, Flex, LinkButton, Loader, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ConsentItem } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { readFailure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { ConsentModal } from './ConsentModal';
import { usePrivacyApi } from './usePrivacyApi';
import { useMay } from '../kernel/rights';

interface ConsentsProps {
  /** documentId of the resident's record. */
  resident: string;
}

/** One purpose: whether they agree, since when and how, and what they agreed to before. */
function ConsentLine({ item, onAsk }: { item: ConsentItem; onAsk?: () => void }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const moment = (iso: string) => times.moment(iso, now);
  const { given, withdrawn, statement, purpose } = item;
  const stale = given && statement && given.version !== statement.version;
  return (
    <Flex
      justifyContent="space-between"
      alignItems="flex-start"
      gap={4}
      paddingTop={2}
      paddingBottom={2}
      data-testid={`consent-${purpose}`}
    >
      <Box>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">{t(`consent.purpose.${purpose}`)}</Typography>
          <Badge active={Boolean(given)}>{t(given ? 'consents.given' : 'consents.notGiven')}</Badge>
          {stale && <Badge>{t('consents.stale')}</Badge>}
        </Flex>
        {given && (
          <Typography variant="pi" textColor="neutral600" tag="div">
            {t('consents.since', {
              at: moment(given.givenAt),
              way: t(`consent.way.${given.way}`),
              version: given.version,
              by: given.by || t('consents.nobody'),
            })}
          </Typography>
        )}
        {withdrawn.map((each) => (
          <Typography key={each.givenAt + each.version} variant="pi" textColor="neutral600" tag="div">
            {t('consents.ended', {
              from: moment(each.givenAt),
              until: moment(each.withdrawnAt),
              way: t(`consent.way.${each.way}`),
              version: each.version,
            })}
          </Typography>
        ))}
      </Box>
      {onAsk && (given || statement) && (
        <Button type="button" size="S" variant={given ? 'danger-light' : 'secondary'} onClick={onAsk}>
          {t(given ? 'consents.takeBack' : 'consents.give')}
        </Button>
      )}
    </Flex>
  );
}

/** 同意记录: what a resident agreed to, to be put on any page that shows a person; given and taken back here for them. */
export function Consents({ resident }: ConsentsProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const api = usePrivacyApi();
  const { toggleNotification } = useNotification();
  const may = useMay('consent.record');
  const load = React.useCallback(() => api.consents(resident), [api, resident]);
  const { data, failure, refresh } = usePolled(load, null);
  const [asking, setAsking] = React.useState<ConsentItem | null>(null);

  const record = async (item: ConsentItem, way: string) => {
    const body = { purpose: item.purpose, way };
    try {
      await (item.given ? api.takeBack(resident, body) : api.give(resident, body));
      setAsking(null);
    } catch (error) {
      toggleNotification({ type: 'danger', message: readFailure(error).message });
    }
    await refresh();
  };

  if (!data)
    return failure ? (
      <Notice variant="warning" title={t('error.failed')}>
        {whyOf(failure, t)}
      </Notice>
    ) : (
      <Loader small>{t('form.loading')}</Loader>
    );
  return (
    <Box data-testid="consents">
      {data.resident.restrictedAt && (
        <Box paddingBottom={2}>
          <Badge backgroundColor="danger100" textColor="danger700">
            {t('consents.restricted', { at: times.moment(data.resident.restrictedAt, now) })}
          </Badge>
        </Box>
      )}
      {data.items.map((item) => (
        <ConsentLine key={item.purpose} item={item} onAsk={may ? () => setAsking(item) : undefined} />
      ))}
      <LinkButton
        tag={NavLink}
        to={`${listLink('data-requests')}/new?resident=${resident}`}
        variant="tertiary"
        size="S"
      >
        {t('dataRequests.new')}
      </LinkButton>
      {asking && (
        <ConsentModal
          item={asking}
          name={data.resident.name}
          onRecord={(way) => record(asking, way)}
          onClose={() => setAsking(null)}
        />
      )}
    </Box>
  );
}
