import * as React from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { foldedOf, keepFolded } from './folded';

/** Which sections are folded, and what folds or unfolds one. */
export function useFolded(): [ReadonlySet<string>, (key: string) => void] {
  const person = useAuth('useFolded', ({ user }) => String(user?.id ?? ''));
  const [folded, setFolded] = React.useState<ReadonlySet<string>>(() => foldedOf(person));
  const toggle = (key: string) => {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    keepFolded(person, next);
    setFolded(next);
  };
  return [folded, toggle];
}
