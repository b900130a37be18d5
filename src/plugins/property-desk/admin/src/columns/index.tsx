import * as React from 'react';
import { Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useWords } from '../kernel/words';
import { keysOf } from './keys';

/** A column of the Content Manager's list. */
interface Header {
  name: string;
  cellFormatter?: (row: Record<string, unknown>) => React.ReactNode;
}

interface ListHook {
  displayedHeaders: Header[];
  layout: { options?: { 'property-desk'?: { words?: Record<string, string> } } };
}

/** Strapi's hook for the columns of a list view. */
export const COLUMNS_HOOK = 'Admin/CM/pages/ListView/inject-column-in-table';

function Word({ prefix, row, name }: { prefix: string; row: Record<string, unknown>; name: string }) {
  const { first, t } = useWords();
  const { messages, formatMessage } = useIntl();
  const value = row[name];
  if (value === null || value === undefined || value === '') return <Typography>{t('case.empty')}</Typography>;
  const id = String(value);
  const plain = messages[id] ? formatMessage({ id }) : id;
  return <Typography>{first(keysOf(prefix, row, id), plain)}</Typography>;
}

/** Says in words what the Content Manager's lists would show as codes, where a schema's `words` names their prefix. */
export function sayColumns<T extends ListHook>({ displayedHeaders, layout, ...rest }: T): T {
  const words = layout.options?.['property-desk']?.words ?? {};
  const headers = displayedHeaders.map((header) => {
    const prefix = words[header.name];
    if (prefix === undefined) return header;
    return {
      ...header,
      cellFormatter: (row: Record<string, unknown>) => <Word prefix={prefix} row={row} name={header.name} />,
    };
  });
  return { ...rest, layout, displayedHeaders: headers } as unknown as T;
}
