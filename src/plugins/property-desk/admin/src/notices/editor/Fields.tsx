import * as React from 'react';
import {
  Box,
  Checkbox,
  Field,
  Flex,
  Grid,
  MultiSelect,
  MultiSelectOption,
  SingleSelect,
  SingleSelectOption,
  TextInput,
  Toggle,
} from '@strapi/design-system';
import { NOTICE_CHANNELS, NOTICE_KINDS, type NoticeFinding, type NoticeKind } from '../../../../contracts';
import { DateTimeControl } from '../../kernel/form/fields/DateTimeControl';
import { useOptions } from '../../kernel/form/fields/useOptions';
import { useWords } from '../../kernel/words';
import { Attachments } from './Attachments';
import { Findings } from './Findings';
import type { Draft } from './form';

const BlocksEditor = React.lazy(() => import('../../kernel/blocks/BlocksEditor'));

interface FieldsProps {
  draft: Draft;
  errors: Record<string, string>;
  /** A saved notice stays in its community. */
  saved: boolean;
  findings: NoticeFinding[] | null;
  blanks: string[];
  onChange: (change: Partial<Draft>) => void;
}

interface LineProps {
  name: string;
  error?: string;
  required?: boolean;
  hint?: string;
  wide?: boolean;
  children: React.ReactNode;
}

function Line({ name, error, required = false, hint, wide = false, children }: LineProps) {
  const { t } = useWords();
  return (
    <Grid.Item data-field={name} col={wide ? 12 : 6} xs={12} direction="column" alignItems="stretch">
      <Field.Root name={name} required={required} error={error} hint={hint}>
        <Field.Label>{t(`notices.field.${name}`)}</Field.Label>
        {children}
        <Field.Error />
        <Field.Hint />
      </Field.Root>
    </Grid.Item>
  );
}

/** A refusal within a list or a text is shown at it as a whole. */
const within = (errors: Record<string, string>, name: string): string | undefined =>
  errors[name] ?? Object.entries(errors).find(([path]) => path.startsWith(`${name}.`))?.[1];

function When({
  name,
  draft,
  errors,
  onChange,
}: { name: 'publishAt' | 'expiresAt' } & Omit<FieldsProps, 'saved' | 'findings' | 'blanks'>) {
  return (
    <DateTimeControl
      field={{ name, property: {}, widget: 'datetime', required: false }}
      value={draft[name]}
      error={errors[name]}
      errors={errors}
      onChange={(value) => onChange({ [name]: (value as string | null) || null })}
      context={{ type: 'notice', action: 'draft', community: draft.community }}
    />
  );
}

function Buildings({
  community,
  value,
  onChange,
}: { community: string; value: string[] } & Pick<FieldsProps, 'onChange'>) {
  const { t } = useWords();
  const { options } = useOptions('buildings', community);
  return (
    <MultiSelect
      withTags
      value={value}
      placeholder={t('notices.everywhere')}
      onChange={(buildings: string[]) => onChange({ buildings })}
      onClear={() => onChange({ buildings: [] })}
    >
      {(options ?? []).map(({ documentId, name }) => (
        <MultiSelectOption key={documentId} value={documentId}>
          {name}
        </MultiSelectOption>
      ))}
    </MultiSelect>
  );
}

/** All that a notice says, to whom, how and when. */
export function Fields(props: FieldsProps) {
  const { draft, errors, saved, findings, blanks, onChange } = props;
  const { t } = useWords();
  const { options: communities } = useOptions('communities', null);
  const only = communities?.length === 1 ? communities[0]?.documentId : undefined;
  const chosen = draft.community;
  React.useEffect(() => {
    if (only && !chosen) onChange({ community: only });
  }, [only, chosen, onChange]);

  return (
    <Grid.Root gap={5}>
      <Line name="community" required error={errors.community}>
        <SingleSelect
          value={draft.community}
          disabled={saved}
          placeholder={t('form.choose')}
          onChange={(community) => onChange({ community: String(community), buildings: [] })}
        >
          {(communities ?? []).map(({ documentId, name }) => (
            <SingleSelectOption key={documentId} value={documentId}>
              {name}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Line>
      <Line name="kind" required error={errors.kind}>
        <SingleSelect
          value={draft.kind}
          placeholder={t('form.choose')}
          onChange={(kind) => onChange({ kind: kind as NoticeKind })}
        >
          {NOTICE_KINDS.map((kind) => (
            <SingleSelectOption key={kind} value={kind}>
              {t(`notice.kind.${kind}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Line>
      <Line name="title" wide required error={errors.title}>
        <TextInput
          name="title"
          value={draft.title}
          maxLength={100}
          autoComplete="off"
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange({ title: event.target.value })}
        />
      </Line>
      <Line name="body" wide required error={within(errors, 'body')}>
        <React.Suspense fallback={<Box minHeight="34rem" background="neutral100" hasRadius />}>
          <BlocksEditor
            label={t('notices.field.body')}
            value={draft.body}
            wrong={within(errors, 'body') !== undefined}
            minHeight="30rem"
            onChange={(body) => onChange({ body })}
          />
        </React.Suspense>
      </Line>
      <Grid.Item col={12} xs={12} direction="column" alignItems="stretch">
        <Findings findings={findings} blanks={blanks} />
      </Grid.Item>
      <Line name="buildings" wide error={within(errors, 'buildings')} hint={t('editor.buildingsHint')}>
        {draft.community ? (
          <Buildings community={draft.community} value={draft.buildings} onChange={onChange} />
        ) : (
          <MultiSelect disabled value={[]} placeholder={t('notices.everywhere')} />
        )}
      </Line>
      <Line name="channels" wide required error={within(errors, 'channels')}>
        <Flex gap={4} wrap="wrap" role="group" aria-label={t('notices.field.channels')}>
          {NOTICE_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              checked={draft.channels.includes(channel)}
              onCheckedChange={(on) =>
                onChange({
                  channels: NOTICE_CHANNELS.filter((each) =>
                    each === channel ? on === true : draft.channels.includes(each)
                  ),
                })
              }
            >
              {t(`notice.channel.${channel}`)}
            </Checkbox>
          ))}
        </Flex>
      </Line>
      <Line name="publishAt" error={errors.publishAt} hint={t('editor.publishHint')}>
        <When name="publishAt" draft={draft} errors={errors} onChange={onChange} />
      </Line>
      <Line name="expiresAt" error={errors.expiresAt} hint={t('editor.expiresHint')}>
        <When name="expiresAt" draft={draft} errors={errors} onChange={onChange} />
      </Line>
      <Line name="issuer" error={errors.issuer} hint={t('editor.issuerHint')}>
        <TextInput
          name="issuer"
          value={draft.issuer}
          maxLength={100}
          autoComplete="off"
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange({ issuer: event.target.value })}
        />
      </Line>
      <Line name="pinned">
        <Toggle
          name="pinned"
          aria-label={t('notices.field.pinned')}
          onLabel={t('form.yes')}
          offLabel={t('form.no')}
          checked={draft.pinned}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange({ pinned: event.target.checked })}
        />
      </Line>
      <Line name="attachments" wide error={within(errors, 'attachments')}>
        <Attachments value={draft.attachments} onChange={(attachments) => onChange({ attachments })} />
      </Line>
    </Grid.Root>
  );
}
