import { halfWidth, roomKey } from '../household';

/** A claimed room as people wrote it, in one line. */
export const writtenRoom = ({ building, unit, room }: { building?: string; unit?: string; room: string }): string =>
  [building, unit, room].filter(Boolean).join('-');

/** The form in which it is looked up; of what is no room, the text itself, which no household has. */
export const claimKey = (written: string): string =>
  roomKey(written) ?? halfWidth(written).toLowerCase().replace(/\s/g, '');
