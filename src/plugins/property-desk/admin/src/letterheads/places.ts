/** How a place is written in the template. */
export const written = (place: string): string => `{{${place.replace(/[{}]/g, '')}}}`;

/** A size as people read it. */
export const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
