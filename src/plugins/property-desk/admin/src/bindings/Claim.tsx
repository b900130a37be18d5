import { Box, Flex, Typography } from '@strapi/design-system';
import type { BindingMatches, CaseDetail } from '../../../contracts';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

/** What somebody claims, as they wrote it; telephone and identity number masked. */
export function Claim({ detail, account }: { detail: CaseDetail; account: BindingMatches['account'] }) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const { fields } = detail;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : null);
  const chosen = fields.resident as { name: string } | null;
  const lines: [string, string | null][] = [
    ['field.room', text('room')],
    ['field.name', text('name')],
    ['binding.field.kind', text('kind') && t(`resident.kind.${text('kind')}`)],
    ['field.telephone', text('telephone')],
    ['field.identityNumber', text('identityNumber') ?? (text('identityTail') && t('field.identityTail'))],
    ['field.mail', account?.mail ?? text('mail')],
    ['binding.askedAt', times.moment(detail.case.createdAt, now)],
    ['field.resident', chosen?.name ?? null],
    ['field.rejection', text('rejection') && t(`binding.rejection.${text('rejection')}`)],
    ['field.unbindReason', text('unbindReason')],
  ];
  return (
    <Flex tag="dl" gap={6} wrap="wrap" alignItems="flex-start">
      {lines
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <Box key={label} minWidth="12rem">
            <Typography variant="pi" textColor="neutral600" tag="dt">
              {t(label)}
            </Typography>
            <Typography tag="dd" style={{ overflowWrap: 'anywhere' }}>
              {value}
            </Typography>
          </Box>
        ))}
    </Flex>
  );
}
