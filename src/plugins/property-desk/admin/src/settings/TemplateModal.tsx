import * as React from 'react';
import {
  Box,
  Button,
  Checkbox,
  Field,
  Flex,
  Loader,
  Modal,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { focusBack } from '../kernel/focusBack';
import {
  NOTICE_CHANNELS,
  NOTICE_KINDS,
  type Blocks,
  type NoticeChannel,
  type TemplateSetting,
} from '../../../contracts';
import { readFailure } from '../kernel/failure';
import { useWords } from '../kernel/words';
import { useSettingsApi } from './api';

const BlocksEditor = React.lazy(() => import('../kernel/blocks/BlocksEditor'));

const EMPTY: Blocks = [{ type: 'paragraph', children: [{ type: 'text', text: '' }] }];

interface TemplateModalProps {
  /** Null for a new one. */
  template: TemplateSetting | null;
  onDone: () => void;
  onClose: () => void;
}

/** Writes a template; what stands in braces is filled in when a notice is started from it. */
export function TemplateModal({ template, onDone, onClose }: TemplateModalProps) {
  const { t } = useWords();
  const api = useSettingsApi();
  const [name, setName] = React.useState(template?.name ?? '');
  const [kind, setKind] = React.useState<string>(template?.kind ?? 'general');
  const [title, setTitle] = React.useState(template?.title ?? '');
  const [body, setBody] = React.useState<Blocks>(template?.body ?? EMPTY);
  const [channels, setChannels] = React.useState<NoticeChannel[]>(template?.channels ?? ['portal', 'board']);
  const [pinned, setPinned] = React.useState(template?.pinned ?? false);
  const [busy, setBusy] = React.useState(false);
  const [errors, setErrors] = React.useState<Record<string, string>>({});
  const [trouble, setTrouble] = React.useState<string | null>(null);
  const at = (field: string) =>
    errors[field] ?? Object.entries(errors).find(([path]) => path.startsWith(`${field}.`))?.[1];

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setTrouble(null);
    setErrors({});
    const input = { name, kind, title, body, channels, pinned, active: template?.active ?? true };
    try {
      await (template ? api.changeTemplate(template.key, input) : api.addTemplate(input));
      onDone();
    } catch (error) {
      const failure = readFailure(error);
      if (failure.kind === 'input') setErrors(failure.fields);
      if (failure.kind !== 'aborted')
        setTrouble(
          failure.kind === 'offline'
            ? t('form.offline')
            : failure.kind === 'input'
              ? t('form.seeFields')
              : failure.message
        );
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(stays) => !stays && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{template?.name ?? t('settings.templates.add')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {trouble && (
              <Typography role="alert" textColor="danger600">
                {trouble}
              </Typography>
            )}
            <Flex gap={4} alignItems="flex-start">
              <Box flex="1">
                <Field.Root name="name" required error={at('name')}>
                  <Field.Label>{t('settings.templates.name')}</Field.Label>
                  <TextInput
                    value={name}
                    onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
                  />
                  <Field.Error />
                </Field.Root>
              </Box>
              <Box flex="1">
                <Field.Root name="kind" required error={at('kind')}>
                  <Field.Label>{t('notices.field.kind')}</Field.Label>
                  <SingleSelect value={kind} onChange={(value) => setKind(String(value))}>
                    {NOTICE_KINDS.map((each) => (
                      <SingleSelectOption key={each} value={each}>
                        {t(`notice.kind.${each}`)}
                      </SingleSelectOption>
                    ))}
                  </SingleSelect>
                  <Field.Error />
                </Field.Root>
              </Box>
            </Flex>
            <Field.Root name="title" required error={at('title')} hint={t('settings.templates.bracesHint')}>
              <Field.Label>{t('notices.field.title')}</Field.Label>
              <TextInput
                value={title}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTitle(event.target.value)}
              />
              <Field.Error />
              <Field.Hint />
            </Field.Root>
            <Field.Root name="body" required error={at('body')}>
              <Field.Label>{t('notices.field.body')}</Field.Label>
              <React.Suspense fallback={<Loader small>{t('form.loading')}</Loader>}>
                <BlocksEditor
                  value={body}
                  onChange={setBody}
                  label={t('notices.field.body')}
                  wrong={at('body') !== undefined}
                  minHeight="20rem"
                />
              </React.Suspense>
              <Field.Error />
            </Field.Root>
            <Field.Root name="channels" required error={at('channels')}>
              <Field.Label>{t('notices.field.channels')}</Field.Label>
              <Flex gap={4} wrap="wrap" role="group" aria-label={t('notices.field.channels')}>
                {NOTICE_CHANNELS.map((channel) => (
                  <Checkbox
                    key={channel}
                    checked={channels.includes(channel)}
                    onCheckedChange={(ticked) =>
                      setChannels(
                        ticked === true ? [...channels, channel] : channels.filter((each) => each !== channel)
                      )
                    }
                  >
                    {t(`notice.channel.${channel}`)}
                  </Checkbox>
                ))}
              </Flex>
              <Field.Error />
            </Field.Root>
            <Checkbox checked={pinned} onCheckedChange={(ticked) => setPinned(ticked === true)}>
              {t('notices.field.pinned')}
            </Checkbox>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button type="button" variant="tertiary" onClick={onClose}>
            {t('form.back')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {t('household.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
}
