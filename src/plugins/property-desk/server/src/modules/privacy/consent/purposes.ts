import type { ConsentPurpose } from '../../../../../contracts';

/** Purposes that a resident's record shows by a mark of its own: the mark is a view of the consent that stands. */
export const MARKS = { mail_notices: 'agreesToMail', text_notices: 'agreesToText' } as const satisfies Partial<
  Record<ConsentPurpose, string>
>;
export type MarkedPurpose = keyof typeof MARKS;

export const MARKED = Object.keys(MARKS) as MarkedPurpose[];

export const isMarked = (purpose: string): purpose is MarkedPurpose => Object.hasOwn(MARKS, purpose);
