import * as React from 'react';
import { isPrivateSearch } from '../../../../../contracts';
import { useSearchParams } from 'react-router-dom';
import { COLUMNS, filtersIn, unknownIn, type Filters } from '../address';

/**
 * The filters of a list, which stand in the address, so that it can be kept and sent. What may be a telephone is kept
 * beside it, and goes with the page.
 * @param known names of the list's filters
 */
export function useAddress(known: readonly string[]) {
  const [params, setParams] = useSearchParams();
  const [personal, setPersonal] = React.useState('');
  const search = params.toString();
  const names = known.join();
  const filters = React.useMemo(() => {
    const found = filtersIn(search, names.split(','));
    // A link that somebody wrote by hand: it is looked for, and leaves the address at the next change.
    return personal ? { ...found, q: personal } : found;
  }, [search, names, personal]);
  const columns = params.get(COLUMNS)?.split(',') ?? null;
  const unknown = React.useMemo(() => unknownIn(search, names.split(',')), [search, names]);

  const write = (next: Filters, shown: readonly string[] | null) => {
    const { q = '', ...rest } = next;
    const hidden = isPrivateSearch(q);
    setPersonal(hidden ? q : '');
    const address = new URLSearchParams({ ...rest, ...(q && !hidden && { q }) });
    if (shown) address.set(COLUMNS, shown.join(','));
    setParams(address, { replace: true });
  };

  return {
    /** The address as it stands, without its question mark. */
    search,
    filters,
    /** Columns that the address names. */
    columns,
    /** Parameters that the list does not know. */
    unknown,
    /** Whether what is searched for stays out of the address. */
    personal: personal !== '',
    setFilters: (next: Filters) => write(next, columns),
    setColumns: (shown: readonly string[] | null) => write(filters, shown),
    /** Opens a view: its filters, and its columns where it has some. */
    open: (query: string, shown: readonly string[] | null) => {
      setPersonal('');
      const address = new URLSearchParams(query);
      if (shown) address.set(COLUMNS, shown.join(','));
      setParams(address, { replace: true });
    },
  };
}

/** What {@link useAddress} gives. */
export type Address = ReturnType<typeof useAddress>;
