import * as React from 'react';
import {
  Badge,
  Button,
  Dialog,
  EmptyStateLayout,
  Flex,
  IconButton,
  Table,
  Tabs,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash } from '@strapi/icons';
import { focusBack } from '../kernel/focusBack';
import { CATEGORY_TYPES, type CategorySetting, type CategoryType } from '../../../contracts';
import { RecordModal } from '../kernel/form/RecordModal';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';
import { useDoing } from './useDoing';

/** The list with one line a place further up or down. */
const moved = (all: CategorySetting[], from: number, to: number): string[] => {
  const order = all.map(({ documentId }) => documentId);
  order.splice(to, 0, ...order.splice(from, 1));
  return order;
};

function CategoryTable({ type }: { type: CategoryType }) {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayChange = useMay('settings.categories');
  const load = React.useCallback(async () => {
    const [categories, forms, staff] = await Promise.all([api.categories(type), api.forms(), api.staff()]);
    return { categories, forms, staff };
  }, [api, type]);
  const { data, failure, refresh } = usePolled(load, null);
  const { busy, run } = useDoing(refresh);
  const [open, setOpen] = React.useState<CategorySetting | 'add' | null>(null);
  const [removing, setRemoving] = React.useState<CategorySetting | null>(null);
  const category = open === 'add' ? null : open;
  const all = data?.categories ?? [];
  const repairs = type === 'tickets';
  const engineers = (data?.staff ?? []).filter(({ active, post }) => active && post?.role === 'engineer');

  if (!data) return <Typography>{failure ? failure.message : t('form.loading')}</Typography>;
  const move = (from: number, to: number) => void run('order', () => api.orderCategories(type, moved(all, from, to)));
  const add = (
    <Button startIcon={<Plus />} onClick={() => setOpen('add')}>
      {t('settings.categories.add')}
    </Button>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {mayChange && all.length > 0 && <Flex justifyContent="flex-end">{add}</Flex>}
      {all.length === 0 ? (
        <EmptyStateLayout content={t('settings.categories.empty')} action={mayChange ? add : undefined} />
      ) : (
        <Table colCount={repairs ? 5 : 3} rowCount={all.length + 1}>
          <Thead>
            <Tr>
              {['name', ...(repairs ? ['hours', 'suggested'] : []), 'used', 'actions'].map((column) => (
                <Th key={column}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(`settings.categories.column.${column}`)}
                  </Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {all.map((each, index) => (
              <Tr key={each.documentId} data-testid="category">
                <Td>
                  <Flex gap={2}>
                    <Typography fontWeight="semiBold" textColor={each.active ? 'neutral800' : 'neutral500'}>
                      {each.name}
                    </Typography>
                    {!each.active && <Badge>{t('settings.retired')}</Badge>}
                  </Flex>
                </Td>
                {repairs && (
                  <Td>
                    <Typography>
                      {each.hours === null ? '–' : t('settings.categories.hours', { count: each.hours })}
                    </Typography>
                  </Td>
                )}
                {repairs && (
                  <Td>
                    <Typography style={{ whiteSpace: 'normal' }}>
                      {each.suggestedAssignees.map(({ name }) => name).join(t('form.listComma')) || '–'}
                    </Typography>
                  </Td>
                )}
                <Td>
                  <Typography>{t('settings.categories.cases', { count: each.used })}</Typography>
                </Td>
                <Td>
                  {mayChange && (
                    <Flex gap={1}>
                      <IconButton
                        label={t('settings.categories.up', { name: each.name })}
                        disabled={index === 0 || busy !== null}
                        onClick={() => move(index, index - 1)}
                        variant="ghost"
                      >
                        <ArrowUp />
                      </IconButton>
                      <IconButton
                        label={t('settings.categories.down', { name: each.name })}
                        disabled={index === all.length - 1 || busy !== null}
                        onClick={() => move(index, index + 1)}
                        variant="ghost"
                      >
                        <ArrowDown />
                      </IconButton>
                      <IconButton
                        label={t('settings.changeOne', { name: each.name })}
                        onClick={() => setOpen(each)}
                        variant="ghost"
                      >
                        <Pencil />
                      </IconButton>
                      {each.used === 0 && (
                        <IconButton
                          label={t('settings.removeOne', { name: each.name })}
                          onClick={() => setRemoving(each)}
                          variant="ghost"
                        >
                          <Trash />
                        </IconButton>
                      )}
                    </Flex>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {open && (
        <RecordModal
          type="category"
          title={category?.name ?? t('settings.categories.add')}
          schema={data.forms[repairs ? 'ticketCategory' : 'complaintCategory']}
          without={category ? [] : ['active']}
          values={
            category
              ? {
                  name: category.name,
                  active: category.active,
                  ...(repairs && {
                    hours: category.hours,
                    suggestedAssignees: category.suggestedAssignees.map(({ documentId }) => documentId),
                  }),
                }
              : {}
          }
          community={null}
          choices={{ suggestedAssignees: engineers.map(({ documentId, name }) => ({ value: documentId, text: name })) }}
          hints={{ active: t('settings.categories.activeHint'), hours: t('settings.categories.hoursHint') }}
          submit={(values) =>
            category
              ? api.changeCategory(type, category.documentId, values, category.updatedAt)
              : api.addCategory(type, values)
          }
          onDone={() => {
            setOpen(null);
            void refresh();
          }}
          onClose={() => setOpen(null)}
        />
      )}
      <Dialog.Root open={removing !== null} onOpenChange={(stays) => !stays && setRemoving(null)}>
        <Dialog.Content onCloseAutoFocus={focusBack}>
          <Dialog.Header>{t('settings.removeOne', { name: removing?.name ?? '' })}</Dialog.Header>
          <Dialog.Body>{t('settings.categories.removeHow')}</Dialog.Body>
          <Dialog.Footer>
            <Dialog.Cancel>
              <Button variant="tertiary" fullWidth>
                {t('form.back')}
              </Button>
            </Dialog.Cancel>
            <Dialog.Action>
              <Button
                variant="danger-light"
                fullWidth
                onClick={() => {
                  if (!removing) return;
                  const { documentId, name } = removing;
                  void run('remove', () => api.removeCategory(type, documentId), t('settings.removed', { name }));
                }}
              >
                {t('settings.remove')}
              </Button>
            </Dialog.Action>
          </Dialog.Footer>
        </Dialog.Content>
      </Dialog.Root>
    </Flex>
  );
}

function Categories() {
  const { t } = useWords();
  return (
    <SettingsFrame page="categories">
      <Tabs.Root defaultValue={CATEGORY_TYPES[0]} variant="simple">
        <Tabs.List aria-label={t('settings.categories.title')}>
          {CATEGORY_TYPES.map((type) => (
            <Tabs.Trigger key={type} value={type}>
              {t(`settings.categories.${type}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {CATEGORY_TYPES.map((type) => (
          <Tabs.Content key={type} value={type}>
            <Flex direction="column" alignItems="stretch" paddingTop={4}>
              <CategoryTable type={type} />
            </Flex>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </SettingsFrame>
  );
}

/** 类别: what repairs and complaints are filed under, in the order in which people choose. */
export default settingsPage(Categories);
