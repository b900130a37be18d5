import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A whole line that opens something. */
export const LineLink = styled(Link)`
  display: block;
  text-decoration: none;
  color: inherit;
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;
