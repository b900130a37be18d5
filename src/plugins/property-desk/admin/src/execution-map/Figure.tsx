import type * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { PAGES } from '../pluginId';
import { rightOf } from '../permissions';

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

/** What a list of obligations is narrowed to. */
export type Narrowing = Record<string, string | undefined>;

/** The address of the list of obligations that a figure counts. */
export const obligationsLink = (narrowing: Narrowing): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowing)) if (value) params.set(name, value);
  return `${PAGES}/obligations?${params.toString()}`;
};

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

/** Where a list stands in the panel, if this person may open it. */
export function useEvidenceLink(): (list: string | null) => string | null {
  const rights = useAuth('useEvidenceLink', ({ permissions }) => permissions);
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

/** Whether this person may open lists of obligations. */
export function useMayList(): boolean {
  return useAuth('useMayList', ({ permissions }) => permissions).some(
    ({ action }) => action === rightOf('obligations.read')
  );
}
