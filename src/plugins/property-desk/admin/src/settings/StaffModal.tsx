import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import type { CommunitySetting, PostSetting, SettingForms, StaffSetting } from '../../../contracts';
import { HandOver } from '../handover/HandOver';
import { RecordModal } from '../kernel/form/RecordModal';
import { useWords } from '../kernel/words';
import { useSettingsApi, type Accounts } from './api';
import {} from './SettingsFrame';
import { useMay } from '../kernel/rights';

interface StaffModalProps {
  /** Whom to change; null for somebody new. */
  member: StaffSetting | null;
  posts: PostSetting[];
  communities: CommunitySetting[];
  forms: SettingForms;
  accounts: Accounts;
  onDone: (name: string, invitation: string | null) => void;
  onClose: () => void;
}

const items = (all: { documentId: string; name: string }[]) =>
  all.map(({ documentId, name }) => ({ value: documentId, text: name }));

/** Enters a staff member or changes one; whoever leaves hands over first, in the same place. */
export function StaffModal({ member, posts, communities, forms, accounts, onDone, onClose }: StaffModalProps) {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayHandOver = useMay('staff.hand-over');
  const kept = React.useRef<string | null>(null);
  const name = React.useRef('');
  const own = member?.account ? [{ documentId: member.account.documentId, name: member.account.email }] : [];
  const without = [...(accounts.mayChoose ? [] : ['account']), ...(accounts.mayInvite ? [] : ['mail'])];
  const only = communities.length === 1 ? communities.map(({ documentId }) => documentId) : [];
  const values: Record<string, unknown> = member
    ? {
        name: member.name,
        post: member.post?.documentId ?? null,
        communities: member.communities.map(({ documentId }) => documentId),
        telephone: member.telephone,
        account: member.account?.documentId ?? null,
        active: member.active,
      }
    : { communities: only };
  return (
    <RecordModal
      type="staff-member"
      title={member?.name ?? t('settings.staff.add')}
      schema={member ? forms.changeStaff : forms.addStaff}
      values={values}
      community={null}
      choices={{
        post: items(posts),
        communities: items(communities),
        account: items([...own, ...accounts.accounts]),
      }}
      hints={{
        account: t('settings.staff.accountHint'),
        mail: t('settings.staff.mailHint'),
        active: t('settings.staff.activeHint'),
      }}
      without={without}
      submit={async ({ account, ...rest }) => {
        // Who may not choose logins says nothing of them.
        const input = accounts.mayChoose ? { ...rest, account: account ?? null } : rest;
        if (member) await api.changeStaff(member.documentId, input, member.updatedAt);
        else kept.current = (await api.addStaff(input)).invitation;
        name.current = String(rest.name ?? '');
      }}
      onDone={() => onDone(name.current, kept.current)}
      onClose={onClose}
    >
      {member && member.openWork > 0 && mayHandOver && (
        <Box background="neutral100" hasRadius padding={4}>
          <Typography variant="pi" textColor="neutral600" tag="p" paddingBottom={2}>
            {t('settings.staff.handOverFirst')}
          </Typography>
          <HandOver documentId={member.documentId} name={member.name} active={member.active} />
        </Box>
      )}
    </RecordModal>
  );
}
