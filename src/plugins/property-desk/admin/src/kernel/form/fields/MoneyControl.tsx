import * as React from 'react';
import { TextInput, Typography } from '@strapi/design-system';
import { fenOf, yuanOf } from '../money';
import type { ControlProps } from './props';

interface YuanInputProps {
  name: string;
  value: unknown;
  onChange: (fen: number | null) => void;
  'aria-label'?: string;
}

/** Yuan for the person, fen for the API. What is typed stays as typed until it is left. */
export function YuanInput({ name, value, onChange, ...rest }: YuanInputProps) {
  const [typed, setTyped] = React.useState<string | null>(null);
  const shown = typed ?? (typeof value === 'number' ? yuanOf(value, true) : '');
  return (
    <TextInput
      {...rest}
      name={name}
      inputMode="decimal"
      value={shown}
      startAction={
        <Typography textColor="neutral600" aria-hidden>
          ¥
        </Typography>
      }
      hasError={shown !== '' && fenOf(shown) === null}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(fenOf(event.target.value));
      }}
      onBlur={() => {
        if (typed !== null && fenOf(typed) !== null) setTyped(null);
      }}
      autoComplete="off"
    />
  );
}

/** An amount of money. */
export function MoneyControl({ field, value, onChange }: ControlProps) {
  return <YuanInput name={field.name} value={value} onChange={onChange} />;
}
