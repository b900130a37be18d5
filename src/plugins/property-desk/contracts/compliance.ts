import type { Ref } from './case';

/** 制度落地: how far each article of the policy is really carried out, counted from the ledgers. */

/** Figures of obligations opened in a period. `opened` is the sum of the five that follow. */
export interface ComplianceFigures {
  opened: number;
  kept: number;
  /** Settled late, or past due and still owed. */
  broken: number;
  /** Owed and not yet due. */
  open: number;
  renegotiated: number;
  void: number;
  /** Kept of kept and broken, 0 to 1; null where there is neither. */
  rate: number | null;
  /** From opening to settling in whole minutes, of those settled; null where none is. */
  medianMinutes: number | null;
}

/** A record that shows an article to be carried out, counted in the period. */
export interface ComplianceEvidence {
  key: string;
  /** In the caller's language. */
  name: string;
  count: number;
  /** Path in the panel of the list that it counts, e.g. `complaints?state=archived`. */
  list: string | null;
}

/** One article in the execution map. */
export interface ComplianceArticle extends ComplianceFigures {
  /** Number of the article, 1 to 17. */
  number: number;
  title: string;
  chapter: string;
  /** Carried out by a workflow, shown by records, or by hand, which no record shows. */
  how: 'workflow' | 'evidence' | 'hand';
  /** What it makes owed, by what is owed. `article` is as the ledger keeps it, e.g. `12.3`. */
  obligations: (ComplianceFigures & { what: string; article: string })[];
  evidence: ComplianceEvidence[];
}

/** Kept and broken of the obligations opened in one week (from Monday, in the office's zone). */
export interface ComplianceWeek {
  /** `2026-11-23` */
  week: string;
  article: number;
  kept: number;
  broken: number;
}

/** `GET /compliance?from=&to=&community=`: days are `2026-11-01`, both included, in the office's zone. */
export interface ComplianceMap {
  from: string;
  to: string;
  /** None: all of the caller's communities together. */
  community: Ref | null;
  communities: Ref[];
  total: ComplianceFigures;
  articles: ComplianceArticle[];
  weeks: ComplianceWeek[];
  /** Version of the effective policy where one community is asked for. */
  policy: Ref | null;
}

/** Minutes in words, so long that they are still of use: `3 小时 20 分`; `say` fills a word of the reader's language. */
export const spanInWords = (
  say: (key: string, values?: Record<string, number>) => string,
  minutes: number | null
): string => {
  if (minutes === null) return say('compliance.span.none');
  const whole = Math.round(minutes);
  const hours = Math.floor(whole / 60);
  if (hours >= 48) return say('compliance.span.days', { days: Math.floor(hours / 24), hours: hours % 24 });
  return hours > 0
    ? say('compliance.span.hours', { hours, minutes: whole % 60 })
    : say('compliance.span.minutes', { minutes: whole });
};

/** A share in words, `98.5%`: all and nothing only where it is so. */
export const rateInWords = (rate: number | null): string => {
  if (rate === null) return '—';
  const tenths = Math.round(rate * 1000);
  const shown = rate < 1 && tenths === 1000 ? 999 : rate > 0 && tenths === 0 ? 1 : tenths;
  return `${shown / 10}%`;
};
