import * as React from 'react';
import { Button, Flex, IconButton, Tooltip } from '@strapi/design-system';
import { Cog, Link as LinkIcon, Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useWords } from '../../words';
import { COLUMNS, sameView } from '../address';
import { ManageViews } from './ManageViews';
import { SaveView } from './SaveView';
import type { Address } from './useAddress';
import { builtInId, type BuiltIn, type Offered, type Views } from './useViews';

interface ViewBarProps {
  list: string;
  builtIn: readonly BuiltIn[];
  views: Views;
  address: Address;
  /** Columns as they are shown, where they are not the list's own. */
  shown?: readonly string[] | null;
  children?: React.ReactNode;
}

/**
 * The views of a list: those that come with it, the person's own, those that colleagues share. The one that is open is
 * pressed; another set of filters can be kept under a name. The list opens with the view that the person has chosen.
 */
export function ViewBar({ list, builtIn, views, address, shown = null, children }: ViewBarProps) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = React.useState<'save' | 'manage' | null>(null);
  const offered: Offered[] = [
    ...builtIn.map(({ name, query }) => ({
      id: builtInId(name),
      name: t(`view.${list}.${name}`),
      query,
      columns: null,
      kept: null,
    })),
    ...views.views.map((view) => ({ ...view, id: view.documentId, kept: view })),
  ];
  const current = offered.find(({ query }) => sameView(query, address.search));

  // Once, and only where the address asks for nothing of its own.
  const opened = React.useRef(address.search !== '');
  React.useEffect(() => {
    if (!views.known || opened.current) return;
    opened.current = true;
    const first = offered.find(({ id }) => id === views.opensWith);
    if (first && address.search === '') address.open(first.query, first.columns);
  });

  const copy = async () => {
    const link = new URL(window.location.href);
    if (shown) link.searchParams.set(COLUMNS, shown.join(','));
    try {
      await navigator.clipboard.writeText(link.toString());
      toggleNotification({ type: 'success', message: t(address.personal ? 'view.copiedWithout' : 'view.copied') });
    } catch {
      toggleNotification({ type: 'info', message: t('view.copyByHand', { link: link.toString() }) });
    }
  };

  return (
    <Flex gap={2} wrap="wrap" role="group" aria-label={t('view.title')}>
      {offered.map((view) => (
        <Tooltip
          key={view.id}
          label={
            view.kept?.mine === false
              ? t('view.sharedBy', { owner: view.kept.owner })
              : view.id === views.opensWith
                ? t('view.opens')
                : view.name
          }
        >
          <Button
            size="S"
            variant={view === current ? 'secondary' : 'tertiary'}
            aria-pressed={view === current}
            onClick={() => address.open(view.query, view.columns)}
          >
            {view.name}
          </Button>
        </Tooltip>
      ))}
      {!current && address.search !== '' && (
        <Button size="S" variant="ghost" startIcon={<Plus />} onClick={() => setOpen('save')}>
          {t('view.save')}
        </Button>
      )}
      <Flex gap={2} marginLeft="auto">
        {children}
        <IconButton size="S" variant="tertiary" label={t('view.copy')} onClick={() => void copy()}>
          <LinkIcon />
        </IconButton>
        <IconButton size="S" variant="tertiary" label={t('view.manage')} onClick={() => setOpen('manage')}>
          <Cog />
        </IconButton>
      </Flex>
      {open === 'save' && (
        <SaveView
          views={views}
          query={withoutColumns(address.search)}
          columns={shown}
          personal={address.personal}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'manage' && (
        <ManageViews
          offered={offered}
          views={views}
          now={{ query: withoutColumns(address.search), columns: shown }}
          onClose={() => setOpen(null)}
        />
      )}
    </Flex>
  );
}

/** Columns are kept beside the filters. */
function withoutColumns(search: string): string {
  const params = new URLSearchParams(search);
  params.delete(COLUMNS);
  return params.toString();
}
