import * as React from 'react';
import type { StepDone } from '../../../contracts';
import { useMay } from '../kernel/rights';
import { useSettingsApi } from '../settings/api';
import { usePolled } from '../kernel/usePolled';

/** The first steps of the desk; null for whoever does not set it up, and until they are known. */
export function useFirstSteps(): StepDone[] | null {
  const api = useSettingsApi();
  const may = useMay('settings.read');
  const load = React.useCallback(async () => (may ? (await api.firstSteps()).steps : []), [api, may]);
  const { data } = usePolled(load, null);
  return data && data.length > 0 ? data : null;
}
