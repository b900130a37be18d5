import type * as React from 'react';
import { Box } from '@strapi/design-system';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A part of a bar or a column; one with a list opens it. */
export interface Share {
  key: string;
  count: number;
  /** Of the panel's palette, e.g. `secondary500`. */
  colour: string;
  /** What it counts, for whoever cannot see it: a part that opens a list is named by it. */
  label?: string;
  to?: string | null;
}

const Track = styled(Box)<{ $thick: boolean }>`
  display: flex;
  height: ${({ $thick }) => ($thick ? '1.6rem' : '0.8rem')};
  overflow: ${({ $thick }) => ($thick ? 'visible' : 'hidden')};
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
  @media print {
    print-color-adjust: exact;
  }
`;

/** A coloured part that opens what it counts; as small as that, so a table or a figure beside it opens the same. */
const PartLink = styled(Link)`
  display: block;
  min-width: 3px;
  min-height: 3px;
  &:hover {
    filter: brightness(0.88);
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
    z-index: 1;
  }
`;

/** One part, drawn as large as `style` says. */
export function Part({ share: { colour, label, to }, style }: { share: Share; style: React.CSSProperties }) {
  return to ? (
    <Box background={colour} style={style} tag={PartLink} to={to} aria-label={label} title={label} data-also-in-table />
  ) : (
    <Box background={colour} style={style} title={label} />
  );
}

interface SharesProps {
  shares: Share[];
  /** The whole said in words; needed where no part has a label of its own. */
  label?: string;
  /** What fills the bar; without it the parts do. */
  most?: number;
  thick?: boolean;
}

/** Parts of a whole side by side; their figures stand beside it. */
export function Shares({ shares, label, most, thick = false }: SharesProps) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const rest = most === undefined ? 0 : Math.max(0, most - total);
  const linked = shares.some(({ to, count }) => to && count > 0);
  return (
    <Track
      $thick={thick}
      role={!linked && label ? 'img' : undefined}
      aria-label={linked ? undefined : label}
      aria-hidden={!linked && !label ? true : undefined}
    >
      {shares.map(
        (share) =>
          share.count > 0 && (
            <Part key={share.key} share={share} style={{ flex: `${share.count} 1 3px`, height: '100%' }} />
          )
      )}
      {rest > 0 && <span style={{ flex: `${rest} 1 0` }} />}
    </Track>
  );
}
