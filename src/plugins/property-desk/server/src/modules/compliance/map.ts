import {
  say,
  type ComplianceArticle,
  type ComplianceEvidence,
  type ComplianceFigures,
  type ComplianceMap,
  type Locale,
  type Ref,
} from '../../../../contracts';
import type { AskedPeriod } from '../../kernel/api/period-param';
import type { Evidence, EvidenceScope } from '../../kernel/evidence';
import type { Kernel } from '../../kernel/kernel';
import { STANDINGS } from '../../kernel/obligation/standing';
import { headingsOf, strayHeading, type Heading } from './headings';
import { evidenceCounts, figuresOf, weeksOf, type Counted, type Line } from './queries';

/** What a map is drawn for. */
export interface Scope {
  period: AskedPeriod;
  /** The caller's, or the one asked for; with numeric ids. */
  communities: (Ref & { id: number })[];
  /** The one asked for. */
  community: (Ref & { id: number }) | null;
  locale: Locale;
}

/** The figures of some lines together; a median cannot be added up and comes from outside. */
const sumOf = (lines: Line[], medianMinutes: number | null): ComplianceFigures => {
  const [open, kept, broken, renegotiated, voided] = STANDINGS.map((each) =>
    lines.reduce((sum, line) => sum + line[each], 0)
  );
  return {
    opened: open + kept + broken + renegotiated + voided,
    kept,
    broken,
    open,
    renegotiated,
    void: voided,
    rate: kept + broken > 0 ? kept / (kept + broken) : null,
    medianMinutes,
  };
};

/** Articles whose obligations some workflow opens: carried out by it, whether or not anything was owed of late. */
const articlesOfWorkflows = ({ definitions }: Kernel): Set<number> =>
  new Set(
    [...definitions.values()].flatMap(({ obligations }) =>
      Object.values(obligations).map(({ article }) => parseInt(article, 10))
    )
  );

const articleOf = (
  { number, title, chapter }: Heading,
  counted: Counted,
  evidence: ComplianceEvidence[],
  byWorkflow: boolean
): ComplianceArticle => {
  const lines = counted.lines.filter((line) => line.number === number);
  const shown = evidence.some(({ count }) => count > 0);
  return {
    number,
    title,
    chapter,
    how: byWorkflow || lines.length > 0 ? 'workflow' : shown ? 'evidence' : 'hand',
    ...sumOf(lines, counted.medianOfArticle.get(number) ?? null),
    obligations: lines
      .sort((one, other) => (one.what < other.what ? -1 : 1))
      .map((line) => ({ what: line.what, article: line.article, ...sumOf([line], line.medianMinutes) })),
    evidence,
  };
};

/** How far each article is carried out, in three statements over what the ledgers hold. */
export const mapOf = async (
  kernel: Kernel,
  { period, communities, community, locale }: Scope
): Promise<ComplianceMap> => {
  const { from, to, first, last } = period;
  const ids = communities.map(({ id }) => id);
  const asked = { from, to, communities: ids, now: kernel.clock.now() };
  const documentIds = communities.map(({ documentId }) => documentId);
  const scope: EvidenceScope = { from, to, communities: ids, documentIds };
  // One community in all: its policy is meant, whether or not it was named.
  const governed = communities.length === 1 ? ids[0] : undefined;
  const [counted, weeks, counts, { headings, policy }] = await Promise.all([
    figuresOf(kernel, asked),
    weeksOf(kernel, asked),
    evidenceCounts(kernel, kernel.evidence, scope),
    headingsOf(kernel, governed, locale),
  ]);
  const byWorkflow = articlesOfWorkflows(kernel);
  const evidenceOf = (number: number): ComplianceEvidence[] =>
    kernel.evidence
      .filter(({ article }) => article === number)
      .map(({ key, list }: Evidence) => ({
        key,
        name: say(locale, `evidence.${key}`),
        count: counts.get(key) ?? 0,
        list: list?.(kernel, scope) ?? null,
      }));
  const known = new Set(headings.map(({ number }) => number));
  const strays = [...new Set(counted.lines.map(({ number }) => number))]
    .filter((number) => number > 0 && !known.has(number))
    .map((number) => strayHeading(number, locale));
  const ref = ({ documentId, name }: Ref): Ref => ({ documentId, name });

  return {
    from: first,
    to: last,
    community: community && ref(community),
    communities: communities.map(ref),
    total: sumOf(counted.lines, counted.median),
    articles: [...headings, ...strays]
      .sort((one, other) => one.number - other.number)
      .map((heading) => articleOf(heading, counted, evidenceOf(heading.number), byWorkflow.has(heading.number))),
    weeks: weeks.map(({ monday, number, kept, broken }) => ({ week: monday, article: number, kept, broken })),
    policy,
  };
};
