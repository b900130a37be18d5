import { Box, Flex, TextButton, Typography } from '@strapi/design-system';
import type { Suspect } from '../../../contracts';
import { useWords } from '../kernel/words';
import { anchorOf } from './StudyText';

const show = (index: number) => {
  const mark = document.getElementById(anchorOf(index));
  mark?.scrollIntoView({ block: 'center' });
  mark?.focus({ preventScroll: true });
};

function Places({ suspects, all }: { suspects: Suspect[]; all: Suspect[] }) {
  const { t } = useWords();
  return (
    <Box tag="ul" style={{ listStyle: 'none' }}>
      {suspects.map((suspect) => (
        <Box tag="li" key={all.indexOf(suspect)} paddingTop={1}>
          <Flex gap={2} wrap="wrap">
            <TextButton type="button" onClick={() => show(all.indexOf(suspect))}>
              {suspect.text}
            </TextButton>
            <Typography variant="pi" textColor="neutral600">
              {t('library.where', {
                field: t(`field.${suspect.field}`),
                kind: t(`case-study.identifier.${suspect.kind}`),
              })}
            </Typography>
          </Flex>
        </Box>
      ))}
    </Box>
  );
}

/** What the person who confirms must look at before anybody else reads it. */
export function ToLookAt({ suspects }: { suspects: Suspect[] }) {
  const { t } = useWords();
  const listed = suspects.filter((suspect) => suspect.listed);
  const merely = suspects.filter((suspect) => !suspect.listed);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} data-testid="to-look-at">
      {listed.length > 0 && (
        <Box background="danger100" borderColor="danger200" hasRadius padding={4}>
          <Typography fontWeight="bold" textColor="danger700" tag="h3">
            {t('library.listed', { count: listed.length })}
          </Typography>
          <Places suspects={listed} all={suspects} />
        </Box>
      )}
      {merely.length > 0 && (
        <Box background="warning100" borderColor="warning200" hasRadius padding={4}>
          <Typography fontWeight="bold" textColor="warning700" tag="h3">
            {t('library.suspects', { count: merely.length })}
          </Typography>
          <Places suspects={merely} all={suspects} />
        </Box>
      )}
      {suspects.length === 0 && (
        <Box background="success100" borderColor="success200" hasRadius padding={4}>
          <Typography textColor="success700">{t('library.clean')}</Typography>
        </Box>
      )}
    </Flex>
  );
}
