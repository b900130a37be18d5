import * as React from 'react';
import { Loader } from '@strapi/design-system';
import { rateInWords } from '../../../contracts';
import { ChartCard } from '../kernel/chart/ChartCard';
import { useWords } from '../kernel/words';
import type { Week } from './chapters';

const TrendChart = React.lazy(() => import('./TrendChart'));

/** How it went week by week. */
export function Trend({ weeks, title }: { weeks: Week[]; title: string }) {
  const { t } = useWords();
  return (
    <ChartCard
      title={title}
      empty={t('map.noTrend')}
      table={{
        heads: ['week', 'kept', 'broken', 'rate'].map((head) => t(`map.${head}`)),
        rows: weeks.map(({ week, kept, broken }) => ({
          key: week,
          cells: [week, kept, broken, rateInWords(kept + broken ? kept / (kept + broken) : null)],
        })),
      }}
    >
      <React.Suspense fallback={<Loader small>{t('map.loading')}</Loader>}>
        <TrendChart weeks={weeks} />
      </React.Suspense>
    </ChartCard>
  );
}
