import * as React from 'react';
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';
import { DISCLOSING_KINDS, type LookVolume } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useTimes } from '../kernel/clock/times';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import type { Wanted } from './wanted';
import { whyOf } from '../kernel/failure';

const EVERY_MS = 60_000;

function Line({ one, onOpen }: { one: LookVolume; onOpen: (wanted: Wanted) => void }) {
  const { t } = useWords();
  const { date } = useTimes();
  const { day, person, community, looks, limit, kinds } = one;
  const parts = DISCLOSING_KINDS.filter((kind) => kinds[kind]).map(
    (kind) => `${t(`access.kind.${kind}`)} ${kinds[kind]}`
  );
  return (
    <Flex tag="li" gap={4} paddingTop={3} paddingBottom={3} wrap="wrap" justifyContent="space-between">
      <Box>
        <Typography fontWeight="bold">{person.name}</Typography>{' '}
        <Typography textColor="neutral600">
          {community.name} · {date(day)}
        </Typography>
        <Typography variant="pi" tag="div" textColor="neutral600">
          {parts.join(' · ')}
        </Typography>
      </Box>
      <Flex gap={3}>
        <Badge backgroundColor="danger100" textColor="danger700">
          {t('access.looksOf', { looks, limit })}
        </Badge>
        <Button
          variant="tertiary"
          size="S"
          onClick={() =>
            onOpen({
              kind: DISCLOSING_KINDS.join(','),
              person: person.documentId ?? undefined,
              community: community.documentId,
              from: day,
              to: day,
            })
          }
        >
          {t('access.see')}
        </Button>
      </Flex>
    </Flex>
  );
}

/** Who has seen unusually much in the last days; each opens the list of what it was. */
export function Unusual({ onOpen }: { onOpen: (wanted: Wanted) => void }) {
  const { t } = useWords();
  const api = useDeskApi();
  const load = React.useCallback(() => api.lookVolume(), [api]);
  const { data, failure } = usePolled(load, EVERY_MS);
  if (failure && !data)
    return (
      <Notice variant="warning" title={t('error.failed')}>
        {whyOf(failure, t)}
      </Notice>
    );
  if (!data) return null;
  const unusual = data.filter((one) => one.unusual);
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Flex gap={2}>
        {unusual.length > 0 ? (
          <WarningCircle fill="danger600" aria-hidden />
        ) : (
          <CheckCircle fill="success500" aria-hidden />
        )}
        <Typography variant="delta" tag="h2">
          {t(unusual.length > 0 ? 'access.unusual' : 'access.usual')}
        </Typography>
      </Flex>
      {unusual.length > 0 && (
        <Box tag="ul" aria-label={t('access.unusual')} style={{ listStyle: 'none' }}>
          {unusual.map((one) => (
            <Line key={`${one.day}|${one.person.name}|${one.community.documentId}`} one={one} onOpen={onOpen} />
          ))}
        </Box>
      )}
    </Box>
  );
}
