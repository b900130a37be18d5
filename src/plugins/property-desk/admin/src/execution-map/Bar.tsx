import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useWords } from '../kernel/words';

const Track = styled(Box)`
  display: flex;
  height: 0.8rem;
  overflow: hidden;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral150};
`;

/** Kept, broken and open side by side, as parts of what they come to; the figures stand beside it. */
export function Bar({ kept, broken, open }: { kept: number; broken: number; open: number }) {
  const { t } = useWords();
  const parts = [
    ['success500', kept],
    ['danger500', broken],
    ['neutral300', open],
  ] as const;
  return (
    <Track role="img" aria-label={t('map.bar', { kept, broken, open })}>
      {parts.map(
        ([colour, count]) =>
          count > 0 && <Box key={colour} background={colour} style={{ flex: `${count} 1 3px` }} height="100%" />
      )}
    </Track>
  );
}
