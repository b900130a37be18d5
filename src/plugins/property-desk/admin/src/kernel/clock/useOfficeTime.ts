import * as React from 'react';
import { useDeskApi } from '../api';
import { useTicker } from './ticker';

/** For pages whose own calls do not say what time it is at the office: asks the desk, once. */
export function useOfficeTime(): void {
  const api = useDeskApi();
  const ticker = useTicker();
  React.useEffect(() => {
    if (ticker.zone() !== undefined) return;
    // Without an answer the computer's own zone stands; the page's own calls say what is wrong.
    api.desk().then(ticker.sync, () => undefined);
  }, [api, ticker]);
}
