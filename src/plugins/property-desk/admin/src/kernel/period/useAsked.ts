import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { useNow, useZone } from '../clock/ticker';
import { daysIn, daysOf, type Days, type Preset } from './period';

/** The days and the community that stand in the address; without days, those of a preset. */
export interface AskedFor {
  days: Days;
  community: string | null;
  ask: (next: Partial<Days>, community: string | null) => void;
}

/** Keeps what a page of figures is asked for in its address, so that it can be kept as a bookmark. */
export function useAsked(preset: Preset): AskedFor {
  const [params, setParams] = useSearchParams();
  const now = useNow();
  const zone = useZone();
  const { from, to } = daysIn(params) ?? daysOf(preset, now, zone);
  const days = React.useMemo(() => ({ from, to }), [from, to]);
  const community = params.get('community');
  const ask = (next: Partial<Days>, one: string | null) =>
    setParams({ ...days, ...next, ...(one ? { community: one } : {}) }, { replace: true });
  return { days, community, ask };
}
