import * as React from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { LIST_PERIODS } from '../../../contracts';
import { DayInput } from '../kernel/form/DayInput';
import type { Filters } from '../kernel/list/address';
import { Pick } from '../kernel/list/Pick';
import { useWords } from '../kernel/words';

const DAYS = 'days';

/** When the cases came in: by a word that means the same tomorrow, or between two days. */
export function PeriodFilter({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t } = useWords();
  const between = Boolean(filters.from ?? filters.to);
  const [choosing, setChoosing] = React.useState(false);
  const open = between || choosing;
  const { period: _period, from: _from, to: _to, ...rest } = filters;
  const pick = (value: string | null) => {
    setChoosing(value === DAYS);
    onChange(value === null || value === DAYS ? rest : { ...rest, period: value });
  };
  const day = (name: 'from' | 'to') => (
    <DayInput
      size="S"
      aria-label={t(`list.${name}`)}
      value={filters[name] ?? ''}
      onChange={({ target }: React.ChangeEvent<HTMLInputElement>) => {
        const { [name]: _before, ...others } = filters;
        onChange(target.value ? { ...others, [name]: target.value } : others);
      }}
    />
  );
  return (
    <Flex gap={2}>
      <Pick
        label={t('list.period')}
        value={open ? DAYS : filters.period}
        choices={[...LIST_PERIODS, DAYS].map((value) => ({ value, text: t(`list.period.${value}`) }))}
        onPick={pick}
      />
      {open && (
        <>
          {day('from')}
          <Typography aria-hidden>–</Typography>
          {day('to')}
        </>
      )}
    </Flex>
  );
}
