import type * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../../pluginId';

const FigureLink = styled(Link)`
  color: inherit;
  text-decoration: none;
  border-radius: 2px;
  border-bottom: 1px dotted currentColor;
  &:hover {
    color: ${({ theme }) => theme.colors.primary600};
    border-bottom-style: solid;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface FigureProps {
  children: React.ReactNode;
  /** What it counts, for whoever cannot see where it stands. */
  label: string;
  to: string | null;
}

/** A number that opens what it counts; nothing to count, nothing to open. */
export function Figure({ children, label, to }: FigureProps) {
  return to ? (
    <FigureLink to={to} aria-label={label}>
      {children}
    </FigureLink>
  ) : (
    <Typography textColor="neutral600" tag="span" aria-label={label}>
      {children}
    </Typography>
  );
}

const MANAGER = /^\/content-manager\/collection-types\/([^/?]+)/;

/** Where the list that a figure names stands in the panel, if this person may open it. */
export function useListLink(): (list: string | null) => string | null {
  const rights = useAuth('useListLink', ({ permissions }) => permissions);
  return (list) => {
    if (!list) return null;
    const type = MANAGER.exec(list)?.[1];
    if (!type) return list.startsWith('/') ? list : `${PAGES}/${list}`;
    const may = rights.some(
      ({ action, subject }) => action === 'plugin::content-manager.explorer.read' && subject === type
    );
    return may ? list : null;
  };
}
