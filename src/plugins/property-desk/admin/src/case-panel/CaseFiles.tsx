import * as React from 'react';
import { Box, Button, Flex, TextButton, Typography } from '@strapi/design-system';
import { Eye, Paperclip } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import type { CaseDetail, CaseFileItem } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { useNow } from '../kernel/clock/ticker';
import { useTimes } from '../kernel/clock/times';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { useWords } from '../kernel/words';
import { PhotoViewer, type Photo } from './PhotoViewer';
import { Thumbnail } from './Thumbnail';

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

const Photos = styled.ul`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
  gap: 1.2rem;
  list-style: none;
  > li {
    min-width: 0;
  }
`;

/** Fetches a file at the first look; after a failure the next look tries again. */
function onceFetched(fetchFile: () => Promise<{ blob: Blob }>, { mime }: CaseFileItem): Photo['load'] {
  let under: Promise<Blob> | null = null;
  return () => {
    under ??= fetchFile().then(
      ({ blob }) => new Blob([blob], { type: mime }),
      (error: unknown) => {
        under = null;
        throw error;
      }
    );
    return under;
  };
}

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
  const [shown, setShown] = React.useState<number | null>(null);
  const [looked, setLooked] = React.useState<Set<string>>(new Set());
  const look = (those: CaseFileItem[]) =>
    setLooked((now) => new Set([...now, ...those.map((each) => each.documentId)]));
  const { plural, documentId } = detail.case;
  const pictures = detail.files.filter(({ mime }) => PHOTO.test(mime));
  const others = detail.files.filter(({ mime }) => !PHOTO.test(mime));

  // Fetched once, however often the case is read and however often they are looked at.
  const fetched = React.useRef(new Map<string, Photo['load']>());
  const photos = pictures.map((file): Photo => {
    const load =
      fetched.current.get(file.documentId) ?? onceFetched(() => api.file(plural, documentId, file.documentId), file);
    fetched.current.set(file.documentId, load);
    return { name: file.name, caption: [file.by, times.moment(file.at, now)].filter(Boolean).join(' · '), load };
  });

  const turn = (at: number) => {
    setShown(at);
    look(pictures.slice(at, at + 1));
  };

  const complain = (error: unknown) => {
    const failure = readFailure(error);
    if (failure.kind !== 'aborted') toggleNotification({ type: 'danger', message: failure.message });
  };
  const open = async (file: CaseFileItem) => {
    try {
      const { blob } = await api.file(plural, documentId, file.documentId);
      hand(new Blob([blob], { type: file.mime }), file.name, file.mime === PDF ? 'open' : 'save');
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
      {photos.length > 0 && (
        <>
          {pictures.some((each) => !looked.has(each.documentId)) && (
            <Box>
              <TextButton type="button" startIcon={<Eye />} onClick={() => look(pictures)}>
                {t('files.showPhotos', { count: photos.length })}
              </TextButton>
            </Box>
          )}
          <Photos aria-label={t('files.photos')}>
            {photos.map((photo, index) => (
              <li key={pictures[index]?.documentId}>
                <Thumbnail
                  photo={photo}
                  fetched={looked.has(pictures[index]?.documentId ?? '')}
                  onOpen={() => turn(index)}
                />
                <Typography variant="pi" textColor="neutral600" tag="div" ellipsis title={photo.caption}>
                  {photo.caption}
                </Typography>
              </li>
            ))}
          </Photos>
        </>
      )}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {others.map((file) => (
          <Box tag="li" key={file.documentId} paddingBottom={1}>
            <TextButton type="button" onClick={() => void open(file)} style={{ overflowWrap: 'anywhere' }}>
              {file.name}
            </TextButton>
            <Typography variant="pi" textColor="neutral600" tag="div">
              {[sizeOf(file.size), file.by === 'system' ? t('actor.system') : file.by, times.moment(file.at, now)]
                .filter(Boolean)
                .join(' · ')}
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
      {shown !== null && photos[shown] && (
        <PhotoViewer photos={photos} at={shown} onTurn={turn} onClose={() => setShown(null)} />
      )}
    </Flex>
  );
}
