import { Badge, Flex, Typography } from '@strapi/design-system';
import type { DocumentListItem, Twin } from '../../../contracts';
import { useTimes } from '../kernel/clock/times';
import { useWords } from '../kernel/words';

/** One of the two copies: there, lacking and since when, or never to come and why. */
export function TwinNote({ document, twin }: { document: DocumentListItem; twin: Twin }) {
  const { t } = useWords();
  const { day } = useTimes();
  const copy = document[twin];
  if (copy.lacksSince)
    return (
      <Flex direction="column" alignItems="flex-start" gap={1}>
        <Badge variant="warning">{t(`documents.lacks.${twin}`)}</Badge>
        <Typography variant="pi" textColor="neutral600">
          {t('documents.since', { day: day(copy.lacksSince) })}
        </Typography>
      </Flex>
    );
  if (copy.never)
    return (
      <Typography variant="pi" textColor="neutral600" title={copy.never}>
        {t(`documents.never.${twin}`)}
      </Typography>
    );
  if (!copy.at) return <Typography textColor="neutral600">{t('case.empty')}</Typography>;
  return (
    <Typography>{twin === 'paper' ? (document.paper.place ?? t('documents.there')) : t('documents.there')}</Typography>
  );
}
