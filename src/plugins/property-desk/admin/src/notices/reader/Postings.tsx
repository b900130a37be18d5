import * as React from 'react';
import { Box, Flex, Loader, TextButton, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { CaseFileItem, NoticePosting } from '../../../../contracts';
import { PhotoModal } from '../../case-panel/PhotoModal';
import { useDeskApi } from '../../kernel/api';
import { useNow } from '../../kernel/clock/ticker';
import { useTimes } from '../../kernel/clock/times';
import { readFailure } from '../../kernel/failure';
import { usePolled } from '../../kernel/usePolled';
import { useWords } from '../../kernel/words';
import { FailureNote } from '../../kernel/FailureNote';
import { RecordPosting } from '../RecordPosting';

const EVERY_MS = 60_000;

interface LineProps {
  notice: string;
  posting: NoticePosting;
  records: boolean;
  onPhoto: (file: CaseFileItem) => void;
  onDone: () => void;
}

function Line({ notice, posting, records, onPhoto, onDone }: LineProps) {
  const { t } = useWords();
  const times = useTimes();
  const now = useNow();
  const { building, postedAt, by, photos } = posting;
  return (
    <Flex
      tag="li"
      justifyContent="space-between"
      alignItems="flex-start"
      gap={3}
      wrap="wrap"
      paddingTop={2}
      paddingBottom={2}
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      data-testid="posting"
    >
      <Box>
        <Typography fontWeight="semiBold">{building.name}</Typography>
        <Typography variant="pi" textColor={postedAt ? 'success700' : 'neutral600'} tag="div">
          {postedAt ? t('posting.since', { time: times.moment(postedAt, now), by: by ?? '' }) : t('posting.missing')}
        </Typography>
        {photos.map((photo, index) => (
          <Box key={photo.documentId}>
            <TextButton type="button" onClick={() => onPhoto(photo)}>
              {t('posting.show', { number: index + 1 })}
            </TextButton>
          </Box>
        ))}
      </Box>
      {!postedAt && records && <RecordPosting notice={notice} building={building} onDone={onDone} />}
    </Flex>
  );
}

interface PostingsProps {
  documentId: string;
  /** Whether this person may say where it hangs. */
  records: boolean;
  onChanged: () => void;
}

/** The notice boards, building by building: since when it hangs there, by whom, with photos. */
export function Postings({ documentId, records, onChanged }: PostingsProps) {
  const { t } = useWords();
  const api = useDeskApi();
  const { toggleNotification } = useNotification();
  const load = React.useCallback(() => api.noticePostings(documentId), [api, documentId]);
  const { data, failure, refresh } = usePolled(load, EVERY_MS, { types: ['notice'] });
  const [photo, setPhoto] = React.useState<{ name: string; blob: Blob } | null>(null);

  const show = async (file: CaseFileItem) => {
    try {
      const { blob } = await api.file('notices', documentId, file.documentId);
      setPhoto({ name: file.name, blob: new Blob([blob], { type: file.mime }) });
    } catch (error) {
      const read = readFailure(error);
      if (read.kind !== 'aborted') toggleNotification({ type: 'danger', message: read.message });
    }
  };
  if (!data) {
    return failure ? (
      <FailureNote failure={failure} onAgain={() => void refresh()} />
    ) : (
      <Loader small>{t('form.loading')}</Loader>
    );
  }
  return (
    <Box>
      {data.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('posting.none')}
        </Typography>
      )}
      <Box tag="ul" style={{ listStyle: 'none' }}>
        {data.map((posting) => (
          <Line
            key={posting.documentId}
            notice={documentId}
            posting={posting}
            records={records}
            onPhoto={(file) => void show(file)}
            onDone={() => {
              void refresh();
              onChanged();
            }}
          />
        ))}
      </Box>
      {photo && <PhotoModal {...photo} onClose={() => setPhoto(null)} />}
    </Box>
  );
}
