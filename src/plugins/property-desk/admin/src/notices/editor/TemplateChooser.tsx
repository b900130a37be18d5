import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type { NoticeTemplate } from '../../../../contracts';
import { useDeskApi } from '../../kernel/api';
import { readFailure, whyOf } from '../../kernel/failure';
import { useWords } from '../../kernel/words';

/** The usual notices, to start from; choosing one again replaces the words. */
export function TemplateChooser({ onChoose }: { onChoose: (template: NoticeTemplate) => void }) {
  const { t } = useWords();
  const api = useDeskApi();
  const [templates, setTemplates] = React.useState<NoticeTemplate[] | null>(null);
  const [trouble, setTrouble] = React.useState<string | null>(null);
  React.useEffect(() => {
    let gone = false;
    api.noticeTemplates().then(
      (answer) => !gone && setTemplates(answer),
      (error: unknown) => {
        const read = readFailure(error);
        if (!gone && read.kind !== 'aborted') setTrouble(whyOf(read, t));
      }
    );
    return () => {
      gone = true;
    };
  }, [api, t]);
  return (
    <Box>
      <Typography variant="pi" fontWeight="bold" tag="div" paddingBottom={2}>
        {t('editor.template')}
      </Typography>
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('editor.template')}>
        {templates?.map((template) => (
          <Button key={template.key} size="S" variant="tertiary" onClick={() => onChoose(template)}>
            {template.name}
          </Button>
        ))}
        {!templates && !trouble && <Typography textColor="neutral600">{t('form.loading')}</Typography>}
        {trouble && <Typography textColor="danger700">{trouble}</Typography>}
      </Flex>
    </Box>
  );
}
