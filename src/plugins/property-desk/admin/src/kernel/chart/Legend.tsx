import { Box, Flex, Typography } from '@strapi/design-system';

/** What the colours of a chart stand for. */
export function Legend({ entries }: { entries: { key: string; name: string; colour: string }[] }) {
  return (
    <Flex gap={4} wrap="wrap" paddingBottom={3}>
      {entries.map(({ key, name, colour }) => (
        <Flex key={key} gap={2}>
          <Box background={colour} width="1.2rem" height="1.2rem" hasRadius aria-hidden />
          <Typography variant="pi" textColor="neutral700">
            {name}
          </Typography>
        </Flex>
      ))}
    </Flex>
  );
}
