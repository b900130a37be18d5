import * as React from 'react';
import { useDeskApi, type DeskApi } from '../kernel/api';
import { usePolled } from '../kernel/usePolled';
import { colleaguesOf, type Colleagues } from './colleagues';

async function load(api: DeskApi, documentId: string): Promise<Colleagues> {
  const communities = await api.options('communities');
  const teams = await Promise.all(communities.map((each) => api.options('staff', { community: each.documentId })));
  return colleaguesOf(teams, documentId);
}

/** Reads {@link Colleagues}, anew when asked to. */
export function useColleagues(documentId: string) {
  const api = useDeskApi();
  return usePolled(
    React.useCallback(() => load(api, documentId), [api, documentId]),
    null
  );
}
