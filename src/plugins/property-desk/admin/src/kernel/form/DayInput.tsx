import type * as React from 'react';
import { TextInput } from '@strapi/design-system';
import { styled } from 'styled-components';

/** The browser draws the sign of its calendar itself; it must know whether it stands on dark. */
const Scheme = styled.div`
  color-scheme: ${({ theme }) => (theme.colors.neutral0.toLowerCase() === '#ffffff' ? 'light' : 'dark')};
`;

type DayInputProps = Omit<React.ComponentProps<typeof TextInput>, 'type'> & {
  /** With the hour, too. */
  hour?: boolean;
};

/** A day, or a moment: the browser's own control, which takes digits straight from the keyboard. */
export function DayInput({ hour = false, ...props }: DayInputProps) {
  return (
    <Scheme>
      <TextInput {...props} type={hour ? 'datetime-local' : 'date'} />
    </Scheme>
  );
}
