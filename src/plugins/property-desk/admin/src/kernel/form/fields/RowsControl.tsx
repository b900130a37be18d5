import * as React from 'react';
import { Box, Button, Field, Flex, IconButton, Typography } from '@strapi/design-system';
import { Plus, Trash } from '@strapi/icons';
import { focusField } from '../focus';
import { rowsOf } from '../rows';
import type { ControlProps } from './props';

interface RowsControlProps<T extends object> extends Pick<ControlProps, 'field' | 'value' | 'onChange' | 'errors'> {
  /** What a new row starts as. */
  blank: T;
  /** What the button says that adds a row. */
  addLabel: string;
  /** What the button says that takes this row away; lines count from 1. */
  removeLabel: (line: number) => string;
  /** The row's own controls; `path` is the row's place in the form, e.g. `parts.0`. */
  children: (row: Partial<T>, change: (patch: Partial<T>) => void, path: string, line: number) => React.ReactNode;
  /** Stands beside the button, e.g. a sum. */
  footer?: React.ReactNode;
  /** Each row in a frame of its own, for rows of several lines. */
  framed?: boolean;
}

/** A list that is entered row by row: rows are added, changed and taken away, and each shows what was refused in it. */
export function RowsControl<T extends object>(props: RowsControlProps<T>) {
  const { field, value, onChange, errors, blank, addLabel, removeLabel, children, footer, framed = false } = props;
  const rows = rowsOf<T>(value);
  const list = React.useRef<HTMLDivElement>(null);
  const [added, setAdded] = React.useState<number | null>(null);

  // Whoever adds a row wants to type into it.
  React.useEffect(() => {
    if (added === null) return;
    focusField(list.current?.querySelector<HTMLElement>(`[data-row="${added}"]`) ?? null);
    setAdded(null);
  }, [added]);

  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={2} width="100%">
      {rows.map((row, index) => {
        const path = `${field.name}.${index}`;
        const change = (patch: Partial<T>) =>
          onChange(rows.map((each, at) => (at === index ? { ...each, ...patch } : each)));
        return (
          <Box
            key={index}
            data-row={index}
            {...(framed ? { borderColor: 'neutral200', hasRadius: true, padding: 3 } : {})}
          >
            <Flex gap={2} alignItems={framed ? 'flex-start' : 'center'}>
              <Box flex="1 1 auto" minWidth={0}>
                {children(row, change, path, index + 1)}
              </Box>
              <IconButton
                type="button"
                label={removeLabel(index + 1)}
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              >
                <Trash />
              </IconButton>
            </Flex>
            {!framed &&
              Object.entries(errors)
                .filter(([at]) => at.startsWith(`${path}.`))
                .map(([at, message]) => (
                  <Typography key={at} variant="pi" textColor="danger600" role="alert">
                    {message}
                  </Typography>
                ))}
          </Box>
        );
      })}
      <Flex justifyContent="space-between" gap={2}>
        <Button
          type="button"
          variant="tertiary"
          startIcon={<Plus />}
          onClick={() => {
            onChange([...rows, blank]);
            setAdded(rows.length);
          }}
        >
          {addLabel}
        </Button>
        {footer}
      </Flex>
    </Flex>
  );
}

interface CellProps {
  /** The cell's place in the form, e.g. `evidence.0.description`. */
  name: string;
  label: string;
  required?: boolean;
  errors: Record<string, string>;
  children: React.ReactNode;
}

/** A labelled control within a row, with the reason why it was refused. */
export function Cell({ name, label, required = false, errors, children }: CellProps) {
  return (
    <Field.Root name={name} required={required} error={errors[name]} data-field={name} width="100%">
      <Field.Label>{label}</Field.Label>
      {children}
      <Field.Error />
    </Field.Root>
  );
}
