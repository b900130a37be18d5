import * as React from 'react';
import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Paperclip } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseDetail, CaseFileItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useWords } from '../kernel/words';
import { PhotoModal } from './PhotoModal';

/** Pictures that a browser shows. */
export const PHOTO = /^image\/(jpeg|png|webp)$/;
export const PDF = 'application/pdf';
/** What the server takes; a telephone then offers its camera. */
export const ACCEPTED = 'image/jpeg,image/png,image/webp,image/heic,application/pdf';
/** Papers of the office besides, as they were written. */
const OFFICE = new Set(['document']);
const KILO = 1024;

const sizeOf = (bytes: number): string =>
  bytes < KILO * KILO ? `${Math.max(1, Math.round(bytes / KILO))} KB` : `${(bytes / KILO / KILO).toFixed(1)} MB`;

interface CaseFilesProps {
  detail: CaseDetail;
  mayAdd: boolean;
  onChanged: () => void;
}

/** The case's private files: photos are shown, others saved or opened in a tab; new ones are added here. */
export function CaseFiles({ detail, mayAdd, onChanged }: CaseFilesProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const picker = React.useRef<HTMLInputElement>(null);
  const [busy, setBusy] = React.useState(false);
  const [photo, setPhoto] = React.useState<{ name: string; blob: Blob } | null>(null);
  const { plural, documentId } = detail.case;

  const complain = (error: unknown) => {
    const failure = readFailure(error);
    if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: failure.message });
  };
  const open = async (file: CaseFileItem) => {
    try {
      const { blob } = await api.file(plural, documentId, file.documentId);
      const content = new Blob([blob], { type: file.mime });
      if (PHOTO.test(file.mime)) setPhoto({ name: file.name, blob: content });
      else hand(content, file.name, file.mime === PDF ? 'open' : 'save');
    } catch (error) {
      complain(error);
    }
  };
  const add = async (files: File[]) => {
    if (files.length === 0) return;
    setBusy(true);
    try {
      await api.upload(plural, documentId, files);
      onChanged();
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
      if (picker.current) picker.current.value = '';
    }
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {detail.files.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('files.none')}
        </Typography>
      )}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {detail.files.map((file) => (
          <Box tag="li" key={file.documentId} paddingBottom={1}>
            <TextButton type="button" onClick={() => void open(file)} style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </TextButton>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {[sizeOf(file.size), file.by === 'system' ? t('actor.system') : file.by, times.moment(file.at, now)].filter(Boolean).join(' · ')}
            </Typography>
          </Box>
        ))}
      </Box>
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={OFFICE.has(detail.case.type) ? `${ACCEPTED},.docx,.xlsx` : ACCEPTED}
        aria-label={t('files.add')}
        onChange={(event) => {
          // The panel stands inside the Content Manager's form, which must not hear of this.
          event.stopPropagation();
          void add(Array.from(event.target.files ?? []));
        }}
      />
      {mayAdd && (
        <Button
          type="button"
          variant="tertiary"
          startIcon={<Paperclip />}
          loading={busy}
          onClick={() => picker.current?.click()}
        >
          {t('files.add')}
        </Button>
      )}
      {photo && <PhotoModal {...photo} onClose={() => setPhoto(null)} />}
    </Flex>
  );
}
