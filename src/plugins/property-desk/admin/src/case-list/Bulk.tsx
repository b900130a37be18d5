import * as React from 'react';
import type { BulkResult } from '../../../contracts';
import { BulkBar } from './BulkBar';
import type { BulkKind, BulkRow } from './bulk';
import { BulkOutcome } from './BulkOutcome';

interface BulkProps<R extends BulkRow> {
  list: BulkKind;
  rows: readonly R[] | null;
  marked: ReadonlySet<string>;
  onMark: (marked: Set<string>) => void;
  /** Something was done: the list is read anew. */
  onDone: () => void;
}

/** What may be done with the marked lines of a list, and what became of each. */
export function Bulk<R extends BulkRow>({ list, rows, marked, onMark, onDone }: BulkProps<R>) {
  const [outcome, setOutcome] = React.useState<{ results: BulkResult[]; rows: R[] } | null>(null);
  const chosen = (rows ?? []).filter(({ documentId }) => marked.has(documentId));
  return (
    <>
      {chosen.length > 0 && (
        <BulkBar
          list={list}
          chosen={chosen}
          onDone={(results) => {
            if (results) setOutcome({ results, rows: chosen });
            onDone();
          }}
          onClear={() => onMark(new Set())}
        />
      )}
      {outcome && <BulkOutcome outcome={outcome.results} rows={outcome.rows} onClose={() => setOutcome(null)} />}
    </>
  );
}
