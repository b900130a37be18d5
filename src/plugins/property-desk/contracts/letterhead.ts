/** Places that a letterhead template may name between `{{` and `}}`; `body` must stand in it, alone in a paragraph. */
export const LETTERHEAD_PLACES = [
  'title',
  'number',
  'body',
  'issuer',
  'date',
  'company',
  'community',
  'telephone',
  'attachments',
  'audience',
] as const;
