import * as React from 'react';
import { Box, Flex, IconButton, TextButton, Typography } from '@strapi/design-system';
import { Cross, Upload } from '@strapi/icons';
import { styled } from 'styled-components';
import { useWords } from '../kernel/words';

/** What the archive takes: scans, pictures, and office files as they were written. */
const ARCHIVE_FILES = 'application/pdf,image/jpeg,image/png,image/webp,image/heic,.docx,.xlsx';

const Zone = styled(Box)<{ $over: boolean }>`
  border: 1px dashed ${({ theme, $over }) => theme.colors[$over ? 'primary600' : 'neutral300']};
  background: ${({ theme, $over }) => theme.colors[$over ? 'primary100' : 'neutral100']};
`;

interface DropZoneProps {
  files: File[];
  onChange: (files: File[]) => void;
  label: string;
}

/** Files to be handed in: dropped here, or chosen. */
export function DropZone({ files, onChange, label }: DropZoneProps) {
  const { t } = useWords();
  const [over, setOver] = React.useState(false);
  const picker = React.useRef<HTMLInputElement>(null);
  const add = (more: FileList | null) => onChange([...files, ...Array.from(more ?? [])]);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Zone
        $over={over}
        hasRadius
        padding={6}
        role="group"
        aria-label={label}
        data-testid="drop-zone"
        onDragOver={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event: React.DragEvent) => {
          event.preventDefault();
          setOver(false);
          add(event.dataTransfer.files);
        }}
      >
        <Flex direction="column" gap={2}>
          <Upload aria-hidden width="2.4rem" height="2.4rem" fill="primary600" />
          <Typography fontWeight="semiBold">{t('documents.drop')}</Typography>
          <TextButton type="button" onClick={() => picker.current?.click()}>
            {t('documents.choose')}
          </TextButton>
          <Typography variant="pi" textColor="neutral600">
            {t('documents.taken')}
          </Typography>
        </Flex>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          accept={ARCHIVE_FILES}
          aria-label={label}
          onChange={(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        />
      </Zone>
      {files.length > 0 && (
        <Box tag="ul" style={{ listStyle: 'none' }}>
          {files.map((file, at) => (
            <Flex tag="li" key={`${file.name}${at}`} gap={2} justifyContent="space-between">
              <Typography style={{ overflowWrap: 'anywhere' }}>{file.name}</Typography>
              <IconButton
                type="button"
                variant="ghost"
                size="S"
                label={t('documents.dropOut', { name: file.name })}
                onClick={() => onChange(files.filter((_file, index) => index !== at))}
              >
                <Cross />
              </IconButton>
            </Flex>
          ))}
        </Box>
      )}
    </Flex>
  );
}
