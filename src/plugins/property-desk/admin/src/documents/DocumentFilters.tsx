import { Button, Flex } from '@strapi/design-system';
import { DOCUMENT_KINDS, type DocumentKind, type DocumentVolume } from '../../../contracts';
import { useOptions } from '../kernel/form/fields/useOptions';
import { choicesOf, Pick } from '../kernel/list/Pick';
import { SearchBox } from '../kernel/list/SearchBox';
import { useWords } from '../kernel/words';
import { TABS, type View } from './view';

interface DocumentFiltersProps {
  view: View;
  volumes: DocumentVolume[];
  onChange: (view: View) => void;
}

/** The views over the archive, and what to narrow them by. */
export function DocumentFilters({ view, volumes, onChange }: DocumentFiltersProps) {
  const { t } = useWords();
  const { options: communities } = useOptions('communities', null);
  const years = [...new Set([...volumes.map(({ year }) => String(year)), ...(view.year ? [view.year] : [])])]
    .sort()
    .reverse();

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
            {t(`documents.tab.${tab}`)}
          </Button>
        ))}
      </Flex>
      <Flex gap={3} wrap="wrap" role="search" aria-label={t('list.filter')}>
        <SearchBox
          personal
          value={view.q}
          label={t('documents.search')}
          hint={t('documents.searchHint')}
          onChange={(q) => onChange({ ...view, q })}
        />
        <Pick
          label={t('field.year')}
          value={view.year ?? undefined}
          choices={years.map((year) => ({ value: year, text: year }))}
          onPick={(year) => onChange({ ...view, year })}
        />
        <Pick
          label={t('list.kind')}
          value={view.kind ?? undefined}
          choices={DOCUMENT_KINDS.map((kind) => ({ value: kind, text: t(`document.kind.${kind}`) }))}
          onPick={(kind) => onChange({ ...view, kind: kind as DocumentKind | null })}
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
    </Flex>
  );
}
