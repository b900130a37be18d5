import { Alert, Flex, TextInput, Typography } from '@strapi/design-system';
import { useHref } from 'react-router-dom';
import { useWords } from '../kernel/words';

interface InvitationProps {
  name: string;
  /** Below the panel's address. */
  path: string;
  onClose: () => void;
}

/** Where a new colleague sets the password: shown once, to be handed on. */
export function Invitation({ name, path, onClose }: InvitationProps) {
  const { t } = useWords();
  const address = `${window.location.origin}${useHref(path)}`;
  return (
    <Alert
      variant="success"
      title={t('settings.staff.invited', { name })}
      closeLabel={t('form.close')}
      onClose={onClose}
      data-testid="invitation"
    >
      <Flex direction="column" alignItems="stretch" gap={2} width="60rem" maxWidth="100%">
        <Typography>{t('settings.staff.invitedHow')}</Typography>
        <TextInput
          aria-label={t('settings.staff.invitation')}
          readOnly
          value={address}
          onFocus={(event: React.FocusEvent<HTMLInputElement>) => event.target.select()}
        />
      </Flex>
    </Alert>
  );
}
