import {
  Badge,
  Box,
  Button,
  Flex,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Check, Cross, Minus } from '@strapi/icons';
import type { Agreement, BindingCandidate } from '../../../contracts';
import { useWords } from '../kernel/words';
import type { Choice } from './Approve';

const SIGNS = {
  same: { Sign: Check, colour: 'success600' },
  differs: { Sign: Cross, colour: 'danger600' },
  unknown: { Sign: Minus, colour: 'neutral500' },
} as const;

/** Whether claim and record agree, as a sign with its word: colour alone tells nobody anything. */
function Agrees({ how }: { how: Agreement }) {
  const { t } = useWords();
  const { Sign, colour } = SIGNS[how];
  return (
    <Flex gap={1}>
      <Sign aria-hidden fill={colour} width="1.2rem" height="1.2rem" />
      <Typography variant="pi" textColor={colour === 'neutral500' ? 'neutral600' : colour}>
        {t(`binding.${how}`)}
      </Typography>
    </Flex>
  );
}

const RESPECTS = ['room', 'name', 'telephone', 'identity'] as const;
const LABELS = {
  room: 'field.room',
  name: 'field.name',
  telephone: 'field.telephone',
  identity: 'field.identityNumber',
};

interface CandidatesProps {
  candidates: BindingCandidate[];
  /** None where the caller may not approve, or nothing is to be decided. */
  onChoose: ((choice: Choice) => void) | null;
}

/** Who in the archive may be the applicant, the likeliest first. */
export function Candidates({ candidates, onChoose }: CandidatesProps) {
  const { t } = useWords();
  return (
    <Box overflow="auto">
      <Table colCount={RESPECTS.length + (onChoose ? 3 : 2)} rowCount={candidates.length + 1}>
        <Thead>
          <Tr>
            {['field.resident', ...RESPECTS.map((respect) => LABELS[respect]), 'binding.account'].map((label) => (
              <Th key={label}>
                <Typography variant="sigma" textColor="neutral600">
                  {t(label)}
                </Typography>
              </Th>
            ))}
            {onChoose && (
              <Th>
                <VisuallyHidden>{t('binding.approve')}</VisuallyHidden>
              </Th>
            )}
          </Tr>
        </Thead>
        <Tbody>
          {candidates.map(({ resident, household, agrees, account }) => (
            <Tr key={resident.documentId}>
              <Td>
                <Typography fontWeight="semiBold">{resident.name}</Typography>
                <Typography variant="pi" textColor="neutral600" tag="div">
                  {[t(`resident.kind.${resident.kind}`), household.name, resident.telephone]
                    .filter(Boolean)
                    .join(' · ')}
                </Typography>
              </Td>
              {RESPECTS.map((respect) => (
                <Td key={respect}>
                  <Agrees how={agrees[respect]} />
                </Td>
              ))}
              <Td>
                <Badge variant={account === 'other' ? 'warning' : undefined}>{t(`binding.account.${account}`)}</Badge>
              </Td>
              {onChoose && (
                <Td>
                  <Button
                    size="S"
                    variant={agrees.room === 'same' && agrees.name === 'same' ? 'default' : 'secondary'}
                    disabled={account === 'other'}
                    aria-label={t('binding.approveNamed', { name: resident.name })}
                    onClick={() =>
                      onChoose({
                        input: { resident: resident.documentId },
                        name: resident.name,
                        home: household.name,
                      })
                    }
                  >
                    {t('binding.approve')}
                  </Button>
                </Td>
              )}
            </Tr>
          ))}
        </Tbody>
      </Table>
    </Box>
  );
}
