/** What Strapi itself puts into a document. */
const OF_STRAPI = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt', 'locale', 'localizations', 'status'];

/** Whether a field that a form of the Content Manager sends along is Strapi's own. */
export const ofStrapi = (field: string): boolean => OF_STRAPI.includes(field);

/** A value as a form sends it and as a row keeps it, to be compared: instants as ISO strings, nothing as null. */
export const plain = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : (value ?? null));

/** An instant as a form sends it, as an ISO string; what is none stays as it came, for the action to refuse. */
export const instant = (value: unknown): unknown => {
  if (value === null || value === undefined || value === '') return null;
  const at = new Date(value as string);
  return Number.isNaN(at.getTime()) ? value : at.toISOString();
};

/** A JSON field comes as it was typed: `"PT24H"`, `90`, or a bare word. */
export const typed = (value: unknown): unknown => {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

/** What a form mentions of another record: by id, by documentId, bare or in an object; null where it is neither. */
export const mentioned = (one: unknown): { documentId: string } | { id: number } | null => {
  const { id, documentId } = (typeof one === 'object' && one !== null ? one : { id: one, documentId: one }) as {
    id?: unknown;
    documentId?: unknown;
  };
  if (typeof documentId === 'string' && /^[a-z]/.test(documentId)) return { documentId };
  return Number.isSafeInteger(Number(id ?? NaN)) ? { id: Number(id) } : null;
};
