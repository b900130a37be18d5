/** Names of fields that hold what is confidential, wherever they stand in a form. */
const CONFIDENTIAL = /telephone|phone|identity|idnumber|mail|secret|code$/i;

/** A telephone or an identity number in the midst of a text. */
const NUMBERS = /(?<![A-Za-z\d])\d[\d \-()]{5,}[\dXx](?![A-Za-z\d])/g;

const plain = (value: unknown): unknown => {
  // A date has signs between its digits and fewer than a telephone in a row.
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? value : value.replace(NUMBERS, '');
  if (Array.isArray(value)) return value.map(plain).filter((each) => each !== undefined);
  if (value instanceof Blob) return undefined;
  if (value && typeof value === 'object') return storableOf(value as Record<string, unknown>);
  return typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
};

/**
 * What of a form may be written to the browser's storage: no telephone and no identity number, neither in fields of
 * their own nor in the midst of a text, and no files.
 */
export function storableOf(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !CONFIDENTIAL.test(name))
      .map(([name, value]) => [name, plain(value)])
      .filter(([, value]) => value !== undefined)
  );
}
