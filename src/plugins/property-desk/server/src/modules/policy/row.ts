import type { Blocks, PolicyState, RuleValue } from '../../../../contracts';
import type { Row } from '../../kernel/storage/rows';
import type { CaseRow } from '../../kernel/workflow/define';

export const POLICY_UID = 'plugin::property-desk.policy';
export const POLICY_ARTICLE_UID = 'plugin::property-desk.policy-article';
export const POLICY_RULE_UID = 'plugin::property-desk.policy-rule';
export const POLICY_ACKNOWLEDGEMENT_UID = 'plugin::property-desk.policy-acknowledgement';

/** A policy as the kernel keeps it; relations are numeric ids, days are `2026-12-01`. */
export interface PolicyRow extends CaseRow {
  number: string;
  state: PolicyState;
  title: string;
  companyName: string;
  draftedBy: string | null;
  draftedOn: string | null;
  effectiveOn: string | null;
  /** Whether front-end sites may show it. */
  public: boolean;
  author: number | null;
  lastEditor: number | null;
  /** Tell author and last editor apart from whoever approves, also where they have no staff record. */
  authorMark: string | null;
  editorMark: string | null;
  submittedAt: Date | null;
  approver: number | null;
  approvedAt: Date | null;
  /** Of text and rules as they were approved. */
  approvedDigest: string | null;
  /** When the clock promulgates it: the first instant of `effectiveOn`. */
  promulgateAt: Date | null;
  effectiveAt: Date | null;
  supersedes: number | null;
  repealReason: string | null;
}

/** What an article says. */
export interface ArticleContent {
  chapter: number;
  chapterTitle: string;
  number: number;
  title: string | null;
  body: Blocks;
}

/** An article as it is kept. */
export interface ArticleRow extends Row, ArticleContent {
  policy: number;
}

/** What a rule sets. */
export interface RuleContent {
  key: string;
  value: RuleValue;
  article: number;
}

/** A rule as it is kept. */
export interface RuleRow extends Row, RuleContent {
  policy: number;
}

/** All that is approved of a policy besides its face. */
export interface PolicyContent {
  articles: ArticleContent[];
  rules: RuleContent[];
}
