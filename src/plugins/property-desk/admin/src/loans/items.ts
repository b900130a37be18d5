import type { LoanItem, LoanItemFound } from '../../../contracts';
import { listLink } from '../kernel/case/links';
import type { Words } from '../kernel/words';

/** An item in one line: what it is, its number and name, and whose community's where that is known. */
export const itemName = (words: Words, item: LoanItem & Partial<Pick<LoanItemFound, 'community'>>): string =>
  [words.t(`loan.itemType.${item.type}`), item.number, item.name, item.community?.name].filter(Boolean).join(' · ');

/** Where a loan of an item is asked for. */
export const newLoanLink = (item?: string): string =>
  `${listLink('loans')}/new${item ? `?item=${encodeURIComponent(item)}` : ''}`;
