import type { Ref } from '../../../../contracts';

/** An instant of a joined line as the API writes it, or null. */
export const isoIn = (value: unknown): string | null =>
  value === null || value === undefined ? null : new Date(value as string | number | Date).toISOString();

/** A record that a joined line names by `<what>_document` and `<what>_name`, or null. */
export const refIn = (raw: Record<string, unknown>, what: string): Ref | null =>
  raw[`${what}_document`]
    ? { documentId: raw[`${what}_document`] as string, name: raw[`${what}_name`] as string }
    : null;

/** Whether the time of a joined line has passed. */
export const isLate = (value: unknown, now: Date): boolean =>
  value !== null && value !== undefined && new Date(value as string | number | Date) < now;
