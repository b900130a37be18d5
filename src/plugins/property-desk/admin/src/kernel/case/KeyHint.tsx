import { styled } from 'styled-components';

const Key = styled.kbd`
  margin-left: 0.8rem;
  padding: 0 0.5rem;
  border: 1px solid currentColor;
  border-radius: 3px;
  font: inherit;
  font-size: 1.1rem;
  line-height: 1.4rem;
  opacity: 0.7;
  /* Where there is no keyboard, it would only be in the way. */
  @media (hover: none) {
    display: none;
  }
`;

/** The key of a button, for those who read it off the screen; it is no part of the button's name. */
export function KeyHint({ digit }: { digit: number }) {
  return digit > 0 ? <Key aria-hidden>{digit}</Key> : null;
}
