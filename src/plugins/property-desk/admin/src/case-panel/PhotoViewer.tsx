import * as React from 'react';
import { Box, Flex, IconButton, Loader, Modal, TextButton, Typography } from '@strapi/design-system';
import { ArrowLeft, ArrowRight, Download } from '@strapi/icons';
import { hand } from '../kernel/download';
import { readFailure } from '../kernel/failure';
import { focusBack } from '../kernel/focusBack';
import { useShortcuts } from '../kernel/shortcuts';
import { useWords } from '../kernel/words';

/** A photo that is fetched when somebody looks at it. */
export interface Photo {
  name: string;
  /** Who added it, and when. */
  caption?: string;
  load: () => Promise<Blob>;
}

/** The address of a picture while it is shown; what went wrong, where it could not be had. */
export function usePicture(load: () => Promise<Blob>): { url: string | null; trouble: string | null } {
  const [url, setUrl] = React.useState<string | null>(null);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  React.useEffect(() => {
    let gone = false;
    let made: string | null = null;
    setUrl(null);
    setTrouble(null);
    load().then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      (error: unknown) => !gone && setTrouble(readFailure(error).message)
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [load]);
  return { url, trouble };
}

interface PhotoViewerProps {
  photos: Photo[];
  /** Which of them is shown. */
  at: number;
  onTurn: (at: number) => void;
  onClose: () => void;
}

/** Photos on top of the page, one at a time; the arrow keys turn them. No tab that a telephone's browser may refuse. */
export function PhotoViewer({ photos, at, onTurn, onClose }: PhotoViewerProps) {
  const { t } = useWords();
  const root = React.useRef<HTMLDivElement>(null);
  const photo = photos[at] as Photo;
  const { url, trouble } = usePicture(photo.load);
  const turn = (by: 1 | -1) => {
    const next = at + by;
    if (next >= 0 && next < photos.length) onTurn(next);
  };
  useShortcuts(
    'dialog',
    [
      { keys: 'ArrowLeft', says: t('photos.before'), run: () => turn(-1) },
      { keys: 'ArrowRight', says: t('photos.after'), run: () => turn(1) },
    ],
    root
  );
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content onCloseAutoFocus={focusBack}>
        <Modal.Header closeLabel={t('form.close')}>
          <Modal.Title>{photo.name}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex ref={root} direction="column" alignItems="stretch" gap={3}>
            <Flex gap={3} justifyContent="space-between" wrap="wrap">
              {photos.length > 1 ? (
                <Flex gap={2}>
                  <IconButton label={t('photos.before')} disabled={at === 0} onClick={() => turn(-1)}>
                    <ArrowLeft />
                  </IconButton>
                  <Typography aria-live="polite">{t('photos.at', { at: at + 1, of: photos.length })}</Typography>
                  <IconButton label={t('photos.after')} disabled={at === photos.length - 1} onClick={() => turn(1)}>
                    <ArrowRight />
                  </IconButton>
                </Flex>
              ) : (
                <span />
              )}
              <Typography variant="pi" textColor="neutral600">
                {photo.caption}
              </Typography>
              <TextButton
                type="button"
                startIcon={<Download />}
                disabled={!url}
                onClick={() => void photo.load().then((blob) => hand(blob, photo.name))}
              >
                {t('photos.save')}
              </TextButton>
            </Flex>
            <Box minHeight="16rem">
              {url && (
                <img
                  src={url}
                  alt={photo.name}
                  style={{ display: 'block', maxWidth: '100%', maxHeight: '70vh', margin: '0 auto' }}
                />
              )}
              {!url && !trouble && <Loader>{t('form.loading')}</Loader>}
              {trouble && (
                <Typography role="alert" textColor="danger600">
                  {trouble}
                </Typography>
              )}
            </Box>
          </Flex>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
