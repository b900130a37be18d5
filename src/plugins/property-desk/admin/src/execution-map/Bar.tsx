import { Shares } from '../kernel/chart/Shares';
import { useWords } from '../kernel/words';

/** Kept, broken and open side by side, as parts of what they come to; the figures stand beside it. */
export function Bar({ kept, broken, open }: { kept: number; broken: number; open: number }) {
  const { t } = useWords();
  return (
    <Shares
      label={t('map.bar', { kept, broken, open })}
      shares={[
        { key: 'kept', count: kept, colour: 'success500' },
        { key: 'broken', count: broken, colour: 'danger500' },
        { key: 'open', count: open, colour: 'neutral300' },
      ]}
    />
  );
}
