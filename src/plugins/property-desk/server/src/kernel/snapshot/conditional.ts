const bare = (tag: string): string => tag.trim().replace(/^W\//, '');

/**
 * Whether a caller has these bytes already: `If-None-Match` names their tag, or any. A cache on the way may have
 * marked the tag as weak; for reading that is the same (RFC 9110, 13.1.2).
 */
export const hasAlready = (ifNoneMatch: string | undefined, etag: string): boolean => {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch === etag) return true;
  return ifNoneMatch.split(',').some((tag) => tag.trim() === '*' || bare(tag) === etag);
};
