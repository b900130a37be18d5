import * as React from 'react';
import { Box, Checkbox, Table, Tbody, Td, Th, Thead, Tr, Typography, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useShortcuts } from '../shortcuts';
import { useWords } from '../words';
import { marked, stepped } from './rows';

/** A column: its heading and what of a line stands in it. */
export interface ListColumn<R> {
  key: string;
  head: string;
  cell: (row: R) => React.ReactNode;
  /** The heading is for screen readers only, as over buttons. */
  silent?: boolean;
}

/** Which lines are marked. */
export interface Marking<R> {
  marked: ReadonlySet<string>;
  onMark: (marked: Set<string>) => void;
  /** What a line is called, for its box. */
  nameOf: (row: R) => string;
}

interface ListTableProps<R> {
  label: string;
  columns: readonly ListColumn<R>[];
  rows: readonly R[];
  marking?: Marking<R>;
}

const Line = styled(Tr)`
  outline-offset: -2px;
  &:focus-within {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const opener = (line: Element): HTMLElement => line.querySelector<HTMLElement>('td a[href]') ?? (line as HTMLElement);

/**
 * The lines of a list. `j` and `k`, or the arrows once one is in it, go from line to line: the line's link has the focus,
 * so that Enter opens it; `x` marks it. Shift marks all from the last one.
 */
export function ListTable<R extends { documentId: string }>({ label, columns, rows, marking }: ListTableProps<R>) {
  const { t } = useWords();
  const body = React.useRef<HTMLDivElement>(null);
  const [inside, setInside] = React.useState(false);
  const last = React.useRef<string | null>(null);
  const place = React.useRef(-1);
  const shift = React.useRef(false);
  const ids = rows.map(({ documentId }) => documentId);
  const all = marking && rows.length > 0 && ids.every((id) => marking.marked.has(id));

  const lines = () => [...(body.current?.querySelectorAll('[data-line]') ?? [])];
  const here = () => {
    const at = lines().findIndex((line) => line.contains(document.activeElement));
    return at < 0 ? Math.min(place.current, rows.length - 1) : at;
  };
  const step = (by: -1 | 1) => {
    const to = stepped(here(), by, rows.length);
    const line = lines()[to];
    if (!line) return;
    place.current = to;
    opener(line).focus();
    line.scrollIntoView({ block: 'nearest' });
  };
  const mark = (id: string, range: boolean) => {
    if (!marking) return;
    marking.onMark(marked(ids, marking.marked, id, { from: last.current, shift: range }));
    last.current = id;
  };

  const down = () => step(1);
  const up = () => step(-1);
  useShortcuts('page', [
    { keys: 'j', says: t('shortcuts.nextLine'), run: down },
    { keys: 'ArrowDown', says: t('shortcuts.nextLine'), run: down, off: !inside },
    { keys: 'k', says: t('shortcuts.lastLine'), run: up },
    { keys: 'ArrowUp', says: t('shortcuts.lastLine'), run: up, off: !inside },
    { keys: 'Enter', says: t('shortcuts.openLine') },
    {
      keys: 'x',
      says: t('shortcuts.markLine'),
      off: !marking,
      run: () => {
        const id = ids[here()];
        if (id) mark(id, false);
      },
    },
  ]);

  return (
    <div ref={body} onFocus={() => setInside(true)} onBlur={() => setInside(false)}>
      <Table colCount={columns.length + (marking ? 1 : 0)} rowCount={rows.length + 1} aria-label={label}>
        <Thead>
          <Tr>
            {marking && (
              <Th>
                <Checkbox
                  aria-label={t('list.selectAll')}
                  checked={all ? true : marking.marked.size > 0 ? 'indeterminate' : false}
                  onCheckedChange={() => marking.onMark(all ? new Set() : new Set(ids))}
                />
              </Th>
            )}
            {columns.map(({ key, head, silent }) => (
              <Th key={key}>
                {silent ? (
                  <VisuallyHidden>{head}</VisuallyHidden>
                ) : (
                  <Typography variant="sigma" textColor="neutral600">
                    {head}
                  </Typography>
                )}
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {rows.map((row) => (
            <Line key={row.documentId} data-line={row.documentId} tabIndex={-1}>
              {marking && (
                <Td>
                  <Box
                    onClickCapture={(event: React.MouseEvent) => {
                      shift.current = event.shiftKey;
                    }}
                  >
                    <Checkbox
                      aria-label={t('list.select', { number: marking.nameOf(row) })}
                      checked={marking.marked.has(row.documentId)}
                      onCheckedChange={() => {
                        mark(row.documentId, shift.current);
                        shift.current = false;
                      }}
                    />
                  </Box>
                </Td>
              )}
              {columns.map(({ key, cell }) => (
                <Td key={key}>{cell(row)}</Td>
              ))}
            </Line>
          ))}
        </Tbody>
      </Table>
    </div>
  );
}
