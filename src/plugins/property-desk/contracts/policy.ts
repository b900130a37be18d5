import type { Ref } from './case';
import type { Blocks } from './notice';

/** 管理制度, articles 1 to 17: the document whose rules drive the clocks. */

export const POLICY_STATES = [
  'draft',
  'submitted',
  'approved',
  'effective',
  'superseded',
  'repealed',
  'discarded',
] as const;
export type PolicyState = (typeof POLICY_STATES)[number];

export const POLICY_ENDED = ['superseded', 'repealed', 'discarded'] as const;

export type RuleKind = 'duration' | 'workingDays' | 'number' | 'percentage' | 'switch';
export type RuleValue = string | number | boolean;

/** A line of `GET /policies`. */
export interface PolicyListItem {
  documentId: string;
  /** Names the version in events and obligations, e.g. `ZD-2026-0001`. */
  number: string;
  title: string;
  state: PolicyState;
  revision: number;
  community: Ref;
  author: Ref | null;
  approver: Ref | null;
  /** `2026-12-01`; none: from the moment of promulgation. */
  effectiveOn: string | null;
  effectiveAt: string | null;
  endedAt: string | null;
  acknowledged: { done: number; total: number } | null;
  dueAt: string | null;
  overdue: boolean;
  createdAt: string;
}

/** One article of a policy. */
export interface PolicyArticle {
  documentId: string;
  chapter: number;
  chapterTitle: string;
  number: number;
  title: string | null;
  body: Blocks;
}

/** A rule that a policy sets; where it sets none, the default in code applies. */
export interface PolicyRule {
  documentId: string;
  /** e.g. `ticket.followUpWithin` */
  key: string;
  value: RuleValue;
  /** Number of the article that it belongs to. */
  article: number;
}

/** `GET /policies/:documentId/text`: the whole document. */
export interface PolicyText {
  documentId: string;
  number: string;
  title: string;
  state: PolicyState;
  revision: number;
  community: Ref;
  companyName: string;
  draftedBy: string | null;
  draftedOn: string | null;
  approver: Ref | null;
  approvedAt: string | null;
  effectiveOn: string | null;
  effectiveAt: string | null;
  endedAt: string | null;
  /** Whether front-end sites may show it. */
  public: boolean;
  supersedes: Ref | null;
  chapters: { number: number; title: string; articles: PolicyArticle[] }[];
  rules: PolicyRule[];
  /** Whether the caller may edit it now. */
  editable: boolean;
  /** Whether the caller still has to acknowledge it. */
  toAcknowledge: boolean;
}

/** `GET /policies/:documentId/comparison?with=`: what a revision changes, article by article. */
export interface PolicyComparison {
  from: Ref | null;
  to: Ref;
  articles: {
    number: number;
    change: 'same' | 'changed' | 'added' | 'removed';
    /** Chapter, heading and text as plain lines. */
    before: string | null;
    after: string | null;
  }[];
  rules: {
    key: string;
    change: 'changed' | 'added' | 'removed';
    before: RuleValue | null;
    after: RuleValue | null;
  }[];
}

/** `GET /policies/:documentId/acknowledgements`. */
export interface PolicyAcknowledgements {
  done: { staff: Ref; role: string; at: string }[];
  /** Active staff of the community who have not yet. */
  missing: { staff: Ref; role: string; dueAt: string | null; overdue: boolean }[];
}

/** `GET /rulebook?community=`: one rule as it stands in a community. */
export interface RulebookItem {
  key: string;
  /** In the caller's language. */
  name: string;
  kind: RuleKind;
  value: RuleValue;
  default: RuleValue;
  article: string;
  /** Whether the effective policy sets it. */
  set: boolean;
  /** Where it acts: obligations whose time it sets (`ticket.followUp`), or the case type that reads it. */
  acts: { obligation: string | null; level: number | null; case: string | null }[];
}

/** The answer of `GET /rulebook`. */
export interface RulebookPage {
  community: Ref;
  /** The effective policy; none where the defaults apply. */
  policy: Ref | null;
  rules: RulebookItem[];
}

/** The effective policy as front-end sites read it. */
export interface PublicPolicy {
  documentId: string;
  number: string;
  title: string;
  companyName: string;
  community: Ref;
  effectiveAt: string;
  chapters: {
    number: number;
    title: string;
    articles: { number: number; title: string | null; body: Blocks }[];
  }[];
}
