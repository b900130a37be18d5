import * as React from 'react';
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { NavLink, useNavigate } from 'react-router-dom';
import type { AvailableAction } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { listLink } from '../kernel/case/links';
import { type Failure, readFailure, whyOf } from '../kernel/failure';
import { useOptions } from '../kernel/form/fields/useOptions';
import { focusField } from '../kernel/form/focus';
import { FormFields } from '../kernel/form/FormFields';
import { isSaveKey } from '../kernel/form/keys';
import { fieldsOf, inputOf } from '../kernel/form/schema';
import { useFormState } from '../kernel/form/useFormState';
import { Notice } from '../kernel/Notice';
import { useWords } from '../kernel/words';
import { DOCUMENT_FILE } from '../permissions';
import { documentLink } from './DocumentTable';
import { DropZone } from './DropZone';

const ORDER = ['community', 'kind', 'title', 'date', 'party', 'actionItems', 'cabinet', 'box', 'slot', 'pages'];

/** Only minutes have action items. */
const shownOf = (action: AvailableAction, values: Record<string, unknown>) =>
  fieldsOf(action.input, { order: ORDER, without: values.kind === 'minutes' ? [] : ['actionItems'] });

function FilingForm({ action, home }: { action: AvailableAction; home: string | null }) {
  const words = useWords();
  const { t } = words;
  const api = useDeskApi();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const form = useFormState({ ...action.defaults, community: home });
  const [files, setFiles] = React.useState<File[]>([]);
  const [busy, setBusy] = React.useState(false);
  const root = React.useRef<HTMLFormElement>(null);
  const fields = shownOf(action, form.values);

  const save = async () => {
    if (busy) return;
    const missing = form.check(fields, words);
    if (missing.length > 0) return focusField(root.current, missing);
    setBusy(true);
    let documentId: string;
    try {
      const { data } = await api.start('documents', action.name, inputOf(action.input, form.values, fields));
      documentId = data.documentId;
    } catch (error) {
      focusField(root.current, form.refuse(readFailure(error), fields, words));
      setBusy(false);
      return;
    }
    try {
      if (files.length > 0) await api.upload('documents', documentId, files);
    } catch (error) {
      // The document is filed; its copy can be handed in again on its page.
      const failure = readFailure(error);
      toggleNotification({ type: 'danger', message: t('documents.notAttached', { why: failure.message }) });
    }
    navigate(documentLink(documentId));
  };

  return (
    <form
      ref={root}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (!isSaveKey(event)) return;
        event.preventDefault();
        void save();
      }}
    >
      <Flex direction="column" alignItems="stretch" gap={6} maxWidth="96rem">
        {form.message && (
          <Box role="alert">
            <Typography textColor="danger600">{form.message}</Typography>
          </Box>
        )}
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          <FormFields
            fields={fields}
            values={form.values}
            errors={form.errors}
            onChange={form.change}
            context={{
              type: 'document',
              action: action.name,
              community: typeof form.values.community === 'string' ? form.values.community : null,
            }}
            hints={{ cabinet: t('documents.placeHint'), retention: t('documents.retentionHint') }}
            paired
          />
        </Box>
        <Box background="neutral0" hasRadius shadow="tableShadow" padding={6}>
          <Typography variant="delta" tag="h2" paddingBottom={4}>
            {t('documents.electronic')}
          </Typography>
          <DropZone files={files} onChange={setFiles} label={t('documents.electronic')} />
        </Box>
        <Flex gap={2} justifyContent="flex-end">
          <Button type="submit" loading={busy} title={t('form.saveKey')} size="L">
            {t('documents.file')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}

function Filing() {
  const { t } = useWords();
  const api = useDeskApi();
  const { options: communities } = useOptions('communities', null);
  const [action, setAction] = React.useState<AvailableAction | null>(null);
  const [failure, setFailure] = React.useState<Failure | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.startActions('documents').then(
      (starts) => !gone && setAction(starts.find(({ name }) => name === 'file') ?? null),
      (error: unknown) => !gone && setFailure(readFailure(error))
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return (
    <Page.Main>
      <Page.Title>{t('documents.new')}</Page.Title>
      <Layouts.Header
        title={t('documents.new')}
        subtitle={t('documents.newHint')}
        navigationAction={
          <Link tag={NavLink} to={listLink('documents')} startIcon={<ArrowLeft />}>
            {t('list.title.documents')}
          </Link>
        }
      />
      <Layouts.Content>
        {failure && failure.kind !== 'aborted' && (
          <Notice variant="warning" title={t('error.failed')}>
            {whyOf(failure, t)}
          </Notice>
        )}
        {!failure && (!action || !communities) && <Page.Loading />}
        {action && communities && (
          <FilingForm action={action} home={communities.length === 1 ? communities[0].documentId : null} />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

/** A document is filed: what it is, where its paper stands, and its electronic copy. */
export default function NewDocumentPage() {
  return (
    <Page.Protect permissions={DOCUMENT_FILE}>
      <Filing />
    </Page.Protect>
  );
}
