import * as React from 'react';
import { useDeskApi, type OptionRef } from './api';

/** The communities that the person works in; none until they are known. */
export function useCommunities(): OptionRef[] {
  const api = useDeskApi();
  const [communities, setCommunities] = React.useState<OptionRef[]>([]);
  React.useEffect(() => {
    let gone = false;
    api.options('communities').then(
      (all) => !gone && setCommunities(all),
      () => undefined
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return communities;
}
