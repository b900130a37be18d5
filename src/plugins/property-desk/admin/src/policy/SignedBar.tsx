import { Box } from '@strapi/design-system';

/** How many of all have signed, as a bar. */
export function SignedBar({ done, total, label }: { done: number; total: number; label: string }) {
  return (
    <Box
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      background="neutral200"
      width="100%"
      height="0.8rem"
      hasRadius
      overflow="hidden"
    >
      <Box background="success500" height="100%" width={`${(done / total) * 100}%`} />
    </Box>
  );
}
