import { Box, Flex, Typography } from '@strapi/design-system';
import { useWords } from '../kernel/words';

const KINDS = ['added', 'changed', 'unchanged', 'leftOut'] as const;
const COLOUR = { added: 'success600', changed: 'primary600', unchanged: 'neutral600', leftOut: 'danger600' } as const;

/** How many rows are new, changed, as they were, and left out. */
export function Tally({ title, rows }: { title: string; rows: Record<(typeof KINDS)[number], number> }) {
  const { t } = useWords();
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Typography variant="delta" tag="h2">
        {title}
      </Typography>
      <Flex tag="dl" gap={7} paddingTop={3} wrap="wrap">
        {KINDS.map((kind) => (
          <Box key={kind}>
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {t(`archive.tally.${kind}`)}
            </Typography>
            <Typography
              tag="dd"
              variant="alpha"
              textColor={rows[kind] > 0 ? COLOUR[kind] : 'neutral600'}
              data-testid={`tally-${kind}`}
            >
              {rows[kind]}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Box>
  );
}
