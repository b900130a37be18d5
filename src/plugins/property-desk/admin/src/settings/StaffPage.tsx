import * as React from 'react';
import {
  Badge,
  Button,
  EmptyStateLayout,
  Flex,
  Link,
  Table,
  Tbody,
  Td,
  Th,
  Thead,
  Tr,
  Typography,
} from '@strapi/design-system';
import { Pencil, Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import type { StaffSetting } from '../../../contracts';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { Invitation } from './Invitation';
import { settingsLink } from './places';
import { SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';
import { StaffModal } from './StaffModal';

function Account({ account }: Pick<StaffSetting, 'account'>) {
  const { t } = useWords();
  if (!account) return <Typography textColor="neutral500">{t('settings.staff.noAccount')}</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Typography style={{ overflowWrap: 'anywhere' }}>{account.email}</Typography>
      {!account.active && (
        <Typography variant="pi" textColor="warning700">
          {t('settings.staff.notIn')}
        </Typography>
      )}
      {!account.roleFits && (
        <Typography variant="pi" textColor="danger600">
          {t('settings.staff.roleDiffers')}
        </Typography>
      )}
    </Flex>
  );
}

function Staff() {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayChange = useMay('settings.staff');
  const load = React.useCallback(async () => {
    const [staff, posts, communities, forms, accounts] = await Promise.all([
      api.staff(),
      api.posts(),
      api.communities(),
      api.forms(),
      mayChange ? api.accounts() : Promise.resolve({ accounts: [], mayChoose: false, mayInvite: false }),
    ]);
    return { staff, posts, communities, forms, accounts };
  }, [api, mayChange]);
  const { data, failure, refresh } = usePolled(load, null);
  const [open, setOpen] = React.useState<StaffSetting | 'add' | null>(null);
  const [invited, setInvited] = React.useState<{ name: string; path: string } | null>(null);
  const [past, setPast] = React.useState(false);
  const gone = data?.staff.filter(({ active }) => !active).length ?? 0;
  const shown = data?.staff.filter(({ active }) => active || past) ?? [];
  const mayAdd = mayChange && data !== null && data.communities.length > 0 && data.posts.length > 0;
  const add = (
    <Button startIcon={<Plus />} onClick={() => setOpen('add')}>
      {t('settings.staff.add')}
    </Button>
  );
  return (
    <SettingsFrame page="staff" action={mayAdd && add} failure={failure} loading={!data}>
      {invited && <Invitation {...invited} onClose={() => setInvited(null)} />}
      {data && data.communities.length === 0 && (
        <EmptyStateLayout
          content={t('settings.staff.communityFirst')}
          action={
            <Link tag={NavLink} to={settingsLink('communities')}>
              {t('settings.communities.title')}
            </Link>
          }
        />
      )}
      {data && data.communities.length > 0 && shown.length === 0 && (
        <EmptyStateLayout content={t('settings.staff.empty')} action={mayAdd ? add : undefined} />
      )}
      {shown.length > 0 && (
        <Table colCount={6} rowCount={shown.length + 1}>
          <Thead>
            <Tr>
              {['name', 'post', 'communities', 'account', 'work'].map((column) => (
                <Th key={column}>
                  <Typography variant="sigma" textColor="neutral600">
                    {t(`settings.staff.column.${column}`)}
                  </Typography>
                </Th>
              ))}
              <Th>
                <Typography variant="sigma" textColor="neutral600">
                  {t('settings.staff.column.actions')}
                </Typography>
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {shown.map((each) => (
              <Tr key={each.documentId} data-testid="staff">
                <Td>
                  <Flex gap={2}>
                    <Typography fontWeight="semiBold">{each.name}</Typography>
                    {!each.active && <Badge>{t('settings.staff.left')}</Badge>}
                  </Flex>
                </Td>
                <Td>
                  <Typography>{each.post?.name ?? '–'}</Typography>
                </Td>
                <Td>
                  <Typography style={{ whiteSpace: 'normal' }}>
                    {each.communities.map(({ name }) => name).join(t('form.listComma')) || '–'}
                  </Typography>
                </Td>
                <Td>
                  <Account account={each.account} />
                </Td>
                <Td>
                  <Typography>{each.openWork > 0 ? t('form.openWork', { count: each.openWork }) : '–'}</Typography>
                </Td>
                <Td>
                  {mayChange && each.changeable && (
                    <Button size="S" variant="tertiary" startIcon={<Pencil />} onClick={() => setOpen(each)}>
                      {t('settings.change')}
                    </Button>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {gone > 0 && (
        <Flex>
          <Button variant="ghost" size="S" onClick={() => setPast(!past)}>
            {t(past ? 'settings.staff.hideLeft' : 'settings.staff.showLeft', { count: gone })}
          </Button>
        </Flex>
      )}
      {data && open && (
        <StaffModal
          member={open === 'add' ? null : open}
          {...data}
          onDone={(name, invitation) => {
            setOpen(null);
            if (invitation) setInvited({ name, path: invitation });
            void refresh();
          }}
          onClose={() => {
            setOpen(null);
            void refresh();
          }}
        />
      )}
    </SettingsFrame>
  );
}

/** 人员: who works where, on which post, with which login. */
export default settingsPage(Staff);
