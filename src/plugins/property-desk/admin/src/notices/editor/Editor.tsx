import * as React from 'react';
import { Box, Button, Dialog, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft, Check, Download } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import { styled } from 'styled-components';
import { focusBack } from '../../kernel/focusBack';
import type { NoticeDetail, NoticeTemplate } from '../../../../contracts';
import { ConflictNote } from '../../kernel/case/ConflictNote';
import { listLink } from '../../kernel/case/links';
import { StateBadge } from '../../kernel/case/StateBadge';
import { isBlank } from '../../kernel/blocks/sound';
import { hand } from '../../kernel/download';
import { focusField } from '../../kernel/form/focus';
import { Notice } from '../../kernel/Notice';
import { useShortcuts } from '../../kernel/shortcuts';
import { actionName, useWords } from '../../kernel/words';
import { Fields } from './Fields';
import { blanksIn, previewOf, withTemplate } from './form';
import { TemplateChooser } from './TemplateChooser';
import { useFindings } from './useFindings';
import { useSaving } from './useSaving';
import { useUnsaved } from './useUnsaved';
import { useRights } from '../../kernel/rights';

const Preview = React.lazy(() => import('./Preview'));

/** The words, and beside them the paper; under each other where there is no room. */
const Spread = styled(Box)`
  display: grid;
  grid-template-columns: minmax(0, 1fr) minmax(32rem, 44%);
  gap: 2.4rem;
  align-items: start;
  @media (max-width: 1180px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

const Beside = styled(Box)`
  position: sticky;
  top: 9rem;
