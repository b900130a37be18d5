import { rateInWords } from '../../../contracts';
import { ChartCard } from '../kernel/chart/ChartCard';
import { TimeColumns } from '../kernel/chart/TimeColumns';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';
import type { Week } from './chapters';

/** How it went week by week. */
export function Trend({ weeks, title }: { weeks: Week[]; title: string }) {
  const { t } = useWords();
  const { date } = useTimes();
  return (
    <ChartCard
      title={title}
      empty={t('map.noTrend')}
      table={{
        heads: ['week', 'kept', 'broken', 'rate'].map((head) => t(`map.${head}`)),
        rows: weeks.map(({ week, kept, broken }) => ({
          key: week,
          cells: [date(week), kept, broken, rateInWords(kept + broken ? kept / (kept + broken) : null)],
        })),
      }}
    >
      <TimeColumns
        label={title}
        columns={weeks.map(({ week, kept, broken }) => ({
          key: week,
          name: date(week, true),
          title: t('map.weekOf', { week: date(week) }),
          values: { kept, broken },
        }))}
        series={[
          { key: 'kept', name: t('map.kept'), color: 'success500' },
          { key: 'broken', name: t('map.broken'), color: 'danger500' },
        ]}
      />
    </ChartCard>
  );
}
