import * as React from 'react';
import { useAuth } from '@strapi/strapi/admin';
import { keptBy, type Kept } from './kept';

/** Forms that this person has begun and not sent, in this tab. */
export function useKept(): Kept {
  const person = useAuth('useKept', ({ user }) => String(user?.id ?? ''));
  return React.useMemo(() => keptBy(person), [person]);
}
