import { Box, Typography } from '@strapi/design-system';
import type { SettingChange } from '../../../contracts';
import { useTimes } from '../kernel/clock/times';
import { actionName, fieldName, roleName, useWords, type Words } from '../kernel/words';

/** A value as people read it; null for one that says nothing by itself. */
export const valueText = (words: Words, field: string, value: unknown): string | null => {
  const { t } = words;
  // What programs know it by says nothing to people.
  if (field === 'code') return null;
  if (value === null || value === undefined || value === '') return t('settings.changes.empty');
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (Array.isArray(value)) {
    const said = value.map((each) => valueText(words, field, each)).filter(Boolean);
    return said.length ? said.join(t('form.listComma')) : t('settings.changes.empty');
  }
  if (typeof value === 'object') return (value as { name?: string }).name || null;
  return field === 'role' ? roleName(words, String(value)) : String(value);
};

/** One change: who, when, what, from what to what. */
export function ChangeLine({ change }: { change: SettingChange }) {
  const words = useWords();
  const { t } = words;
  const { full } = useTimes();
  const { what, action, name, part, by, at } = change;
  const channel = what === 'channel' && part ? t(`notice.channel.${part}`) : null;
  const about = [name, channel ?? part].filter(Boolean).join(' · ');
  const lines = action.startsWith('change')
    ? Object.entries(change.changes).map(([field, { from, to }]) => {
        const [old, now] = [valueText(words, field, from), valueText(words, field, to)];
        const label = fieldName(words, what, field);
        return old === null || now === null ? label : t('settings.changes.line', { field: label, from: old, to: now });
      })
    : [];
  return (
    <Box tag="li" data-testid="change">
      <Typography tag="p">
        {actionName(words, what, action)}
        {about && t('form.colon')}
        {about}
      </Typography>
      {lines.length > 0 && (
        <Typography variant="pi" tag="p" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
          {lines.join('; ')}
        </Typography>
      )}
      <Typography variant="pi" tag="p" textColor="neutral600">
        {[by || t('actor.system'), full(at)].join(' · ')}
      </Typography>
    </Box>
  );
}
