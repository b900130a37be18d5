import * as React from 'react';
import { Button, Flex, Tag } from '@strapi/design-system';
import { Cross, Paperclip } from '@strapi/icons';
import type { MediaItem } from '../../../../contracts';
import { keptUrl, MediaLibrary, useHasMediaLibrary } from '../../kernel/mediaLibrary';
import { useWords } from '../../kernel/words';

interface AttachmentsProps {
  value: MediaItem[];
  onChange: (value: MediaItem[]) => void;
}

/** Files of the media library that go with the notice. */
export function Attachments({ value, onChange }: AttachmentsProps) {
  const { t } = useWords();
  const [open, setOpen] = React.useState(false);
  const has = useHasMediaLibrary();
  return (
    <Flex direction="column" alignItems="flex-start" gap={2}>
      {value.length > 0 && (
        <Flex gap={2} wrap="wrap" role="list">
          {value.map((file) => (
            <span role="listitem" key={file.documentId}>
              <Tag
                icon={<Cross aria-hidden />}
                label={t('form.takeOff', { name: file.name })}
                onClick={() => onChange(value.filter((each) => each !== file))}
              >
                {file.name}
              </Tag>
            </span>
          ))}
        </Flex>
      )}
      {has && (
        <Button size="S" variant="tertiary" startIcon={<Paperclip />} onClick={() => setOpen(true)}>
          {t('editor.attach')}
        </Button>
      )}
      {open && (
        <MediaLibrary
          onClose={() => setOpen(false)}
          onSelectAssets={(assets) => {
            const known = new Set(value.map(({ documentId }) => documentId));
            const added = assets.flatMap(({ documentId, name, url, mime, size }) =>
              documentId && !known.has(documentId)
                ? [{ documentId, name, url: keptUrl(url), mime, size: Math.round(size * 1024) }]
                : []
            );
            onChange([...value, ...added]);
            setOpen(false);
          }}
        />
      )}
    </Flex>
  );
}
