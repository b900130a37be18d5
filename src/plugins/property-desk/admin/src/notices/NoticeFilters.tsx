import * as React from 'react';
import { Box, Button, Flex, Searchbar, SearchForm, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { NOTICE_KINDS, type NoticeKind } from '../../../contracts';
import { useOptions } from '../kernel/form/fields/useOptions';
import { useDebounced } from '../kernel/useDebounced';
import { useWords } from '../kernel/words';
import { TABS, type View } from './tabs';

const REST_MS = 300;

interface NoticeFiltersProps {
  view: View;
  onChange: (view: View) => void;
}

/** The tabs, and what to narrow them by. */
export function NoticeFilters({ view, onChange }: NoticeFiltersProps) {
  const { t } = useWords();
  const [typed, setTyped] = React.useState(view.q);
  const rested = useDebounced(typed, REST_MS);
  const { options: communities } = useOptions('communities', null);
  const latest = React.useRef({ view, onChange });
  latest.current = { view, onChange };
  React.useEffect(() => {
    const now = latest.current;
    if (rested.trim() !== now.view.q.trim()) now.onChange({ ...now.view, q: rested });
  }, [rested]);
  React.useEffect(() => setTyped((before) => (before.trim() === view.q ? before : view.q)), [view.q]);

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
          <Box flex="1 1 24rem" maxWidth="40rem">
            <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
              <Searchbar
                name="q"
                size="S"
                value={typed}
                maxLength={100}
                onChange={(event) => setTyped(event.target.value)}
                onClear={() => setTyped('')}
                clearLabel={t('form.clear')}
                placeholder={t('notices.searchHint')}
              >
                {t('notices.search')}
              </Searchbar>
            </SearchForm>
          </Box>
          <Box minWidth="16rem">
            <SingleSelect
              size="S"
              aria-label={t('list.kind')}
              placeholder={t('list.kind')}
              value={view.kind}
              onChange={(kind) => onChange({ ...view, kind: kind as NoticeKind })}
              onClear={() => onChange({ ...view, kind: null })}
              clearLabel={t('form.clear')}
            >
              {NOTICE_KINDS.map((kind) => (
                <SingleSelectOption key={kind} value={kind}>
                  {t(`notice.kind.${kind}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
          {(communities?.length ?? 0) > 1 && (
            <Box minWidth="16rem">
              <SingleSelect
                size="S"
                aria-label={t('list.community')}
                placeholder={t('list.community')}
                value={view.community}
                onChange={(community) => onChange({ ...view, community: String(community) })}
                onClear={() => onChange({ ...view, community: null })}
                clearLabel={t('form.clear')}
              >
                {communities?.map(({ documentId, name }) => (
                  <SingleSelectOption key={documentId} value={documentId}>
                    {name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Box>
          )}
        </Flex>
      )}
    </Flex>
  );
}
