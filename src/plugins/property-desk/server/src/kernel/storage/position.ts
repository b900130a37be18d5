import type { Row } from './rows';

/** Records in the order that people gave them by their attribute `position`; those that have none come last, as made. */
export const inPosition = (rows: Row[]): Row[] => {
  const place = ({ position }: Row) => (typeof position === 'number' ? position : Number.MAX_SAFE_INTEGER);
  return [...rows].sort((one, other) => place(one) - place(other) || one.id - other.id);
};
