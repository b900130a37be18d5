import * as React from 'react';
import { Badge, Button, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import type { SettingChange, SettingCheck } from '../../../contracts';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { ChangeLine } from './ChangeLine';
import { Card, SettingsFrame, settingsPage } from './SettingsFrame';
import { StepList } from './StepList';
import { CHECK_LINKS } from './steps';

function CheckLine({ item }: { item: SettingCheck }) {
  const { t } = useWords();
  const { check, state, count, of, lacking } = item;
  return (
    <Flex
      tag="li"
      gap={4}
      justifyContent="space-between"
      alignItems="flex-start"
      data-testid="check"
      data-state={state}
    >
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Link tag={NavLink} to={CHECK_LINKS[check]}>
          {t(`settings.check.${check}`)}
        </Link>
        <Typography variant="pi" textColor="neutral600">
          {state === 'done'
            ? t(`settings.check.${check}.done`, { count, of })
            : t(`settings.check.${check}.${state}`, { count, of, names: lacking.join(t('form.listComma')) })}
        </Typography>
      </Flex>
      <Badge
        backgroundColor={state === 'done' ? 'success100' : state === 'missing' ? 'danger100' : 'warning100'}
        textColor={state === 'done' ? 'success700' : state === 'missing' ? 'danger700' : 'warning700'}
      >
        {t(`settings.overview.${state}`)}
      </Badge>
    </Flex>
  );
}

/** Who changed which setting, latest first. */
function Changes() {
  const { t } = useWords();
  const api = useSettingsApi();
  const [cursor, setCursor] = React.useState<string | null>(null);
  const [older, setOlder] = React.useState<SettingChange[]>([]);
  const load = React.useCallback(() => api.changes(null), [api]);
  const { data, failure } = usePolled(load, null);
  const next = older.length > 0 ? cursor : (data?.meta.nextCursor ?? null);
  const more = async () => {
    const page = await api.changes(next);
    setOlder([...older, ...page.data]);
    setCursor(page.meta.nextCursor);
  };
  const all = [...(data?.data ?? []), ...older];
  return (
    <Card title={t('settings.overview.changes')} testId="changes">
      {failure && <Typography textColor="danger600">{failure.message}</Typography>}
      {data && all.length === 0 && <Typography textColor="neutral600">{t('settings.overview.noChanges')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} style={{ listStyle: 'none' }}>
        {all.map((change) => (
          <ChangeLine key={change.documentId} change={change} />
        ))}
      </Flex>
      {next && (
        <Flex paddingTop={3}>
          <Button size="S" variant="tertiary" onClick={() => void more()}>
            {t('settings.overview.older')}
          </Button>
        </Flex>
      )}
    </Card>
  );
}

function Overview() {
  const { t } = useWords();
  const api = useSettingsApi();
  const load = React.useCallback(() => api.overview(), [api]);
  const { data, failure } = usePolled(load, null);
  const done = data?.steps.filter((step) => step.done).length ?? 0;
  return (
    <SettingsFrame page="overview" failure={failure} loading={!data}>
      {data && (
        <>
          <Card
            title={t('welcome.title')}
            facts={t(done === data.steps.length ? 'welcome.allDone' : 'welcome.progress', {
              done,
              of: data.steps.length,
            })}
          >
            <StepList steps={data.steps} />
          </Card>
          <Card title={t('settings.overview.checks')} facts={t('settings.overview.checksHow')}>
            <Flex tag="ul" direction="column" alignItems="stretch" gap={4} style={{ listStyle: 'none' }}>
              {data.checks.map((item) => (
                <CheckLine key={item.check} item={item} />
              ))}
            </Flex>
          </Card>
          <Changes />
        </>
      )}
    </SettingsFrame>
  );
}

/** 概览: what is set up, what is missing, and who changed what. */
export default settingsPage(Overview);
