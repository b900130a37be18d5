import {
  CASE_STUDY_TEXTS,
  type CaseStudyField,
  type CaseStudyText,
  type Severity,
  type Suspect,
} from '../../../contracts';
import type { Filters } from '../kernel/list/address';

/** A case of the library as its page reads it. */
export interface Study {
  title: string;
  texts: { name: CaseStudyText; text: string }[];
  category: string | null;
  severity: Severity | null;
  article: string | null;
  tags: string[];
  confirmedAt: string | null;
  suspects: Suspect[];
  complaint: { documentId: string; name: string } | null;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Reads the fields that the server answers; what only those who work on it are shown is empty for others. */
export const studyOf = (fields: Record<string, unknown>): Study => ({
  title: isText(fields.title) ? fields.title : '',
  texts: CASE_STUDY_TEXTS.flatMap((name) => {
    const text = fields[name];
    return isText(text) ? [{ name, text }] : [];
  }),
  category: isText(fields.categoryName) ? fields.categoryName : null,
  severity: (fields.severity as Severity | null) ?? null,
  article: isText(fields.article) ? fields.article : null,
  tags: Array.isArray(fields.tags) ? (fields.tags as string[]) : [],
  confirmedAt: isText(fields.confirmedAt) ? fields.confirmedAt : null,
  suspects: Array.isArray(fields.suspects) ? (fields.suspects as Suspect[]) : [],
  complaint: (fields.complaint as Study['complaint']) ?? null,
});

/** A run of a text, with the suspect that it is if it is one. */
export interface Piece {
  text: string;
  /** Its place among all suspects of the case. */
  suspect: number | null;
}

/** A field's text in runs, so that each suspect can be marked where it stands. */
export const piecesOf = (text: string, field: CaseStudyField, suspects: Suspect[]): Piece[] => {
  const pieces: Piece[] = [];
  let from = 0;
  suspects.forEach((suspect, index) => {
    const fits =
      suspect.field === field && suspect.start >= from && text.slice(suspect.start, suspect.end) === suspect.text;
    if (!fits) return;
    if (suspect.start > from) pieces.push({ text: text.slice(from, suspect.start), suspect: null });
    pieces.push({ text: suspect.text, suspect: index });
    from = suspect.end;
  });
  if (from < text.length) pieces.push({ text: text.slice(from), suspect: null });
  return pieces;
};

/** A text in runs, those marked in which a word stands that was looked for. */
export const foundIn = (text: string, query: string): { text: string; found: boolean }[] => {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return text ? [{ text, found: false }] : [];
  const literally = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const pattern = new RegExp(`(${literally.join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((run, index) => ({ text: run, found: index % 2 === 1 }))
    .filter((run) => run.text !== '');
};

/** What the library is narrowed to; it stands in the address. */
export interface Wanted {
  q: string;
  category: string | null;
  article: string | null;
  tag: string | null;
  state: string;
}

/** Reads what is wanted off the address; only published cases unless it says otherwise. */
export const wantedIn = (params: URLSearchParams): Wanted => ({
  q: params.get('q') ?? '',
  category: params.get('category'),
  article: params.get('article'),
  tag: params.get('tag'),
  state: params.get('state') ?? 'published',
});

/** The address of what is wanted. */
export const addressOf = ({ q, state, ...filters }: Wanted): URLSearchParams => {
  const params = new URLSearchParams();
  if (q.trim() !== '') params.set('q', q);
  for (const [name, value] of Object.entries(filters)) if (value) params.set(name, value);
  if (state !== 'published') params.set('state', state);
  return params;
};

/** What is wanted in the API's words. */
export const filtersOf = ({ q, category, article, tag, state }: Wanted): Filters => ({
  ...(q.trim() && { q: q.trim() }),
  ...(category && { category }),
  ...(article && { article }),
  ...(tag && { tag }),
  state,
});
