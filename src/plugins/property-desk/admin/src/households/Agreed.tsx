import * as React from 'react';
import { Box, TextButton } from '@strapi/design-system';
import { useWords } from '../kernel/words';
import { Consents } from '../privacy/Consents';
import { useMay } from '../kernel/rights';

/** What a resident has agreed to, read when somebody asks for it. */
export function Agreed({ resident }: { resident: string }) {
  const { t } = useWords();
  const [open, setOpen] = React.useState(false);
  const may = useMay('consent.read');
  if (!may) return null;
  return (
    <>
      <TextButton type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('household.consents')}
      </TextButton>
      {open && (
        <Box width="100%" minWidth="32rem">
          <Consents resident={resident} />
        </Box>
      )}
    </>
  );
}
