import { Button, Flex } from '@strapi/design-system';
import { NOTICE_KINDS, type NoticeKind } from '../../../contracts';
import { useOptions } from '../kernel/form/fields/useOptions';
import { choicesOf, Pick } from '../kernel/list/Pick';
import { SearchBox } from '../kernel/list/SearchBox';
import { useWords } from '../kernel/words';
import { TABS, type View } from './tabs';

interface NoticeFiltersProps {
  view: View;
  onChange: (view: View) => void;
}

/** The tabs, and what to narrow them by. */
export function NoticeFilters({ view, onChange }: NoticeFiltersProps) {
  const { t } = useWords();
  const { options: communities } = useOptions('communities', null);

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('list.state')}>
        {TABS.map((tab) => (
          <Button
            key={tab}
            variant={view.tab === tab ? 'secondary' : 'tertiary'}
            aria-pressed={view.tab === tab}
            onClick={() => onChange({ ...view, tab })}
          >
            {t(`notices.tab.${tab}`)}
          </Button>
        ))}
      </Flex>
      {view.tab !== 'to-post' && (
        <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
          <SearchBox
            personal
            value={view.q}
            label={t('notices.search')}
            hint={t('notices.searchHint')}
            onChange={(q) => onChange({ ...view, q })}
          />
          <Pick
            label={t('list.kind')}
            value={view.kind ?? undefined}
            choices={NOTICE_KINDS.map((value) => ({ value, text: t(`notice.kind.${value}`) }))}
            onPick={(kind) => onChange({ ...view, kind: kind as NoticeKind | null })}
          />
          {(communities?.length ?? 0) > 1 && (
            <Pick
              label={t('list.community')}
              value={view.community ?? undefined}
              choices={choicesOf(communities ?? [])}
              onPick={(community) => onChange({ ...view, community })}
            />
          )}
        </Flex>
      )}
    </Flex>
  );
}
