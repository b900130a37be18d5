import type * as React from 'react';
import { Badge, Box, Flex, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronRight } from '@strapi/icons';
import { styled } from 'styled-components';

const Head = styled.button`
  display: flex;
  align-items: center;
  gap: 0.8rem;
  min-height: 4.4rem;
  padding: 0 1.6rem;
  background: none;
  border: none;
  cursor: pointer;
  text-align: left;
  flex: 1 1 auto;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

interface CardProps {
  /** Tells the parts of the desk apart, and the element under the head. */
  id: string;
  title: string;
  /** e.g. `12` or `1000+`; none where nothing is counted. */
  count?: string;
  tone?: 'danger' | 'plain';
  folded: boolean;
  onFold: () => void;
  /** Beside the head. */
  aside?: React.ReactNode;
  children: React.ReactNode;
}

/** A part of the desk that can be folded; its count is seen all the same. */
export function Card({ id, title, count, tone = 'plain', folded, onFold, aside, children }: CardProps) {
  const Caret = folded ? ChevronRight : ChevronDown;
  const danger = tone === 'danger' && count !== undefined && count !== '0';
  return (
    <Box
      tag="section"
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      aria-labelledby={`desk-${id}`}
      data-testid={`desk-${id}`}
      width="100%"
    >
      <Flex justifyContent="space-between" wrap="wrap">
        <Head type="button" aria-expanded={!folded} aria-controls={`desk-${id}-body`} onClick={onFold}>
          <Caret width="1.2rem" height="1.2rem" fill="neutral500" aria-hidden />
          <Typography variant="delta" tag="h2" id={`desk-${id}`} textColor={danger ? 'danger700' : 'neutral800'}>
            {title}
          </Typography>
          {count !== undefined && (
            <Badge
              backgroundColor={danger ? 'danger100' : 'neutral150'}
              textColor={danger ? 'danger700' : 'neutral700'}
            >
              {count}
            </Badge>
          )}
        </Head>
        <Flex gap={3} paddingRight={4} wrap="wrap">
          {aside}
        </Flex>
      </Flex>
      <div id={`desk-${id}-body`} hidden={folded}>
        {!folded && children}
      </div>
    </Box>
  );
}