`;

type Question = { kind: 'template'; template: NoticeTemplate } | { kind: 'discard' } | { kind: 'publish-urgently' };

interface EditorProps {
  /** The draft that is opened; null for a new one. */
  notice: NoticeDetail | null;
  /** It is no draft any more, or has gone. */
  onLeft: () => void;
}

/** Writes a notice: from a template, with what may not go out said at once, and the printed page beside it. */
export function Editor({ notice, onLeft }: EditorProps) {
  const words = useWords();
  const { t } = words;
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const saving = useSaving(notice);
  const { base, draft, errors, message, conflict, busy, changed } = saving;
  const unsaved = useUnsaved(changed);
  const findings = useFindings(draft);
  const blanks = React.useMemo(() => blanksIn(draft), [draft]);
  const [question, setQuestion] = React.useState<Question | null>(null);
  const file = React.useRef<Blob | null>(null);
  const [printable, setPrintable] = React.useState(false);
  const root = React.useRef<HTMLDivElement>(null);
  const may = useRights();

  const mend = (wrong: string[]) => {
    if (wrong.length > 0) window.setTimeout(() => focusField(root.current, wrong), 0);
  };
  const say = (text: string) => toggleNotification({ type: 'success', message: text });
  const save = async () => {
    if (busy) return;
    const saved = await saving.save();
    if ('wrong' in saved) return mend(saved.wrong);
    say(t('editor.saved'));
    if (!base.documentId && saved.base.documentId) {
      unsaved.let();
      navigate(`${listLink('notices')}/${saved.base.documentId}`, { replace: true });
    }
  };
  const step = async (action: string) => {
    setQuestion(null);
    if (busy) return;
    const taken = await saving.step(action);
    if (taken !== true) return mend(taken);
    say(t('case.done', { action: actionName(words, 'notice', action), number: draft.title }));
    unsaved.let();
    if (action === 'discard' || !notice) navigate(listLink('notices'));
    else onLeft();
  };
  const choose = (template: NoticeTemplate) => {
    if (draft.title.trim() === '' && isBlank(draft.body)) saving.setDraft(withTemplate(draft, template));
    else setQuestion({ kind: 'template', template });
  };
  const answer = () => {
    if (question?.kind !== 'template') return void step(question?.kind ?? '');
    saving.setDraft(withTemplate(draft, question.template));
    setQuestion(null);
  };

  useShortcuts('page', [{ keys: 'Mod+s', says: t('shortcuts.save'), run: () => void save(), inFields: true }]);

  const heading = notice ? draft.title || t('notices.untitled') : t('notices.new');
  return (
    <Page.Main ref={root}>
      <Page.Title>{heading}</Page.Title>
      <Layouts.Header
        title={heading}
        subtitle={t(changed ? 'editor.changed' : base.documentId ? 'editor.unchanged' : 'editor.fresh')}
        navigationAction={
          <Link tag={NavLink} to={listLink('notices')} startIcon={<ArrowLeft />}>
            {t('notices.back')}
          </Link>
        }
        secondaryAction={<StateBadge type="notice" state="draft" />}
        primaryAction={
          <Flex gap={2} wrap="wrap">
            {base.documentId && may('notice.discard') && (
              <Button variant="danger-light" onClick={() => setQuestion({ kind: 'discard' })}>
                {t('editor.discard')}
              </Button>
            )}
            <Button
              variant="tertiary"
              startIcon={<Download />}
              disabled={!printable}
              onClick={() => file.current && hand(file.current, `${draft.title || t('notices.untitled')}.docx`)}
            >
              {t('editor.print')}
            </Button>
            {draft.kind === 'emergency' && may('notice.publish-urgently') && (
              <Button variant="danger" onClick={() => setQuestion({ kind: 'publish-urgently' })}>
                {actionName(words, 'notice', 'publish-urgently')}
              </Button>
            )}
            <Button
              variant="secondary"
              loading={busy === 'save'}
              title="Ctrl / ⌘ + S"
              startIcon={<Check />}
              onClick={() => void save()}
            >
              {t('editor.save')}
            </Button>
            {may('notice.submit') && (
              <Button loading={busy === 'submit'} onClick={() => void step('submit')}>
                {t('editor.submit')}
              </Button>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Spread>
          <Flex direction="column" alignItems="stretch" gap={5}>
            {saving.restored && changed && (
              <Notice
                variant="default"
                title={t('editor.restored')}
                action={
                  <Button size="S" variant="tertiary" onClick={saving.forget}>
                    {t('editor.forget')}
                  </Button>
                }
              >
                {t('editor.restoredHow')}
              </Notice>
            )}
            {conflict && <ConflictNote key={conflict.revision} type="notice" details={conflict} />}
            {message && (
              <Box role="alert" background="danger100" hasRadius padding={4}>
                <Typography textColor="danger700">{message}</Typography>
              </Box>
            )}
            <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
              <Flex direction="column" alignItems="stretch" gap={6}>
                <TemplateChooser onChoose={choose} />
                <Fields
                  draft={draft}
                  errors={errors}
                  saved={base.documentId !== null}
                  findings={findings}
                  blanks={blanks}
                  onChange={saving.change}
                />
              </Flex>
            </Box>
          </Flex>
          <Beside>
            <React.Suspense fallback={<Page.Loading />}>
              <Preview
                input={previewOf(draft, base.documentId)}
                onFile={(drawn) => {
                  file.current = drawn;
                  setPrintable(drawn !== null);
                }}
              />
            </React.Suspense>
          </Beside>
        </Spread>
      </Layouts.Content>
      {question && (
        <Dialog.Root open onOpenChange={(open) => !open && setQuestion(null)}>
          <Dialog.Content onCloseAutoFocus={focusBack}>
            <Dialog.Header>{t(`editor.ask.${question.kind}`)}</Dialog.Header>
            <Dialog.Body>{t(`editor.askHow.${question.kind}`)}</Dialog.Body>
            <Dialog.Footer>
              <Button fullWidth variant="tertiary" onClick={() => setQuestion(null)}>
                {t('form.back')}
              </Button>
              <Button fullWidth variant={question.kind === 'template' ? 'default' : 'danger'} onClick={answer}>
                {t(`editor.do.${question.kind}`)}
              </Button>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
      {unsaved.dialog}
    </Page.Main>
  );
}
