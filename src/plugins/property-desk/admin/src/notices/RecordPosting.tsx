import * as React from 'react';
import { Button, Flex } from '@strapi/design-system';
import { Check, Upload } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { Ref } from '../../../contracts';
import { useDeskApi } from '../kernel/api';
import { readFailure, whyOf } from '../kernel/failure';
import { useWords } from '../kernel/words';

const PHOTOS = 'image/jpeg,image/png,image/webp,image/heic';

interface RecordPostingProps {
  notice: string;
  building: Ref;
  onDone: () => void;
}

/** Says that a notice hangs in a building, best with a photo: a telephone offers its camera. */
export function RecordPosting({ notice, building, onDone }: RecordPostingProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const picker = React.useRef<HTMLInputElement>(null);
  const [busy, setBusy] = React.useState(false);

  const record = async (photos: File[]) => {
    setBusy(true);
    try {
      await api.recordPosting(notice, building.documentId, photos);
      toggleNotification({ type: 'success', message: t('posting.done', { building: building.name }) });
      onDone();
    } catch (error) {
      const read = readFailure(error);
      if (read.kind !== 'aborted') {
        toggleNotification({ type: 'danger', message: whyOf(read, t) });
      }
    } finally {
      setBusy(false);
      if (picker.current) picker.current.value = '';
    }
  };
  return (
    <Flex gap={2} wrap="wrap">
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        accept={PHOTOS}
        aria-label={t('posting.photoOf', { building: building.name })}
        onChange={(event) => {
          const photos = Array.from(event.target.files ?? []);
          if (photos.length > 0) void record(photos);
        }}
      />
      <Button
        size="S"
        variant="secondary"
        startIcon={<Upload />}
        loading={busy}
        aria-label={t('posting.photoOf', { building: building.name })}
        onClick={() => picker.current?.click()}
      >
        {t('posting.photo')}
      </Button>
      <Button
        size="S"
        variant="tertiary"
        startIcon={<Check />}
        disabled={busy}
        aria-label={t('posting.plainOf', { building: building.name })}
        onClick={() => void record([])}
      >
        {t('posting.plain')}
      </Button>
    </Flex>
  );
}
