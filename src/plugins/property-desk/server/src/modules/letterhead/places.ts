import type { LETTERHEAD_PLACES } from '../../../../contracts';

/** What stands in the places beside the text. */
export type Places = Record<Exclude<(typeof LETTERHEAD_PLACES)[number], 'body'>, string>;
