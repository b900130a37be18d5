import { Typography } from '@strapi/design-system';
import { Images as ImageIcon } from '@strapi/icons';
import { styled } from 'styled-components';
import { usePicture, type Photo } from './PhotoViewer';

const Frame = styled.button`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 100%;
  aspect-ratio: 4 / 3;
  padding: 0;
  overflow: hidden;
  cursor: zoom-in;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral100};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
  img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
`;

function Picture({ photo }: { photo: Photo }) {
  const { url, trouble } = usePicture(photo.load);
  if (url) return <img src={url} alt="" />;
  return (
    <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {trouble ?? ''}
    </Typography>
  );
}

/** A photo in small, once somebody wants to see it: each that is fetched is a look on the log. Pressed, it opens. */
export function Thumbnail({ photo, fetched, onOpen }: { photo: Photo; fetched: boolean; onOpen: () => void }) {
  return (
    <Frame type="button" aria-label={photo.name} title={photo.name} onClick={onOpen}>
      {fetched ? <Picture photo={photo} /> : <ImageIcon aria-hidden width="3.2rem" height="3.2rem" />}
    </Frame>
  );
}
