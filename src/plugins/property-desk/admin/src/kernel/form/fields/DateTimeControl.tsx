import { Flex, TextButton, TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useNow, useZone } from '../../clock/ticker';
import { useWords } from '../../words';
import { fromWall, quickTimes, toWall } from '../officeTime';
import type { ControlProps } from './props';

/** The browser draws the control's calendar sign itself; it must know whether it stands on dark. */
const Scheme = styled.div`
  color-scheme: ${({ theme }) => (theme.colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark')};
`;

/** A moment by the office's clock. The browser's own control: it takes digits straight from the keyboard. */
export function DateTimeControl({ field, value, onChange }: ControlProps) {
  const { t } = useWords();
  const now = useNow();
  const zone = useZone();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Scheme>
        <TextInput
          name={field.name}
          type="datetime-local"
          value={toWall(value as string | null, zone)}
          onChange={(event) => onChange(fromWall(event.target.value, zone))}
        />
      </Scheme>
      <Flex gap={3} wrap="wrap">
        {quickTimes(now, zone).map(({ key, iso }) => (
          <TextButton key={key} type="button" onClick={() => onChange(iso)}>
            {t(`form.time.${key}`)}
          </TextButton>
        ))}
      </Flex>
    </Flex>
  );
}
