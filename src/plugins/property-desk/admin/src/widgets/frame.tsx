import type * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';
import { TickerProvider } from '../kernel/clock/ticker';

const Tile = styled(Link)`
  flex: 1 1 0;
  min-width: 8rem;
  padding: 1.2rem;
  text-decoration: none;
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

interface NumberProps {
  name: string;
  label: string;
  value: React.ReactNode;
  hint?: string;
  alarming?: boolean;
  to: string;
}

/** One number of a widget, and the way to what it counts. */
export function NumberTile({ name, label, value, hint, alarming = false, to }: NumberProps) {
  return (
    <Tile to={to} data-tile={name}>
      <Typography variant="pi" textColor="neutral600" tag="div">
        {label}
      </Typography>
      <Typography
        variant="alpha"
        tag="div"
        textColor={alarming ? 'danger600' : 'neutral800'}
        style={{ fontVariantNumeric: 'tabular-nums' }}
      >
        {value}
      </Typography>
      {hint && (
        <Typography variant="pi" textColor="neutral600" tag="div">
          {hint}
        </Typography>
      )}
    </Tile>
  );
}

/** The numbers of a widget beside each other. */
export function Tiles({ children }: { children: React.ReactNode }) {
  return (
    <Flex gap={3} wrap="wrap" alignItems="stretch">
      {children}
    </Flex>
  );
}

/** What a widget on Strapi's home page stands in: its own clock, as it is outside the desk's pages. */
export function WidgetFrame({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <TickerProvider>
      <Box data-widget={name}>{children}</Box>
    </TickerProvider>
  );
}
