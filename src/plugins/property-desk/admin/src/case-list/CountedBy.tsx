import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import type { Locale } from '../../../contracts';
import { narrowed, type Filters } from '../kernel/list/address';
import { hourInWords } from '../kernel/period/said';
import { useWords } from '../kernel/words';
import { countedIn, type Counted } from './counted';

/** What a figure narrowed the list to beside the filter bar; each can be taken away. */
export function CountedBy({ filters, onChange }: { filters: Filters; onChange: (filters: Filters) => void }) {
  const { t, locale } = useWords();
  const counted = countedIn(filters);
  if (counted.length === 0) return null;
  const say = ({ name, what, value }: Counted): string => {
    if (what === 'done') return t('list.by.done');
    if (what === 'none') return t('list.counted.none', { name: t(`list.${name}`) });
    if (what === 'verdict') return t(`list.counted.verdict.${value}`);
    const hours = value.split(',').map((hour) => hourInWords(locale as Locale, Number(hour)));
    return t('list.counted.hour', { hour: hours.join(t('form.listComma')) });
  };
  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={t('list.countedBy')}>
      {counted.map((each) => (
        <Tag
          key={each.name}
          icon={<Cross aria-hidden />}
          label={t('list.counted.drop', { what: say(each) })}
          onClick={() => onChange(narrowed(filters, each.name, null))}
        >
          {say(each)}
        </Tag>
      ))}
    </Flex>
  );
}
