import { Flex, TextButton, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useNow } from '../../clock/ticker';
import { useWords } from '../../words';
import { fromLocal, quickTimes, toLocal } from '../localTime';
import type { ControlProps } from './props';

/** The browser draws the control's calendar sign itself; it must know whether it stands on dark. */
const Scheme = styled.div`
  color-scheme: ${({ theme }) => (theme.colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark')};
`;

/** A moment. The browser's own control: it takes digits straight from the keyboard. */
export function DateTimeControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const now = useNow();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Scheme>
        <TextInput
          name={field.name}
          type="datetime-local"
          value={toLocal(value as string | null)}
          onChange={(event) => onChange(fromLocal(event.target.value))}
        />
      </Scheme>
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
