import * as React from 'react';
import {
  Box,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Switch,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { RuleKind, RuleValue } from '../../../../contracts';
import { amountOf, durationOf, UNITS, workingDaysOf, workingDaysTerm, type Unit } from '../../kernel/rule/value';
import { useWords } from '../../kernel/words';

interface RuleControlProps {
  /** What the control is called. */
  label: string;
  kind: RuleKind;
  value: RuleValue | null;
  onChange: (value: RuleValue | null) => void;
}

/** A number and its unit; a time that has no such reading stays in its own writing. */
function DurationControl({ label, value, onChange }: RuleControlProps) {
  const { t } = useWords();
  const read = amountOf(value);
  const [unit, setUnit] = React.useState<Unit>(read?.unit ?? 'hours');
  React.useEffect(() => {
    if (read) setUnit(read.unit);
  }, [read?.unit]); // eslint-disable-line react-hooks/exhaustive-deps -- the unit alone
  if (value !== null && value !== '' && !read) {
    return <TextInput aria-label={label} value={String(value)} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <Flex gap={2}>
      <Box width="11rem">
        <NumberInput
          aria-label={label}
          value={read?.amount}
          min={1}
          onValueChange={(amount) => onChange(amount ? durationOf({ amount, unit }) : null)}
        />
      </Box>
      <Box width="11rem">
        <SingleSelect
          aria-label={t('policy.edit.unitOf', { name: label })}
          value={unit}
          onChange={(chosen) => {
            const next = chosen as Unit;
            setUnit(next);
            if (read) onChange(durationOf({ amount: read.amount, unit: next }));
          }}
        >
          {UNITS.map((each) => (
            <SingleSelectOption key={each} value={each}>
              {t(`value.unitName.${each}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Box>
    </Flex>
  );
}

/** Edits a rule's value by its kind. */
export function RuleControl(props: RuleControlProps) {
  const { t } = useWords();
  const { label, kind, value, onChange } = props;
  if (kind === 'duration') return <DurationControl {...props} />;
  if (kind === 'switch') {
    return (
      <Switch
        aria-label={label}
        checked={value === true}
        onCheckedChange={onChange}
        onLabel={t('value.on')}
        offLabel={t('value.off')}
        visibleLabels
      />
    );
  }
  const days = kind === 'workingDays';
  return (
    <Flex gap={2}>
      <Box width="11rem">
        <NumberInput
          aria-label={label}
          value={(days ? workingDaysOf(value) : typeof value === 'number' ? value : null) ?? undefined}
          min={days ? 1 : 0}
          max={kind === 'percentage' ? 100 : undefined}
          onValueChange={(amount) => onChange(amount === undefined ? null : days ? workingDaysTerm(amount) : amount)}
        />
      </Box>
      {kind !== 'number' && (
        <Typography textColor="neutral700" style={{ whiteSpace: 'nowrap' }}>
          {days ? t('value.unitName.workingDays') : '%'}
        </Typography>
      )}
    </Flex>
  );
}
