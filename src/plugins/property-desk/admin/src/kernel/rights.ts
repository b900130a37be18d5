import { useAuth } from '@strapi/strapi/admin';
import { rightOf } from '../permissions';

/** Asks whether the person has a right, by its name without the plugin's prefix, e.g. `ticket.read`. */
export function useRights(): (right: string) => boolean {
  const held = useAuth('useRights', ({ permissions }) => permissions);
  return (right) => held.some(({ action }) => action === rightOf(right));
}

/** Whether the person has this one. */
export const useMay = (right: string): boolean => useRights()(right);
