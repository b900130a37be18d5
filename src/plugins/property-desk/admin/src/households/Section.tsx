import * as React from 'react';
import { Box, Flex, Typography } from '@strapi/design-system';

interface SectionProps {
  title: string;
  /** What is done here, on screens only. */
  action?: React.ReactNode;
  children: React.ReactNode;
}

/** One part of the file under its name. */
export function Section({ title, action, children }: SectionProps) {
  const id = React.useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={{ initial: 4, medium: 5 }}
    >
      <Flex justifyContent="space-between" gap={4} paddingBottom={3}>
        <Typography id={id} variant="delta" tag="h2">
          {title}
        </Typography>
        {action && <div data-screen-only>{action}</div>}
      </Flex>
      {children}
    </Box>
  );
}
