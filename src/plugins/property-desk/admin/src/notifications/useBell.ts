import * as React from 'react';
import { useDeskApi } from '../kernel/api';
import { usePolled } from '../kernel/usePolled';
import { ring } from './sound';

const EVERY_MS = 15_000;

/** Told when the person has read something, so that the number on the bell follows at once. */
const READ = 'property-desk:notifications-read';

/** Says that something has been read. */
export const sayRead = () => window.dispatchEvent(new Event(READ));

/** How much is unread; sounds when something urgent comes that was not there before. */
export function useBell(): number {
  const api = useDeskApi();
  const load = React.useCallback(() => api.notificationSummary(), [api]);
  const { data, refresh } = usePolled(load, EVERY_MS, 'all');
  const known = React.useRef<string | null | undefined>(undefined);
  React.useEffect(() => {
    if (!data) return;
    // What was there when the page opened is no news.
    const news = known.current !== undefined && data.urgent !== null && data.urgent !== known.current;
    // A count that shrinks leaves an older one as the latest: that is no news either.
    if (news && data.sound && data.unread > 0) void ring();
    known.current = data.urgent ?? known.current ?? null;
  }, [data]);
  React.useEffect(() => {
    const again = () => void refresh();
    window.addEventListener(READ, again);
    return () => window.removeEventListener(READ, again);
  }, [refresh]);
  return data?.unread ?? 0;
}
