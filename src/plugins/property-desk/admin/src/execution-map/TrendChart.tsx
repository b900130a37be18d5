import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useTheme } from 'styled-components';
import { useWords } from '../kernel/words';
import type { Week } from './chapters';

/** Kept and broken, week by week, drawn in the panel's own colours, by day and by night. */
export default function TrendChart({ weeks }: { weeks: Week[] }) {
  const { t } = useWords();
  const { colors } = useTheme();
  const small = { fill: colors.neutral600, fontSize: 12 };
  return (
    <ResponsiveContainer width="100%" height={240}>
      <BarChart data={weeks} margin={{ top: 8, right: 8, bottom: 0, left: -16 }} accessibilityLayer>
        <CartesianGrid vertical={false} stroke={colors.neutral200} />
        <XAxis
          dataKey="week"
          tick={small}
          stroke={colors.neutral300}
          tickFormatter={(week: string) => week.slice(5)}
          minTickGap={12}
        />
        <YAxis allowDecimals={false} tick={small} stroke={colors.neutral300} />
        <Tooltip
          cursor={{ fill: colors.neutral150 }}
          labelFormatter={(week: string) => t('map.weekOf', { week })}
          contentStyle={{ background: colors.neutral0, borderColor: colors.neutral200, fontSize: 13 }}
          labelStyle={{ color: colors.neutral800 }}
        />
        <Legend wrapperStyle={{ fontSize: 12, color: colors.neutral600 }} />
        <Bar dataKey="kept" name={t('map.kept')} stackId="week" fill={colors.success500} isAnimationActive={false} />
        <Bar dataKey="broken" name={t('map.broken')} stackId="week" fill={colors.danger500} isAnimationActive={false} />
      </BarChart>
    </ResponsiveContainer>
  );
}
