import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Cross, Minus } from '@strapi/icons';
import type { Agreement, BindingCandidate } from '../../../contracts';
import { useWords } from '../kernel/words';
import type { Choice } from './Approve';

const SIGNS = {
  same: { Sign: Check, colour: 'success600' },
  differs: { Sign: Cross, colour: 'danger600' },
  unknown: { Sign: Minus, colour: 'neutral600' },
} as const;

const RESPECTS = ['room', 'name', 'telephone', 'identity'] as const;
const LABELS = {
  room: 'field.room',
  name: 'field.name',
  telephone: 'field.telephone',
  identity: 'field.identityNumber',
};

/** Whether claim and record agree in one respect, as a sign with its word: colour alone tells nobody anything. */
function Agrees({ label, how }: { label: string; how: Agreement }) {
  const { t } = useWords();
  const { Sign, colour } = SIGNS[how];
  return (
    <Box minWidth="7.2rem">
      <Typography variant="pi" textColor="neutral600" tag="dt">
        {label}
      </Typography>
      <Flex tag="dd" gap={1}>
        <Sign aria-hidden fill={colour} width="1.2rem" height="1.2rem" />
        <Typography variant="pi" textColor={colour}>
          {t(`binding.${how}`)}
        </Typography>
      </Flex>
    </Box>
  );
}

interface CandidatesProps {
  candidates: BindingCandidate[];
  /** None where the caller may not approve, or nothing is to be decided. */
  onChoose: ((choice: Choice) => void) | null;
}

/** Who in the archive may be the applicant, the likeliest first. */
export function Candidates({ candidates, onChoose }: CandidatesProps) {
  const { t } = useWords();
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
      {candidates.map(({ resident, household, agrees, account }) => (
        <Box tag="li" key={resident.documentId} borderColor="neutral200" hasRadius padding={4}>
          <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap">
            <Box>
              <Flex gap={2}>
                <Typography fontWeight="semiBold">{resident.name}</Typography>
                <Badge variant={account === 'other' ? 'warning' : undefined}>{t(`binding.account.${account}`)}</Badge>
              </Flex>
              <Typography variant="pi" textColor="neutral600" tag="div">
                {[t(`resident.kind.${resident.kind}`), household.name, resident.telephone].filter(Boolean).join(' · ')}
              </Typography>
            </Box>
            {onChoose && (
              <Button
                size="S"
                variant={agrees.room === 'same' && agrees.name === 'same' ? 'default' : 'secondary'}
                disabled={account === 'other'}
                aria-label={t('binding.approveNamed', { name: resident.name })}
                onClick={() =>
                  onChoose({ input: { resident: resident.documentId }, name: resident.name, home: household.name })
                }
              >
                {t('binding.approve')}
              </Button>
            )}
          </Flex>
          <Flex tag="dl" gap={4} wrap="wrap" paddingTop={3}>
            {RESPECTS.map((respect) => (
              <Agrees key={respect} label={t(LABELS[respect])} how={agrees[respect]} />
            ))}
          </Flex>
        </Box>
      ))}
    </Flex>
  );
}
