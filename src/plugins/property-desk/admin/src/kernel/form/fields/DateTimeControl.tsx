import { Flex, TextButton, TextInput } from '@strapi/design-system';
import { useNow } from '../../clock/ticker';
import { useWords } from '../../words';
import { fromLocal, quickTimes, toLocal } from '../localTime';
import type { ControlProps } from './props';

/** A moment. The browser's own control: it takes digits straight from the keyboard. */
export function DateTimeControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const now = useNow();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <TextInput
        name={field.name}
        type="datetime-local"
        value={toLocal(value as string | null)}
        onChange={(event) => onChange(fromLocal(event.target.value))}
      />
      <Flex gap={3} wrap="wrap">
        {quickTimes(now).map(({ key, iso }) => (
          <TextButton key={key} type="button" onClick={() => onChange(iso)}>
            {t(`form.time.${key}`)}
          </TextButton>
        ))}
      </Flex>
    </Flex>
  );
}
