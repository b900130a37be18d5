import * as React from 'react';
import { Button, EmptyStateLayout, Flex, Modal, Typography } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { focusBack } from '../kernel/focusBack';
import type { ArchiveExportItem, ArchiveImportItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useOfficeTime } from '../kernel/clock/useOfficeTime';
import { type Failure, whyOf } from '../kernel/failure';
import { Notice } from '../kernel/Notice';
import { usePolled } from '../kernel/usePolled';
import { useWords } from '../kernel/words';
import { ARCHIVE_IMPORT_READ } from '../permissions';
import { ExportDialog } from './ExportDialog';
import { ExportTable } from './ExportTable';
import { ImportTable } from './ImportTable';
import { UploadDialog } from './UploadDialog';
import { useRights } from '../kernel/rights';

const EVERY_MS = 15_000;
const LIMIT = 50;

function Trouble({ failure, stale }: { failure: Failure | null; stale: boolean }) {
  const { t } = useWords();
  if (!failure) return null;
  return (
    <Notice variant="warning" title={t(stale ? 'error.stale' : 'error.failed')}>
      {whyOf(failure, t)}
    </Notice>
  );
}

function Exchange() {
  const { t } = useWords();
  useOfficeTime();
  const api = useDeskApi();
  const [open, setOpen] = React.useState<'import' | 'export' | null>(null);
  const may = useRights();
  const mayExport = may('archive.export');
  const imports = usePolled(
    React.useCallback(() => api.list<ArchiveImportItem>('archive-imports', { limit: LIMIT }), [api]),
    EVERY_MS
  );
  const exports = usePolled(
    React.useCallback(() => api.list<ArchiveExportItem>('archive-exports', { limit: LIMIT }), [api]),
    EVERY_MS
  );
  const refresh = () => void exports.refresh();

  return (
    <Page.Main>
      <Page.Title>{t('archive.title')}</Page.Title>
      <Layouts.Header
        title={t('archive.title')}
        subtitle={t('archive.subtitle')}
        primaryAction={
          <Flex gap={2}>
            {mayExport && (
              <Button variant="secondary" startIcon={<Download />} onClick={() => setOpen('export')}>
                {t('archive.export.open')}
              </Button>
            )}
            {may('archive-import.upload') && (
              <Button startIcon={<Upload />} onClick={() => setOpen('import')}>
                {t('archive.import.title')}
              </Button>
            )}
          </Flex>
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Typography variant="beta" tag="h2">
            {t('archive.imports')}
          </Typography>
          <Trouble failure={imports.failure} stale={imports.data !== null} />
          {!imports.data && !imports.failure && <Page.Loading />}
          {imports.data?.data.length === 0 && <EmptyStateLayout content={t('archive.import.empty')} />}
          {imports.data && imports.data.data.length > 0 && <ImportTable items={imports.data.data} />}
          <Typography variant="beta" tag="h2" paddingTop={4}>
            {t('archive.exports')}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {t('archive.exportsHow')}
          </Typography>
          <Trouble failure={exports.failure} stale={exports.data !== null} />
          {exports.data?.data.length === 0 && <EmptyStateLayout content={t('archive.export.empty')} />}
          {exports.data && exports.data.data.length > 0 && <ExportTable items={exports.data.data} onDone={refresh} />}
        </Flex>
        <Modal.Root open={open !== null} onOpenChange={(still) => !still && setOpen(null)}>
          <Modal.Content onCloseAutoFocus={focusBack}>
            {open === 'import' && <UploadDialog onClose={() => setOpen(null)} />}
            {open === 'export' && <ExportDialog onClose={() => setOpen(null)} onAsked={refresh} />}
          </Modal.Content>
        </Modal.Root>
      </Layouts.Content>
    </Page.Main>
  );
}

/** 导入导出: past imports and exports, and the way to new ones. */
export default function ExchangePage() {
  return (
    <Page.Protect permissions={ARCHIVE_IMPORT_READ}>
      <Exchange />
    </Page.Protect>
  );
}
