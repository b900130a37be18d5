import { PAGES } from '../pluginId';
import { useMay } from '../kernel/rights';

/** What a list of obligations is narrowed to. */
export type Narrowing = Record<string, string | undefined>;

/** The address of the list of obligations that a figure counts. */
export const obligationsLink = (narrowing: Narrowing): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(narrowing)) if (value) params.set(name, value);
  return `${PAGES}/obligations?${params.toString()}`;
};

/** Whether this person may open lists of obligations. */
export function useMayList(): boolean {
  return useMay('obligations.read');
}
