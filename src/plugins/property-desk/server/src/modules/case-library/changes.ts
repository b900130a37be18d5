import {
  CASE_STUDY_FIELDS,
  CASE_STUDY_TEXTS,
  type CaseStudyField,
  type CaseStudyText,
  type Suspect,
} from '../../../../contracts';
import type { Acting } from '../../kernel/workflow/define';
import { invalid } from '../../kernel/errors';
import type { Row } from '../../kernel/storage/rows';
import { createAnonymiser, type Identifiers } from './anonymiser/anonymise';
import { together } from './anonymiser/collect';
import { LONGEST_TEXT, LONGEST_TITLE, MOST_TAGS } from './inputs';
import { livingStudies, lockedComplaint } from './queries';
import { COMPLAINT_UID, type CaseStudyRow } from './row';
import { searchTextOf } from './terms';
import { identifiersOf } from './who-is-on-it';

type Changing = Acting<CaseStudyRow>;

/** The fields of a case that people read. */
type Readable = Pick<CaseStudyRow, 'title' | 'tags' | CaseStudyText>;

/** A complaint can teach something once it has been revisited. */
const TOLD = ['confirmed', 'reviewed', 'archived'];

const readable = (from: Record<string, unknown>): Readable => ({
  title: (from.title as string) ?? '',
  tags: (from.tags as string[] | null) ?? [],
  ...(Object.fromEntries(CASE_STUDY_TEXTS.map((name) => [name, from[name] ?? null])) as Record<
    CaseStudyText,
    string | null
  >),
});

/** A field's text; the tags stand together as they are shown. */
const textOf = (study: Readable, field: CaseStudyField): string =>
  field === 'tags' ? (study.tags ?? []).join('、') : (study[field] ?? '');

/** Everyone on the complaint, and whoever writes about it now. */
const known = async ({ rows, trx, open, actor }: Changing, complaint: Row): Promise<Identifiers> =>
  together([
    await identifiersOf({ rows, trx, open }, complaint),
    actor.staff ? { names: [{ name: actor.name, kind: 'staff' }] } : {},
  ]);

/** What whoever confirms must look at, field by field. */
const look = (study: Readable, identifiers: Identifiers): Suspect[] => {
  const anonymiser = createAnonymiser(identifiers);
  return CASE_STUDY_FIELDS.flatMap((field) => {
    const text = textOf(study, field);
    const listed = anonymiser.remaining(text);
    const merely = anonymiser
      .suspected(text)
      .filter(({ start, end }) => listed.every((piece) => end <= piece.start || start >= piece.end));
    return [
      ...listed.map((piece) => ({ field, ...piece, listed: true })),
      ...merely.map((piece) => ({ field, ...piece, listed: false })),
    ].sort((one, other) => one.start - other.start);
  });
};

const looked = (study: Readable, identifiers: Identifiers) => ({
  searchText: searchTextOf(study),
  suspects: look(study, identifiers),
});

/** A title ends where the list ends; a text is longer than before where a name was shorter than what stands for it. */
const within = (text: string, longest: number): string => text.slice(0, longest).replace(/\p{Surrogate}$/u, '');

const complaintOf = async (acting: Changing): Promise<Row> =>
  (await acting.rows.first(acting.trx, COMPLAINT_UID, { id: acting.case.complaint })) as Row;

/** A new case, anonymised before anything of it is kept. */
export const drafted = async (acting: Changing) => {
  const { input, trx } = acting;
  const named = (await acting.ref('complaint', COMPLAINT_UID)) as Row;
  // Of two who start a case of the same complaint at once, the second one waits and then sees the first one's.
  const complaint = await lockedComplaint(trx, acting.rows, named.id);
  if (!TOLD.includes(String(complaint.state))) throw invalid('complaint', 'error.studyTooEarly');
  if (await livingStudies(trx, complaint.id)) throw invalid('complaint', 'error.studyExists');

  const identifiers = await known(acting, complaint);
  const { anonymise } = createAnonymiser(identifiers);
  const texts = Object.fromEntries(
    CASE_STUDY_TEXTS.map((name) => [
      name,
      input[name] ? within(anonymise(input[name] as string).text, LONGEST_TEXT) : null,
    ])
  );
  const study = readable({
    ...texts,
    title: within(anonymise((input.title ?? complaint.title ?? '') as string).text, LONGEST_TITLE),
    tags: ((input.tags ?? []) as string[]).map((tag) => anonymise(tag).text).slice(0, MOST_TAGS),
  });
  return {
    ...study,
    ...looked(study, identifiers),
    complaint: complaint.id,
    categoryName: input.categoryName ?? complaint.categoryName ?? null,
    severity: input.severity ?? complaint.severity ?? null,
    article: input.article ?? '10',
    draftedBy: acting.actor.staff?.id ?? null,
  };
};

/** Changed words are looked at anew. What was entered stays as it was entered: the person who confirms decides. */
export const amended = async (acting: Changing) => {
  const { reason: _reason, note: _note, ...entered } = acting.input;
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) throw invalid('facts', 'error.nothingToAmend');
  const study = readable({ ...acting.case, ...given });
  return { ...given, ...looked(study, await known(acting, await complaintOf(acting))) };
};

/**
 * Published by a person who has read it, and never while an identifier of anybody on the case stands in it: who is on
 * the case is asked anew, for people may have moved in, or acted on it, since.
 */
export const confirmed = async (acting: Changing) => {
  const study = readable(acting.case);
  const suspects = look(study, await known(acting, await complaintOf(acting)));
  const standing = suspects.find(({ listed }) => listed);
  if (standing)
    throw invalid(standing.field, 'error.identifierStands', {
      field: { word: `field.${standing.field}` },
      text: standing.text,
      kind: { word: `case-study.identifier.${standing.kind}` },
    });
  return { confirmedBy: acting.actor.staff?.id ?? null, confirmedAt: acting.now, suspects };
};

/** Taken back to be worked on: it is a draft again until somebody confirms it anew. */
export const revised = () => ({ confirmedBy: null, confirmedAt: null });

export const withdrawn = ({ input }: Changing) => ({ withdrawReason: input.reason });
