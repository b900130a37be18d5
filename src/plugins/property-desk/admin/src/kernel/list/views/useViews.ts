import * as React from 'react';
import type { ListView, ListViews } from '../../../../../contracts';
import { useDeskApi, type ViewInput } from '../../api';

/** A view that comes with the list: a name that is a word, and its filters. */
export interface BuiltIn {
  /** Its word is `view.<list>.<name>`. */
  name: string;
  query: string;
}

/** A view as the bar shows it. */
export interface Offered {
  /** documentId, or `built-in:<name>`. */
  id: string;
  name: string;
  query: string;
  columns: string[] | null;
  /** The kept view behind it; a built-in one has none. */
  kept: ListView | null;
}

/** Name by which a built-in view is set as the one that a list opens with. */
export const builtInId = (name: string): string => `built-in:${name}`;

const NONE: ListViews = { views: [], columns: null, opensWith: null, mayShare: false };

/** The views of a list, and how the person likes it. Without an answer the list works all the same. */
export function useViews(list: string) {
  const api = useDeskApi();
  const [kept, setKept] = React.useState<ListViews | null>(null);
  const alive = React.useRef(true);

  const reload = React.useCallback(async () => {
    const found = await api.listViews(list).catch(() => NONE);
    if (alive.current) setKept(found);
  }, [api, list]);
  React.useEffect(() => {
    alive.current = true;
    void reload();
    return () => {
      alive.current = false;
    };
  }, [reload]);

  return React.useMemo(
    () => ({
      /** False until it is known what the list opens with. */
      known: kept !== null,
      ...(kept ?? NONE),
      keep: async (view: { name: string; query: string; columns: string[] | null; community: string | null }) => {
        const made = await api.keepView({ list, ...view });
        await reload();
        return made;
      },
      change: async (id: string, view: ViewInput) => {
        await api.changeView(id, view);
        await reload();
      },
      drop: async (id: string) => {
        await api.dropView(id);
        await reload();
      },
      /** Sets the person's columns, or the view that the list opens with. */
      set: async (setting: { columns?: string[] | null; opensWith?: string | null }) => {
        setKept((before) => before && { ...before, ...setting });
        await api.setList({ list, ...setting });
      },
    }),
    [api, kept, list, reload]
  );
}

/** What {@link useViews} gives. */
export type Views = ReturnType<typeof useViews>;
