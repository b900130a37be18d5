import { PAGES, heightOf, share } from '../../kernel/print';
import type { WorkOrderRecord } from './print-record';

/** Height that all rows together may take: Word counts rules apart from rows, and there are some forty. */
const PAGE_HEIGHT = PAGES.form.text.height - 8;

/** Rows of one height: place, person, priority; two of dispatch; photos; sums; ratings, outcome. */
const PLAIN_ROWS = 9;

/** Heights of everything but the three fields that people write in. */
function frame(dense: boolean, lines: { parts: number; promises: number }) {
  const row = dense ? 7 : 8;
  const part = { height: dense ? 4.6 : 6.5, count: Math.max(dense ? 2 : 3, lines.parts) };
  const promise = { height: dense ? 4.6 : 5.6 };
  const sign = dense ? [11, 6] : [14, 7];
  const head = dense ? [8, 11, 6] : [9, 13, 7];
  const fixed =
    [...head, ...sign].reduce((sum, one) => sum + one) +
    row * PLAIN_ROWS +
    part.height * (part.count + 1) +
    (lines.promises ? promise.height * (lines.promises + 1) : 0);
  return { row, part, promise, sign, head, room: PAGE_HEIGHT - fixed };
}

/**
 * Heights in millimetres of a work order's rows, which fill one page: closer together when its texts need the room.
 * @param width of the long texts, in points
 * @param lines of parts and of promises
 */
export function planHeights(record: WorkOrderRecord, width: number, lines: { parts: number; promises: number }) {
  const texts = [record.description, record.workDone ?? '', record.followUpWords ?? ''];
  const wanted = texts.map((text) => (heightOf(text, width, 10.5) * 25.4) / 72 + 3);
  // An empty field is written in by hand and wants more room than a short text.
  const least = [14, record.workDone ? 14 : 20, 9];
  const needed = wanted.reduce((sum, want, at) => sum + Math.max(want, least[at]), 0);
  const airy = frame(false, lines);
  const chosen = needed <= airy.room ? airy : frame(true, lines);
  const [description, workDone, words] = share(chosen.room, least, wanted, [0.3, 0.55, 0.15]);
  return { ...chosen, writing: { description, workDone, words } };
}
