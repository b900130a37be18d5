import { holdsNumber } from '../../../kernel/confidential/kinds';
import { invalid } from '../../../kernel/errors';
import type { History } from '../../../kernel/ledger/history';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import type { Written } from '../../../kernel/storage/watch';
import { same } from '../../../kernel/workflow/changes';
import {
  HOUSEHOLD_PAPER_UID,
  HOUSEHOLD_UID,
  KEY_UID,
  PARKING_SPACE_UID,
  RENOVATION_UID,
  RESIDENT_UID,
  VEHICLE_UID,
} from '../uids';
import { refreshGaps } from './gaps';
import { PARTS } from './parts';

const SPANS = Object.fromEntries(Object.values(PARTS).map(({ uid, span }) => [uid, span]));

const time = (value: unknown): number | null =>
  value === null || value === undefined ? null : new Date(value as string | Date).getTime();

/** Refuses an end that comes before its beginning, whatever road it came by. */
export const checkSpan = (uid: string, row: Row | null): void => {
  const [from, until] = SPANS[uid] ?? [];
  const [start, end] = [time(row?.[from]), time(row?.[until])];
  if (start !== null && end !== null && end < start)
    throw invalid(until, 'error.endsBeforeBegin', { from: { word: `field.${from}` } });
};

/** Whoever is entered as gone is gone for all that is asked of a file: so nobody leaves in advance. */
const checkGone = ({ clock }: Kernel, { uid, before, after }: Written): void => {
  if (uid !== RESIDENT_UID || same(before?.movedOutAt, after?.movedOutAt)) return;
  const gone = time(after?.movedOutAt);
  const today = clock.day(clock.dayText(clock.now()));
  if (gone !== null && today && gone >= today.to.getTime()) throw invalid('movedOutAt', 'error.goneInFuture');
};

/** Telephones and identity numbers have fields of their own, where they are sealed; a note is kept as it is written. */
const checkTexts = ({ rows, confidential }: Kernel, { uid, before, after }: Written): void => {
  const secret = confidential.confidentialIn(uid);
  for (const { attribute, private: kept } of rows.table(uid).columns.values()) {
    const value = after?.[attribute];
    if (kept || secret[attribute] || typeof value !== 'string' || same(before?.[attribute], value)) continue;
    if (holdsNumber(value)) throw invalid(attribute, 'error.numberInText');
  }
};

/** The story of a household's file: what is entered of the flat, its people, cars, keys and papers (article 12.1). */
export const FILE_STORY: History = {
  name: 'household',
  uid: HOUSEHOLD_UID,
  number: 'fileNumber',
  article: '12',
  parts: {
    [RESIDENT_UID]: { name: 'resident', of: 'household', personal: ['name'] },
    [VEHICLE_UID]: { name: 'vehicle', of: 'household' },
    [PARKING_SPACE_UID]: { name: 'parking-space', of: 'household' },
    [KEY_UID]: { name: 'key', of: 'household' },
    [RENOVATION_UID]: { name: 'renovation', of: 'household', personal: ['contactName'] },
    [HOUSEHOLD_PAPER_UID]: { name: 'household-paper', of: 'household' },
  },
  derived: {
    [HOUSEHOLD_UID]: ['gaps', 'incompleteSince', 'requirements', 'roomKey'],
    // Scans are told one by one; who logs in is the account's story.
    [HOUSEHOLD_PAPER_UID]: ['scans'],
    [RESIDENT_UID]: ['user'],
  },
  async then(kernel, trx, written, records) {
    for (const each of written) {
      checkSpan(each.uid, each.after);
      checkGone(kernel, each);
      checkTexts(kernel, each);
    }
    await refreshGaps(kernel, trx, records);
  },
};
