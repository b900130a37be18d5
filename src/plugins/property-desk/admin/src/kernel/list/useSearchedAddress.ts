import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import { isPrivateSearch } from '../../../../contracts';

/**
 * A page's own reading of its address, with a text to search for that stands in it; one that may be a telephone stays
 * beside it.
 */
export function useSearchedAddress<V extends { q: string }>(
  read: (params: URLSearchParams) => V,
  write: (view: V) => URLSearchParams
): [V, (view: V) => void] {
  const [params, setParams] = useSearchParams();
  const [personal, setPersonal] = React.useState('');
  const view = React.useMemo(() => {
    const found = read(params);
    return personal ? { ...found, q: personal } : found;
  }, [params, personal, read]);
  const change = (next: V) => {
    const hidden = isPrivateSearch(next.q);
    setPersonal(hidden ? next.q : '');
    setParams(write(hidden ? { ...next, q: '' } : next), { replace: true });
  };
  return [view, change];
}
