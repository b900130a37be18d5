import * as React from 'react';
import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  Loader,
  NumberInput,
  TextButton,
  TextInput,
  Typography,
} from '@strapi/design-system';
import type { PolicyArticle } from '../../../../contracts';
import { ConflictNote } from '../../kernel/case/ConflictNote';
import type { Failure } from '../../kernel/failure';
import { focusField } from '../../kernel/form/focus';
import { isSaveKey } from '../../kernel/form/keys';
import { Notice } from '../../kernel/Notice';
import { useWords } from '../../kernel/words';
import { articleLabel } from '../labels';
import { draftOf, isEmptyBody, type ArticleDraft } from '../outline';

const BlocksEditor = React.lazy(() => import('../../kernel/blocks/BlocksEditor'));

/** An article that is being written. */
export interface OpenArticle {
  /** The number that it had; none for a new one. */
  was: number | null;
  /** Behind which article a new one was begun. */
  after?: number;
  draft: ArticleDraft;
  /** As it stood when it was opened, to see whether a colleague has changed it since. */
  base: ArticleDraft | null;
}

interface ArticleFormProps {
  open: OpenArticle;
  /** The article as it stands now. */
  current: PolicyArticle | null;
  onChange: (draft: ArticleDraft) => void;
  onSave: () => Promise<Failure | null>;
  /** Takes over what a colleague wrote. */
  onReload: () => void;
  onClose: () => void;
}

type Errors = Partial<Record<keyof ArticleDraft, string>>;

/** What a person must still enter before the server is asked. */
const missingIn = (draft: ArticleDraft, required: string): Errors => ({
  ...(draft.number > 0 ? {} : { number: required }),
  ...(draft.chapter > 0 ? {} : { chapter: required }),
  ...(draft.chapterTitle.trim() ? {} : { chapterTitle: required }),
  ...(isEmptyBody(draft.body) ? { body: required } : {}),
});

/** Writes one article: its place, its heading, its text. */
export function ArticleForm({ open, current, onChange, onSave, onReload, onClose }: ArticleFormProps) {
  const words = useWords();
  const { t } = words;
  const { draft, base, was } = open;
  const root = React.useRef<HTMLFormElement>(null);
  const [errors, setErrors] = React.useState<Errors>({});
  const [failure, setFailure] = React.useState<Failure | null>(null);
  const [busy, setBusy] = React.useState(false);
  const changedSince = base !== null && current !== null && JSON.stringify(draftOf(current)) !== JSON.stringify(base);
  const goneSince = base !== null && current === null;

  React.useEffect(() => focusField(root.current, ['title']), []);

  const set = <K extends keyof ArticleDraft>(name: K, value: ArticleDraft[K]) => {
    onChange({ ...draft, [name]: value });
    setErrors((before) => ({ ...before, [name]: undefined }));
  };
  const save = async () => {
    if (busy) return;
    const missing = missingIn(draft, t('form.required'));
    setErrors(missing);
    setFailure(null);
    if (Object.keys(missing).length > 0) return focusField(root.current, Object.keys(missing));
    setBusy(true);
    const why = await onSave();
    setBusy(false);
    setFailure(why);
    if (why?.kind === 'input') {
      setErrors(why.fields);
      focusField(root.current, Object.keys(why.fields));
    }
  };
  // What was refused is said with the article's name, for whoever has several open.
  const strays =
    failure?.kind === 'input'
      ? Object.entries(failure.fields)
          .filter(([path]) => !(path in draft))
          .map(([, reason]) => reason)
      : [];
  const trouble =
    failure?.kind === 'offline'
      ? t('form.offline')
      : failure?.kind === 'input'
        ? strays.join(t('form.comma')) || t('form.seeFields')
        : failure?.kind === 'other'
          ? failure.message
          : null;
  const name = articleLabel(words, was ?? draft.number);

  return (
    <Box
      tag="form"
      ref={root}
      noValidate
      background="neutral0"
      borderColor="primary200"
      hasRadius
      padding={5}
      aria-label={t(was === null ? 'policy.edit.newArticle' : 'policy.edit.article', { article: name })}
      data-testid="article-form"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event: React.KeyboardEvent) => {
        if (isSaveKey(event)) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography variant="delta" tag="h4">
          {t(was === null ? 'policy.edit.newArticle' : 'policy.edit.article', { article: name })}
        </Typography>
        {failure?.kind === 'conflict' && <ConflictNote type="policy" details={failure.details} />}
        {(changedSince || goneSince) && (
          <Notice
            variant="warning"
            title={t('policy.edit.changedSince')}
            action={
              changedSince && (
                <TextButton type="button" onClick={onReload}>
                  {t('policy.edit.reload')}
                </TextButton>
              )
            }
          >
            {t(goneSince ? 'policy.edit.goneHow' : 'policy.edit.changedHow')}
          </Notice>
        )}
        {trouble && (
          <Typography role="alert" textColor="danger600">
            {name}
            {t('form.colon')}
            {trouble}
          </Typography>
        )}
        <Grid.Root gap={4}>
          <Grid.Item col={4} xs={4} direction="column" alignItems="stretch" data-field="number">
            <Field.Root name="number" required error={errors.number}>
              <Field.Label>{t('policy.field.number')}</Field.Label>
              <NumberInput
                name="number"
                min={1}
                value={draft.number || undefined}
                onValueChange={(number) => set('number', number ?? 0)}
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={8} xs={8} direction="column" alignItems="stretch" data-field="title">
            <Field.Root name="title" error={errors.title}>
              <Field.Label>{t('policy.field.articleTitle')}</Field.Label>
              <TextInput
                name="title"
                value={draft.title}
                maxLength={50}
                onChange={(event) => set('title', event.target.value)}
                autoComplete="off"
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={4} xs={4} direction="column" alignItems="stretch" data-field="chapter">
            <Field.Root name="chapter" required error={errors.chapter}>
              <Field.Label>{t('policy.field.chapter')}</Field.Label>
              <NumberInput
                name="chapter"
                min={1}
                value={draft.chapter || undefined}
                onValueChange={(chapter) => set('chapter', chapter ?? 0)}
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
          <Grid.Item col={8} xs={8} direction="column" alignItems="stretch" data-field="chapterTitle">
            <Field.Root name="chapterTitle" required error={errors.chapterTitle}>
              <Field.Label>{t('policy.field.chapterTitle')}</Field.Label>
              <TextInput
                name="chapterTitle"
                value={draft.chapterTitle}
                maxLength={50}
                onChange={(event) => set('chapterTitle', event.target.value)}
                autoComplete="off"
              />
              <Field.Error />
            </Field.Root>
          </Grid.Item>
        </Grid.Root>
        <Box data-field="body">
          <Field.Root name="body" required error={errors.body}>
            <Field.Label>{t('policy.field.body')}</Field.Label>
            <React.Suspense fallback={<Loader small>{t('form.loading')}</Loader>}>
              <BlocksEditor
                value={draft.body}
                onChange={(body) => set('body', body)}
                label={t('policy.field.body')}
                wrong={errors.body !== undefined}
                minHeight="14rem"
              />
            </React.Suspense>
            <Field.Error />
          </Field.Root>
        </Box>
        <Flex gap={2} justifyContent="flex-end">
          <Button type="button" variant="tertiary" onClick={onClose}>
            {t('policy.edit.discard')}
          </Button>
          <Button type="submit" loading={busy} title={t('form.saveKey')}>
            {t('policy.edit.saveArticle')}
          </Button>
        </Flex>
      </Flex>
    </Box>
  );
}
