import * as React from 'react';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Check, Duplicate } from '@strapi/icons';
import { useWords } from '../kernel/words';

/** The code by which an anonymous complainant follows: said this once, large, with the sentence to read out. */
export function SecretCode({ number, code }: { number: string; code: string }) {
  const { t } = useWords();
  const [copied, setCopied] = React.useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(t('code.copyText', { number, code }));
      setCopied(true);
    } catch {
      // Without a secure address there is no clipboard; the code can still be marked by hand.
      setCopied(false);
    }
  };
  return (
    <Box background="warning100" borderColor="warning600" hasRadius padding={5} role="status">
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Typography fontWeight="bold" textColor="warning700">
          {t('code.title')}
        </Typography>
        <Flex gap={4} wrap="wrap" alignItems="center">
          <Typography
            tag="div"
            fontWeight="bold"
            data-testid="secret-code"
            style={{
              fontSize: '4rem',
              lineHeight: 1.2,
              letterSpacing: '0.12em',
              fontFamily: 'monospace',
              userSelect: 'all',
            }}
          >
            {code}
          </Typography>
          <Button
            type="button"
            variant="secondary"
            startIcon={copied ? <Check /> : <Duplicate />}
            onClick={() => void copy()}
          >
            {t(copied ? 'code.copied' : 'code.copy')}
          </Button>
        </Flex>
        <Typography tag="p">{t('code.readOut', { number, code: [...code].join(' ') })}</Typography>
        <Typography tag="p" variant="pi" textColor="neutral700">
          {t('code.once')}
        </Typography>
      </Flex>
    </Box>
  );
}
