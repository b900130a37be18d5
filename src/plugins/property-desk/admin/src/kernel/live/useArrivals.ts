import * as React from 'react';
import { nothingShown, shownAfter, type Shown } from './arrivals';

/** What a list does with the pointer over it. */
interface Pointer {
  onPointerEnter: (event: React.PointerEvent) => void;
  onPointerLeave: () => void;
}

/** A list that does not move under the pointer, and marks what has come. */
export interface Arrivals<T> extends Shown<T> {
  /** How many have come and are marked or wait. */
  come: number;
  /** Shows what waits. */
  release: () => void;
  /** For the element around the list. */
  pointer: Pointer;
}

/**
 * Keeps the rows of a list in their places while a mouse is over it, and marks those that others have brought about.
 * @param of what the list is narrowed to; another value makes another list, in which nothing is new
 */
export function useArrivals<T>(read: T[] | null, idOf: (row: T) => string, of: string): Arrivals<T> {
  const [held, setHeld] = React.useState(false);
  const state = React.useRef<{ shown: Shown<T>; read: T[] | null; of: string }>({
    shown: nothingShown<T>(),
    read: null,
    of,
  });
  const { current } = state;
  if (read && (read !== current.read || (!held && current.shown.waiting + current.shown.gone.size > 0))) {
    const first = current.read === null || current.of !== of;
    state.current = { shown: shownAfter(current.shown, read, idOf, { hold: held, first }), read, of };
  }
  const { shown } = state.current;
  return {
    ...shown,
    come: shown.waiting + shown.fresh.size,
    release: () => setHeld(false),
    pointer: {
      // A finger that touches the screen is no pointer that rests on a line.
      onPointerEnter: ({ pointerType }) => pointerType === 'mouse' && setHeld(true),
      onPointerLeave: () => setHeld(false),
    },
  };
}
