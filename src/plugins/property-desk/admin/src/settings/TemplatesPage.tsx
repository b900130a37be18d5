import * as React from 'react';
import { Badge, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowsCounterClockwise, Pencil, Plus, Trash } from '@strapi/icons';
import type { TemplateSetting } from '../../../contracts';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { NOTICE_READ } from '../permissions';
import { useSettingsApi } from './api';
import { Card, SettingsFrame, settingsPage } from './SettingsFrame';
import { useMay } from '../kernel/rights';
import { TemplateModal } from './TemplateModal';
import { useDoing } from './useDoing';

const asInput = ({ name, kind, title, body, channels, pinned, active }: TemplateSetting) => ({
  name,
  kind,
  title,
  body,
  channels,
  pinned,
  active,
});

function Templates() {
  const { t } = useWords();
  const api = useSettingsApi();
  const mayChange = useMay('settings.templates');
  const load = React.useCallback(() => api.templates(), [api]);
  const { data, failure, refresh } = usePolled(load, null);
  const { busy, run } = useDoing(refresh);
  const [open, setOpen] = React.useState<TemplateSetting | 'add' | null>(null);
  return (
    <SettingsFrame
      page="templates"
      action={
        mayChange && (
          <Button startIcon={<Plus />} onClick={() => setOpen('add')}>
            {t('settings.templates.add')}
          </Button>
        )
      }
      failure={failure}
      loading={!data}
    >
      {data?.map((template) => (
        <Card
          key={template.key}
          testId="template"
          title={template.name}
          facts={[
            t(`notice.kind.${template.kind}`),
            template.title,
            template.channels.map((channel) => t(`notice.channel.${channel}`)).join(t('form.listComma')),
          ].join(' · ')}
          actions={
            <>
              {!template.active && <Badge>{t('settings.retired')}</Badge>}
              {template.usual && template.changed && <Badge active>{t('settings.templates.own')}</Badge>}
              {mayChange && (
                <>
                  <Button size="S" variant="tertiary" startIcon={<Pencil />} onClick={() => setOpen(template)}>
                    {t('settings.change')}
                  </Button>
                  <Button
                    size="S"
                    variant="tertiary"
                    loading={busy === template.key}
                    onClick={() =>
                      void run(template.key, () =>
                        api.changeTemplate(template.key, { ...asInput(template), active: !template.active })
                      )
                    }
                  >
                    {t(template.active ? 'settings.retire' : 'settings.useAgain')}
                  </Button>
                  {template.changed && (
                    <Button
                      size="S"
                      variant="danger-light"
                      startIcon={template.usual ? <ArrowsCounterClockwise /> : <Trash />}
                      onClick={() =>
                        void run(
                          `remove-${template.key}`,
                          () => api.removeTemplate(template.key),
                          t(template.usual ? 'settings.templates.isUsual' : 'settings.removed', { name: template.name })
                        )
                      }
                    >
                      {t(template.usual ? 'settings.templates.toUsual' : 'settings.remove')}
                    </Button>
                  )}
                </>
              )}
            </>
          }
        />
      ))}
      {data && (
        <Flex>
          <Typography variant="pi" textColor="neutral600">
            {t('settings.templates.how')}
          </Typography>
        </Flex>
      )}
      {open && (
        <TemplateModal
          template={open === 'add' ? null : open}
          onDone={() => {
            setOpen(null);
            void refresh();
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </SettingsFrame>
  );
}

/** 模板: what notices are started from: the product's, in the office's wording where it has one, and its own. */
export default settingsPage(Templates, NOTICE_READ);
