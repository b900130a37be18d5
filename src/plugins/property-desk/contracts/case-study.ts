import type { Ref } from './case';
import type { Severity } from './complaint';

/** 案例, article 10: what a complaint taught, told without anybody's name so that everybody may read it. */

export const CASE_STUDY_STATES = ['draft', 'published', 'withdrawn'] as const;
export type CaseStudyState = (typeof CASE_STUDY_STATES)[number];

/** States in which the case has ended. A published one may still be withdrawn. */
export const CASE_STUDY_ENDED = ['withdrawn'] as const;

/** The texts of a case in the order in which they are read; all of them are anonymised. */
export const CASE_STUDY_TEXTS = ['facts', 'course', 'cause', 'handling', 'result', 'lesson', 'prevention'] as const;
export type CaseStudyText = (typeof CASE_STUDY_TEXTS)[number];

/** Fields in which an identifier of somebody can stand. */
export const CASE_STUDY_FIELDS = ['title', ...CASE_STUDY_TEXTS, 'tags'] as const;
export type CaseStudyField = (typeof CASE_STUDY_FIELDS)[number];

/** What a piece of text gives away. */
export const IDENTIFIER_KINDS = ['name', 'telephone', 'plate', 'room', 'mail', 'identityNumber', 'account'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** A piece of the text that the person who confirms must look at. */
export interface Suspect {
  field: CaseStudyField;
  /** Position in the field's text, in UTF-16 units. */
  start: number;
  end: number;
  text: string;
  kind: IdentifierKind;
  /** It is an identifier of somebody on the case: publishing is refused. Otherwise it merely looks like one. */
  listed: boolean;
}

/** A line of `GET /case-studies`. */
export interface CaseStudyListItem {
  documentId: string;
  number: string;
  title: string;
  state: CaseStudyState;
  revision: number;
  community: Ref;
  category: string | null;
  severity: Severity | null;
  /** Article of the policy that the case touches. */
  article: string | null;
  tags: string[];
  /** Its first lines. */
  facts: string;
  lesson: string;
  /** How many places wait for a look; only for drafts. */
  suspects: number;
  confirmedAt: string | null;
  createdAt: string;
}

/** A value that cases can be filtered by, with the number of published cases that have it. */
export interface CaseStudyFacet {
  name: string;
  count: number;
}

/** `GET /case-studies/facets`. */
export interface CaseStudyFacets {
  categories: CaseStudyFacet[];
  articles: CaseStudyFacet[];
  tags: CaseStudyFacet[];
}
