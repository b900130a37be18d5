import * as React from 'react';
import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../words';
import { useKnown } from './live';

const SHOWN_BACK_MS = 4000;

const Bar = styled(Box)`
  position: sticky;
  top: 0;
  z-index: 3;
`;

/** Says that the network is gone while it is, and for a moment that it is back. What is shown stays, and what was typed. */
export function ConnectionBanner() {
  const { t } = useWords();
  const { lost, back } = useKnown();
  const [welcome, setWelcome] = React.useState(false);
  React.useEffect(() => {
    setWelcome(back && !lost);
    const timer = window.setTimeout(() => setWelcome(false), SHOWN_BACK_MS);
    return () => window.clearTimeout(timer);
  }, [back, lost]);
  return (
    <div role="status" aria-live="polite" data-testid="connection">
      {(lost || welcome) && (
        <Bar
          background={lost ? 'warning100' : 'success100'}
          borderColor={lost ? 'warning200' : 'success200'}
          padding={2}
          textAlign="center"
        >
          <Typography fontWeight="semiBold" textColor={lost ? 'warning700' : 'success700'}>
            {t(lost ? 'live.lost' : 'live.back')}
          </Typography>{' '}
          {lost && <Typography textColor="neutral700">{t('live.kept')}</Typography>}
        </Bar>
      )}
    </div>
  );
}
