import * as React from 'react';
import { PhotoViewer } from './PhotoViewer';

/** One photo that was fetched already, on top of the page. */
export function PhotoModal({ name, blob, onClose }: { name: string; blob: Blob; onClose: () => void }) {
  const photos = React.useMemo(() => [{ name, load: () => Promise.resolve(blob) }], [name, blob]);
  return <PhotoViewer photos={photos} at={0} onTurn={() => undefined} onClose={onClose} />;
}
