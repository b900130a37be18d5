import * as React from 'react';
import { Typography } from '@strapi/design-system';
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

/** Whether an element has come into sight; once it has, it stays so. Each photo that is fetched is a look on the log. */
function useSeen(): [React.RefObject<HTMLButtonElement>, boolean] {
  const frame = React.useRef<HTMLButtonElement>(null);
  const [seen, setSeen] = React.useState(false);
  React.useEffect(() => {
    if (!frame.current) return;
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      setSeen(true);
      watch.disconnect();
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  return [frame, seen];
}

function Picture({ photo }: { photo: Photo }) {
  const { url, trouble } = usePicture(photo.load);
  if (url) return <img src={url} alt="" />;
  return (
    <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
      {trouble ?? ''}
    </Typography>
  );
}

/** A photo in small; pressed, it opens. */
export function Thumbnail({ photo, onOpen }: { photo: Photo; onOpen: () => void }) {
  const [frame, seen] = useSeen();
  return (
    <Frame ref={frame} type="button" aria-label={photo.name} title={photo.name} onClick={onOpen}>
      {seen && <Picture photo={photo} />}
    </Frame>
  );
}
