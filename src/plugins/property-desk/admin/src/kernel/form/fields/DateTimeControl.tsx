import { Flex, TextButton } from '@strapi/design-system';
import { useNow, useZone } from '../../clock/ticker';
import { useWords } from '../../words';
import { DayInput } from '../DayInput';
import { fromWall, quickDays, quickTimes, toWall } from '../officeTime';
import type { ControlProps } from './props';

/** Measures against a repetition take days, and so does what hangs on a notice board; what was promised to somebody who waits takes hours. */
const takesDays = (type: string, name: string): boolean =>
  type === 'preventive-action' || name === 'expiresAt' || name.startsWith('preventiveActions.');

/** Forms that enter what has been, not what shall be. */
const KEPT = new Set(['file', 'transfer']);

/** A moment by the office's clock. */
export function DateTimeControl({ field, value, onChange, context }: ControlProps) {
  const { t } = useWords();
  const now = useNow();
  const zone = useZone();
  // What a file keeps has been so already: nothing of it is promised for later.
  const kept = KEPT.has(context.action);
  const quick = takesDays(context.type, field.name) ? quickDays : quickTimes;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <DayInput
        hour
        name={field.name}
        value={toWall(value as string | null, zone)}
        onChange={(event) => onChange(fromWall(event.target.value, zone))}
      />
      <Flex gap={3} wrap="wrap">
        {(kept ? [] : quick(now, zone)).map(({ key, iso }) => (
          <TextButton key={key} type="button" onClick={() => onChange(iso)}>
            {t(`form.time.${key}`)}
          </TextButton>
        ))}
      </Flex>
    </Flex>
  );
}

/** A day without a time, e.g. `2026-12-01`; the same day wherever it is read. */
export function DateControl({ field, value, onChange }: ControlProps) {
  return (
    <DayInput
      name={field.name}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.target.value || null)}
    />
  );
}
