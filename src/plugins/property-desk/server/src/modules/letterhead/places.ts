/** Places that a letterhead template may name between `{{` and `}}`; `body` must stand in it. */
export const PLACES = [
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

/** What stands in the places beside the text. */
export type Places = Record<Exclude<(typeof PLACES)[number], 'body'>, string>;
