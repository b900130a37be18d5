import type { DocumentKind } from '../../../../contracts';
import type { Acting } from '../../kernel/workflow/define';
import type { DocumentRow } from './row';

/** What stands for a kind in the file number: the initials of its Chinese name. */
export const KIND_CODES: Record<DocumentKind, string> = {
  notice: 'TZ',
  letter: 'HJ',
  contract: 'HT',
  minutes: 'JY',
  plan: 'JH',
  report: 'BG',
  policy: 'ZD',
  'write-up': 'AL',
  other: 'QT',
};

/** The year of a document's date. */
export const yearOf = (date: string): number => Number(date.slice(0, 4));

/** 档号 by community, year and kind, without gaps: `WJ-2026-HT-0012`. What is withdrawn keeps its number. */
export const numbered = async (
  { case: { community }, input }: Acting<DocumentRow>,
  next: (key: string) => Promise<number>
): Promise<string> => {
  const kind = input.kind as DocumentKind;
  const year = yearOf(input.date as string);
  const count = await next(`document:${community}:${year}:${kind}`);
  return `WJ-${year}-${KIND_CODES[kind]}-${String(count).padStart(4, '0')}`;
};
