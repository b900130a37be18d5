const MASKED = /\*{2,}|•{2,}/;

/** Whether the server masked a value. */
export const isMasked = (value: unknown): value is string => typeof value === 'string' && MASKED.test(value);

/** The fields of a case that the server masked. */
export const maskedFieldsOf = (fields: Record<string, unknown>): [string, string][] =>
  Object.entries(fields).filter((entry): entry is [string, string] => isMasked(entry[1]));
