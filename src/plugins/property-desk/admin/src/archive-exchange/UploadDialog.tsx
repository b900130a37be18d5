import * as React from 'react';
import { Box, Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { hand } from '../kernel/download';
import { listLink } from '../kernel/case/links';
import { useWords } from '../kernel/words';
import { useArchiveApi, XLSX } from './api';
import { CommunityField } from './CommunityField';
import { useRun } from './useRun';

/** The first two steps: the template, and the book that was filled in. */
export function UploadDialog({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const api = useArchiveApi();
  const navigate = useNavigate();
  const { busy, trouble, run } = useRun();
  const picker = React.useRef<HTMLInputElement>(null);
  const [community, setCommunity] = React.useState<string | null>(null);
  const [book, setBook] = React.useState<File | null>(null);

  const template = () =>
    run('template', async () => {
      const { blob, name } = await api.template();
      hand(blob, name ?? 'template.xlsx');
    });
  const upload = () =>
    book &&
    community &&
    run('upload', async () => {
      const { data } = await api.upload(community, book);
      onClose();
      navigate(`${listLink('archive-imports')}/${data.documentId}`);
    });

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void upload();
      }}
    >
      <Modal.Header closeLabel={t('form.close')}>
        <Modal.Title>{t('archive.import.title')}</Modal.Title>
      </Modal.Header>
      <Modal.Body>
        <Flex direction="column" alignItems="stretch" gap={5}>
          <Flex tag="section" direction="column" alignItems="flex-start" gap={2}>
            <Typography variant="delta" tag="h3">
              {t('archive.import.step.template')}
            </Typography>
            <Typography textColor="neutral600">{t('archive.import.templateHow')}</Typography>
            <Button
              type="button"
              variant="secondary"
              startIcon={<Download />}
              loading={busy === 'template'}
              onClick={() => void template()}
            >
              {t('archive.import.template')}
            </Button>
          </Flex>
          <Flex tag="section" direction="column" alignItems="stretch" gap={3}>
            <Typography variant="delta" tag="h3">
              {t('archive.import.stepUpload')}
            </Typography>
            <CommunityField value={community} onChange={setCommunity} />
            <Flex gap={3} alignItems="center" wrap="wrap">
              <Button type="button" variant="tertiary" startIcon={<Upload />} onClick={() => picker.current?.click()}>
                {t(book ? 'archive.import.another' : 'archive.import.choose')}
              </Button>
              <Typography textColor={book ? 'neutral800' : 'neutral600'}>
                {book?.name ?? t('archive.import.noFile')}
              </Typography>
            </Flex>
            <Box>
              <Typography variant="pi" textColor="neutral600">
                {t('archive.import.promise')}
              </Typography>
            </Box>
            <input
              ref={picker}
              type="file"
              hidden
              accept={XLSX}
              aria-label={t('archive.import.choose')}
              onChange={(event) => {
                setBook(event.target.files?.[0] ?? null);
                event.target.value = '';
              }}
            />
          </Flex>
          {trouble && (
            <Typography role="alert" textColor="danger600">
              {trouble}
            </Typography>
          )}
        </Flex>
      </Modal.Body>
      <Modal.Footer>
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t('form.back')}
        </Button>
        <Button type="submit" startIcon={<Upload />} loading={busy === 'upload'} disabled={!book || !community}>
          {t('archive.import.upload')}
        </Button>
      </Modal.Footer>
    </form>
  );
}
