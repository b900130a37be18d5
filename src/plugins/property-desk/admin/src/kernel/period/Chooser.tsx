import { Box, Button, Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import type { Ref } from '../../../../contracts';
import { useNow, useZone } from '../clock/ticker';
import { DayInput } from '../form/DayInput';
import { useWords } from '../words';
import { daysOf, presetOf, type Days, type Preset } from './period';

interface ChooserProps {
  /** Periods that a button chooses. */
  presets: readonly Preset[];
  days: Days;
  communities: Ref[];
  community: string | null;
  onDays: (days: Days) => void;
  onCommunity: (community: string | null) => void;
}

/** For which days and which community; both stand in the address. */
export function Chooser({ presets, days, communities, community, onDays, onCommunity }: ChooserProps) {
  const { t } = useWords();
  const now = useNow();
  const zone = useZone();
  const chosen = presetOf(presets, days, now, zone);
  const day = (name: 'from' | 'to') => (
    <Field.Root name={name}>
      <DayInput
        size="S"
        aria-label={t(`period.day.${name}`)}
        value={days[name]}
        max={name === 'from' ? days.to : undefined}
        min={name === 'to' ? days.from : undefined}
        onChange={({ target }: { target: { value: string } }) =>
          target.value && onDays({ ...days, [name]: target.value })
        }
      />
    </Field.Root>
  );
  return (
    <Flex gap={4} wrap="wrap" alignItems="center">
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('period.title')}>
        {presets.map((preset) => (
          <Button
            key={preset}
            variant={chosen === preset ? 'secondary' : 'tertiary'}
            aria-pressed={chosen === preset}
            onClick={() => onDays(daysOf(preset, now, zone))}
          >
            {t(`period.preset.${preset}`)}
          </Button>
        ))}
      </Flex>
      <Flex gap={2} alignItems="center">
        {day('from')}
        <span aria-hidden>–</span>
        {day('to')}
      </Flex>
      {communities.length > 1 && (
        <Box minWidth="20rem">
          <SingleSelect
            aria-label={t('list.community')}
            placeholder={t('period.allCommunities')}
            value={community}
            onChange={(value) => onCommunity(String(value))}
            onClear={() => onCommunity(null)}
            clearLabel={t('form.clear')}
          >
            {communities.map(({ documentId, name }) => (
              <SingleSelectOption key={documentId} value={documentId}>
                {name}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
      )}
    </Flex>
  );
}
