/** What pages ask every few seconds to stay true: whether anything has moved, and who else is at it. */

/** What somebody does at a case that they have open. */
export const PRESENCE_DOINGS = ['viewing', 'acting'] as const;
export type PresenceDoing = (typeof PRESENCE_DOINGS)[number];

/** Somebody else who has a case open. */
export interface PresentPerson {
  /** Case type and documentId of the case. */
  type: string;
  documentId: string;
  name: string;
  doing: PresenceDoing;
}

/** `GET /pulse`, and `POST /pulse` with what a page has open. A mark says nothing but that it is another one than before. */
export interface Pulse {
  /** Of each kind of case, and of household files, that the caller may read. */
  marks: Record<string, string>;
  /** Of the cases that the page has open, by documentId; those that the caller may not see are missing. */
  cases: Record<string, string>;
  present: PresentPerson[];
}
