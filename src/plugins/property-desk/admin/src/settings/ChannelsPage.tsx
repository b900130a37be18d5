import * as React from 'react';
import { Badge, Box, Button, Field, Flex, Link, TextInput, Typography } from '@strapi/design-system';
import { PaperPlane } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import { NavLink } from 'react-router-dom';
import type { ChannelSetting, ChannelTried, Ref } from '../../../contracts';
import { MESSAGES } from '../kernel/case/links';
import { readFailure, whyOfAll } from '../kernel/failure';
import { RecordModal } from '../kernel/form/RecordModal';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';
import { Card, SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';

/** What came of a test, at the button that was pressed. */
function Outcome({ tried, filed = false }: { tried: ChannelTried; filed?: boolean }) {
  const { t } = useWords();
  return (
    <Box role="status" data-testid="tried">
      <Typography tag="p" textColor={!tried.sent ? 'danger600' : filed ? 'warning700' : 'success700'}>
        {t(`settings.channels.${!tried.sent ? 'notSent' : filed ? 'filed' : 'sent'}`, { why: tried.message })}
      </Typography>
      {tried.error && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {t('settings.channels.exactly', { error: tried.error })}
        </Typography>
      )}
    </Box>
  );
}

/** Sends one message now, and says within seconds what came of it. */
function useTrial(channel: string) {
  const { t } = useWords();
  const api = useSettingsApi();
  const [busy, setBusy] = React.useState(false);
  const [tried, setTried] = React.useState<ChannelTried | null>(null);
  const [refused, setRefused] = React.useState<string | null>(null);
  const send = async (body: Record<string, unknown>) => {
    setBusy(true);
    setTried(null);
    setRefused(null);
    try {
      setTried(await api.tryChannel(channel, body));
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind !== 'aborted') setRefused(whyOfAll(failure, t));
    }
    setBusy(false);
  };
  return { busy, tried, refused, send };
}

/** A test to an address or a telephone that the person names. */
function TestTo({ channel, initial, filed }: { channel: 'mail' | 'sms'; initial: string; filed: boolean }) {
  const { t } = useWords();
  const { busy, tried, refused, send } = useTrial(channel);
  const [to, setTo] = React.useState(initial);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ to });
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Field.Root name={`test-${channel}`} error={refused ?? undefined}>
          <Field.Label>{t(`settings.channels.testTo.${channel}`)}</Field.Label>
          <Flex gap={2} alignItems="flex-start" wrap="wrap">
            <Box flex="0 1 32rem">
              <TextInput
                type={channel === 'mail' ? 'email' : 'tel'}
                value={to}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTo(event.target.value)}
              />
            </Box>
            <Button type="submit" variant="secondary" size="L" startIcon={<PaperPlane />} loading={busy} disabled={!to}>
              {t('settings.channels.test')}
            </Button>
          </Flex>
          <Field.Error />
        </Field.Root>
        {tried && <Outcome tried={tried} filed={filed} />}
      </Flex>
    </form>
  );
}

/** The robot of one community: set, tried, taken away. */
function Robot({ robot, mayTest, onSet }: { robot: Ref & { robot: boolean }; mayTest: boolean; onSet?: () => void }) {
  const { t } = useWords();
  const { busy, tried, refused, send } = useTrial('wecom');
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={2} data-testid="robot">
      <Flex gap={3} wrap="wrap">
        <Typography fontWeight="semiBold">{robot.name}</Typography>
        <Badge active={robot.robot}>
          {t(robot.robot ? 'settings.channels.robotSet' : 'settings.channels.robotNone')}
        </Badge>
        {onSet && (
          <Button size="S" variant="tertiary" onClick={onSet}>
            {t(robot.robot ? 'settings.channels.robotReplace' : 'settings.channels.robotAdd')}
          </Button>
        )}
        {mayTest && robot.robot && (
          <Button
            size="S"
            variant="secondary"
            startIcon={<PaperPlane />}
            loading={busy}
            onClick={() => void send({ community: robot.documentId })}
          >
            {t('settings.channels.test')}
          </Button>
        )}
      </Flex>
      {refused && (
        <Typography role="alert" textColor="danger600">
          {refused}
        </Typography>
      )}
      {tried && <Outcome tried={tried} />}
    </Flex>
  );
}

function Channels() {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayTest = useMay('settings.test-channel');
  const mayRobot = useMay('settings.robots');
  const mayResend = useMay('outbox.retry');
  const address = useAuth('Channels', ({ user }) => user?.email ?? '');
  const load = React.useCallback(async () => {
    const [channels, forms] = await Promise.all([api.channels(), api.forms()]);
    return { channels, forms };
  }, [api]);
  const { data, failure, refresh } = usePolled(load, null);
  const [robot, setRobot] = React.useState<Ref | null>(null);
  const facts = ({ channel, mode, host, port, secure, login, provider, from }: ChannelSetting) =>
    [
      t(`settings.channels.mode.${channel}.${mode}`),
      mode === 'on' && host && t('settings.channels.host', { host: port ? `${host}:${port}` : host }),
      secure !== null && t(secure ? 'settings.channels.secure' : 'settings.channels.startTls'),
      login !== null && mode === 'on' && t(login ? 'settings.channels.login' : 'settings.channels.noLogin'),
      provider && t('settings.channels.provider', { provider }),
      from && t('settings.channels.from', { from }),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <SettingsFrame page="channels" failure={failure} loading={!data}>
      {data?.channels.map((each) => (
        <Card
          key={each.channel}
          testId={`channel-${each.channel}`}
          title={t(`notice.channel.${each.channel}`)}
          facts={facts(each)}
        >
          <Flex direction="column" alignItems="stretch" gap={4}>
            {each.mode !== 'on' && (
              <Typography textColor="neutral600">{t(`settings.channels.how.${each.channel}`)}</Typography>
            )}
            {each.dead > 0 && (
              <Typography textColor="danger600">
                {t('settings.channels.dead', { count: each.dead })}{' '}
                {mayResend && (
                  <Link tag={NavLink} to={MESSAGES}>
                    {t('nav.messages')}
                  </Link>
                )}
              </Typography>
            )}
            {each.channel === 'wecom' && (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={4} style={{ listStyle: 'none' }}>
                {each.robots.map((one) => (
                  <Robot
                    key={one.documentId}
                    robot={one}
                    mayTest={mayTest}
                    onSet={mayRobot ? () => setRobot(one) : undefined}
                  />
                ))}
              </Flex>
            )}
            {each.channel !== 'wecom' && mayTest && each.mode !== 'off' && (
              <TestTo
                channel={each.channel}
                initial={each.channel === 'mail' ? address : ''}
                filed={each.mode === 'files'}
              />
            )}
          </Flex>
        </Card>
      ))}
      {data && robot && (
        <RecordModal
          type="community"
          title={t('settings.channels.robotOf', { name: robot.name })}
          schema={data.forms.robot}
          values={{ wecomRobot: '' }}
          community={null}
          choices={{}}
          hints={{ wecomRobot: t('settings.channels.robotHint') }}
          submit={(values) => api.keepRobot(robot.documentId, values)}
          onDone={() => {
            setRobot(null);
            void refresh();
          }}
          onClose={() => setRobot(null)}
        />
      )}
    </SettingsFrame>
  );
}

/** 渠道: how mail, group robots and text messages stand, and whether they work. */
export default settingsPage(Channels);
