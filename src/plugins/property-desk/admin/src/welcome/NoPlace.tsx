import { Box, Flex, Typography } from '@strapi/design-system';
import { Information } from '@strapi/icons';
import { useWords } from '../kernel/words';

/** For whoever has no staff record, or works in no community yet: why the desk is empty, and who puts it right. */
export function NoPlace({ why }: { why: 'noStaff' | 'noCommunity' }) {
  const { t } = useWords();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={8} data-testid="no-place">
      <Flex direction="column" gap={3}>
        <Information width="4.8rem" height="4.8rem" fill="primary500" aria-hidden />
        <Typography variant="delta" tag="h2" textAlign="center">
          {t(`welcome.${why}`)}
        </Typography>
        <Typography textColor="neutral600" tag="p" textAlign="center">
          {t(`welcome.${why}How`)}
        </Typography>
      </Flex>
    </Box>
  );
}
