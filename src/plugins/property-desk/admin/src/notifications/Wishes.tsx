import * as React from 'react';
import { Box, Button, Field, Flex, Loader, Radio, Toggle, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { NOTIFICATION_MAIL, type NotificationWishes } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, whyOf } from '../kernel/failure';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { ring } from './sound';

interface YesNoProps {
  name: 'digest' | 'sound';
  checked: boolean;
  disabled: boolean;
  onChange: (value: boolean) => void;
}

function YesNo({ name, checked, disabled, onChange }: YesNoProps) {
  const { t } = useWords();
  return (
    <Field.Root name={name} hint={t(`notifications.wish.${name}How`)} maxWidth="36rem">
      <Field.Label>{t(`notifications.wish.${name}`)}</Field.Label>
      <Toggle
        name={name}
        checked={checked}
        disabled={disabled}
        onLabel={t('value.on')}
        offLabel={t('value.off')}
        onChange={({ target }) => onChange(target.checked)}
      />
      <Field.Hint />
    </Field.Root>
  );
}

/** 提醒设置: which mails, the digest at 8:00, the sound. Each change is kept at once. */
export function Wishes() {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const load = React.useCallback(() => api.notificationWishes(), [api]);
  const { data: kept, failure } = usePolled(load, null);
  const [changed, setChanged] = React.useState<NotificationWishes | null>(null);
  const [busy, setBusy] = React.useState(false);
  const wishes = changed ?? kept?.data ?? null;

  const keep = async (next: NotificationWishes) => {
    const before = wishes;
    setChanged(next);
    setBusy(true);
    try {
      await api.keepNotificationWishes(next);
      toggleNotification({ type: 'success', message: t('notifications.wish.kept') });
    } catch (error) {
      const read = readFailure(error);
      setChanged(before);
      if (read.kind !== 'aborted') toggleNotification({ type: 'danger', message: whyOf(read, t) });
    }
    setBusy(false);
  };

  return (
    <Box
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={5}
      tag="section"
      aria-labelledby="notification-wishes"
    >
      <Typography variant="delta" tag="h2" id="notification-wishes">
        {t('notifications.wishes')}
      </Typography>
      {!wishes && !failure && <Loader small>{t('form.loading')}</Loader>}
      {!wishes && failure && <Typography role="alert">{whyOf(failure, t)}</Typography>}
      {wishes && kept && (
        <Flex direction="column" alignItems="stretch" gap={5} paddingTop={4}>
          <Radio.Group
            aria-label={t('notifications.wish.mail')}
            value={wishes.mail}
            disabled={busy}
            onValueChange={(value: string) => {
              const mail = NOTIFICATION_MAIL.find((each) => each === value);
              if (mail) void keep({ ...wishes, mail });
            }}
          >
            <Typography variant="pi" fontWeight="bold" tag="p" paddingBottom={2}>
              {t('notifications.wish.mail')}
            </Typography>
            {NOTIFICATION_MAIL.map((each) => (
              <Radio.Item key={each} value={each}>
                {t(`notifications.wish.mail.${each}`)}
              </Radio.Item>
            ))}
          </Radio.Group>
          <YesNo
            name="digest"
            checked={wishes.digest}
            disabled={busy}
            onChange={(digest) => void keep({ ...wishes, digest })}
          />
          <Flex gap={4} alignItems="center" wrap="wrap">
            <YesNo
              name="sound"
              checked={wishes.sound}
              disabled={busy}
              onChange={(sound) => void keep({ ...wishes, sound })}
            />
            <Button variant="tertiary" size="S" onClick={() => void ring()}>
              {t('notifications.wish.listen')}
            </Button>
          </Flex>
          <Typography variant="pi" textColor="neutral600">
            {kept.meta.mail
              ? t('notifications.wish.address', { mail: kept.meta.mail })
              : t('notifications.wish.noAddress')}
          </Typography>
        </Flex>
      )}
    </Box>
  );
}
