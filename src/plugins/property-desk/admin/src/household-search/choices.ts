import type { SearchAnswer, SearchCase, SearchHousehold, SearchReason } from '../../../contracts';
import type { Words } from '../kernel/words';

/** A line below the results that is always there, e.g. the public places of a community. */
export interface Extra {
  key: string;
  label: string;
}

/** A line of the results that the arrow keys move over. */
export type Choice =
  | { kind: 'household'; key: string; household: SearchHousehold }
  | { kind: 'case'; key: string; found: SearchCase }
  | { kind: 'extra'; key: string; label: string };

/** Households first, then cases by number, then what is always there. */
export function choicesOf(answer: SearchAnswer | null, extras: Extra[]): Choice[] {
  return [
    ...(answer?.households ?? []).map((household): Choice => ({
      kind: 'household',
      key: household.documentId,
      household,
    })),
    ...(answer?.cases ?? []).map((found): Choice => ({ kind: 'case', key: found.documentId, found })),
    ...extras.map(({ key, label }): Choice => ({ kind: 'extra', key, label })),
  ];
}

/** The line after the present one, around both ends. */
export const moved = (at: number, by: 1 | -1, count: number): number =>
  count === 0 ? 0 : (Math.min(at, count - 1) + by + count) % count;

/** Why a household is among the results, in a few words: `车牌 沪A·12345`, `电话相符：王小明`. */
export function reasonText({ t }: Pick<Words, 't'>, reason: SearchReason, { residents }: SearchHousehold): string {
  const who = residents.find(({ documentId }) => documentId === reason.resident)?.name;
  const why = t(`search.why.${reason.way}`, { text: reason.text ?? '' });
  // A name says already whose it is.
  return who && reason.way !== 'name' ? t('search.whyWho', { why, who }) : why;
}
