import * as React from 'react';
import type { Failure } from '../failure';
import { Notice } from '../Notice';
import { useWords } from '../words';
import type { Address } from './views/useAddress';

/**
 * Says which filters of an address were left out: the list does not know them, or what they name is not there (any more)
 * for this person. So a view of long ago, or a link from another community, still opens.
 */
export function LeftOut({ address, failure }: { address: Address; failure: Failure | null }) {
  const { t, first } = useWords();
  const [gone, setGone] = React.useState<string[]>([]);
  const { filters, unknown, setFilters } = address;
  const refused = failure?.kind === 'input' ? Object.keys(failure.fields).filter((name) => name in filters) : [];
  const refusal = refused.join();
  React.useEffect(() => {
    if (!refusal) return;
    const names = refusal.split(',');
    setGone((before) => [...new Set([...before, ...names])]);
    setFilters(Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name))));
    // Once for each refusal; taking the filters away asks anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [refusal]);
  const all = [...new Set([...unknown, ...gone])];
  if (all.length === 0) return null;
  const names = all.map((name) => first([`list.${name}`, `list.column.${name}`], name)).join(t('form.listComma'));
  return (
    <Notice key={names} variant="warning" title={t('list.leftOut')}>
      {t('list.leftOutNames', { names })}
    </Notice>
  );
}
