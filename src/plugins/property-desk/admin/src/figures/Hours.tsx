import { type Figures, type Locale } from '../../../contracts';
import { ChartCard } from '../kernel/chart/ChartCard';
import { Columns } from '../kernel/chart/Columns';
import { Figure, useListLink } from '../kernel/chart/Figure';
import { Legend } from '../kernel/chart/Legend';
import { hourInWords } from '../kernel/period/said';
import { useWords } from '../kernel/words';
import { hoursShown, sumOf } from './said';
import { colourOf, typeName } from './types';

/** When people call: what came in, by hour of the day. */
export function Hours({ figures: { hours } }: { figures: Figures }) {
  const words = useWords();
  const { t, locale } = words;
  const linkTo = useListLink();
  const shown = hoursShown(hours);
  const none = hours.every(({ hours: counts }) => sumOf(counts) === 0);
  const label = (type: string, hour: number, count: number) =>
    t('figures.hourOf', { hour: hourInWords(locale as Locale, hour), type: typeName(words, { type }), count });
  return (
    <ChartCard
      title={t('figures.hours')}
      hint={t('figures.hours.hint')}
      empty={t('figures.nothingCame')}
      table={{
        heads: [t('figures.hour'), ...hours.map((each) => typeName(words, each))],
        rows: none
          ? []
          : shown.map((hour) => ({
              key: String(hour),
              cells: [
                hourInWords(locale as Locale, hour),
                ...hours.map(({ type, hours: counts }) => {
                  const { count, list } = counts[hour];
                  return (
                    <Figure key={type} label={label(type, hour, count)} to={count > 0 ? linkTo(list) : null}>
                      {count}
                    </Figure>
                  );
                }),
              ],
            })),
      }}
    >
      <Legend
        entries={hours.map((each) => ({ key: each.type, name: typeName(words, each), colour: colourOf(each.type) }))}
      />
      <Columns
        label={t('figures.hours')}
        columns={shown.map((hour) => ({
          key: String(hour),
          under: t('figures.hourShort', { hour }),
          parts: hours.map(({ type, hours: counts }) => ({
            key: type,
            count: counts[hour].count,
            colour: colourOf(type),
            label: label(type, hour, counts[hour].count),
            to: linkTo(counts[hour].list),
          })),
        }))}
      />
    </ChartCard>
  );
}
