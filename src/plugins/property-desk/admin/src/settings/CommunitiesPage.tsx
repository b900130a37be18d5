import * as React from 'react';
import { Box, Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import {
  numberedBuildings,
  type BuildingsAdded,
  type BuildingSetting,
  type CommunitySetting,
} from '../../../contracts';
import { RecordModal } from '../kernel/form/RecordModal';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { CommunityCard } from './CommunityCard';
import { SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';
import { useDoing } from './useDoing';

type Open =
  | { what: 'add' }
  | { what: 'change'; community: CommunitySetting }
  | { what: 'addBuildings'; community: CommunitySetting }
  | { what: 'building'; building: BuildingSetting };

/** What the list that is being typed will make, before it is sent. */
function Preview({ typed }: { typed: string }) {
  const { t } = useWords();
  const read = numberedBuildings(typed);
  if (!Array.isArray(read)) return <>{t('settings.communities.rangeHint')}</>;
  const names = read.map(({ name }) => name);
  const shown = names.length > 6 ? [...names.slice(0, 3), '…', names.at(-1)] : names;
  return <>{t('settings.communities.rangeMakes', { count: names.length, names: shown.join(t('form.listComma')) })}</>;
}

const factsOf = ({ name, companyName, address, telephone, officeHours, filePrefix }: CommunitySetting) => ({
  name,
  companyName,
  address,
  telephone,
  officeHours,
  filePrefix,
});

function Communities() {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayAdd = useMay('settings.add-community');
  const mayChange = useMay('settings.communities');
  const load = React.useCallback(async () => {
    const [communities, forms] = await Promise.all([api.communities(), api.forms()]);
    return { communities, forms };
  }, [api]);
  const { data, failure, refresh } = usePolled(load, null);
  const { busy, run } = useDoing(refresh);
  const [open, setOpen] = React.useState<Open | null>(null);
  const { toggleNotification } = useNotification();
  const [typed, setTyped] = React.useState('');
  const close = () => setOpen(null);
  const done = () => {
    close();
    void refresh();
  };
  const told = ({ added, there }: BuildingsAdded) => {
    const key = there.length > 0 ? 'settings.communities.buildingsSome' : 'settings.communities.buildingsAdded';
    toggleNotification({ type: 'success', message: t(key, { count: added.length, there: there.length }) });
  };
  const add = (variant: 'default' | 'secondary') => (
    <Button variant={variant} startIcon={<Plus />} onClick={() => setOpen({ what: 'add' })}>
      {t('settings.communities.add')}
    </Button>
  );
  const modal = { type: 'community', community: null, choices: {}, onDone: done, onClose: close };

  return (
    <SettingsFrame page="communities" action={mayAdd && data && add('default')} failure={failure} loading={!data}>
      {data?.communities.length === 0 && (
        <EmptyStateLayout
          content={t(mayAdd ? 'settings.communities.empty' : 'settings.communities.none')}
          action={mayAdd ? add('secondary') : undefined}
        />
      )}
      {data?.communities.map((community) => (
        <CommunityCard
          key={community.documentId}
          community={community}
          mayChange={mayChange}
          busy={busy}
          onChange={() => setOpen({ what: 'change', community })}
          onAddBuildings={() => {
            setTyped('');
            setOpen({ what: 'addBuildings', community });
          }}
          onBuilding={(building) => setOpen({ what: 'building', building })}
        />
      ))}
      {data && open?.what === 'add' && (
        <RecordModal
          {...modal}
          title={t('settings.communities.add')}
          schema={data.forms.addCommunity}
          values={{}}
          submit={(values) => api.addCommunity(values)}
        />
      )}
      {data && open?.what === 'change' && (
        <RecordModal
          {...modal}
          title={open.community.name}
          schema={data.forms.changeCommunity}
          values={factsOf(open.community)}
          submit={(values) => api.changeCommunity(open.community.documentId, values, open.community.updatedAt)}
        />
      )}
      {data && open?.what === 'addBuildings' && (
        <RecordModal
          {...modal}
          type="addBuildings"
          title={t('settings.communities.addBuildingsTo', { name: open.community.name })}
          schema={data.forms.addBuildings}
          values={{}}
          hints={{ buildings: <Preview typed={typed} /> }}
          onTyped={(values) => setTyped(String(values.buildings ?? ''))}
          submit={(values) => api.addBuildings(open.community.documentId, values).then(told)}
        />
      )}
      {data && open?.what === 'building' && (
        <RecordModal
          {...modal}
          type="building"
          title={open.building.name}
          schema={data.forms.changeBuilding}
          values={{
            name: open.building.name,
            code: open.building.code,
            floors: open.building.floors,
            units: open.building.units,
          }}
          submit={(values) => api.changeBuilding(open.building.documentId, values, open.building.updatedAt)}
        >
          <Flex justifyContent="space-between" gap={4}>
            <Typography variant="pi" textColor="neutral600">
              {t('settings.communities.removeHow')}
            </Typography>
            <Box flex="none">
              <Button
                type="button"
                variant="danger-light"
                size="S"
                onClick={() => {
                  const { documentId, name } = open.building;
                  close();
                  void run('remove', () => api.removeBuilding(documentId), t('settings.removed', { name }));
                }}
              >
                {t('settings.communities.removeBuilding')}
              </Button>
            </Box>
          </Flex>
        </RecordModal>
      )}
    </SettingsFrame>
  );
}

/** 项目: what the company looks after, with its buildings. */
export default settingsPage(Communities);
