import type { Knex } from 'knex';
import { Duration } from 'luxon';
import type { RuleKind, RuleValue } from '../../../../contracts';
import { workingDaysIn } from '../calendar/working-days';
import { invalid } from '../errors';

/** The version that events and obligations name where no policy is in force. */
export const DEFAULT_VERSION = 'default';

/** Kinds of rule that set a time. */
export const TERMS: readonly RuleKind[] = ['duration', 'workingDays'];

/** A rule that the code knows, with the value that applies where the policy is silent. */
export interface RuleDefinition {
  kind: RuleKind;
  default: RuleValue;
  /** Article of the policy that the rule belongs to. */
  article: string;
}

/** The effective policy of a community, as whoever keeps policies knows it. */
export interface EffectivePolicy {
  /** Names the version in every event and obligation. */
  version: string;
  values: Record<string, RuleValue>;
  /** From when on it has been in force. */
  since?: Date;
}

/** How a policy calls its articles. */
export interface PolicyHeadings {
  documentId: string;
  /** Names the version. */
  number: string;
  articles: { number: number; title: string | null; chapter: string }[];
}

/** Where the values in force come from; by default nowhere, so that the defaults apply. */
export interface PolicySource {
  /** @param connection the transaction that is under way, where there is one */
  effective(community: number, connection?: Knex): Promise<EffectivePolicy | null>;
  /** The articles of the effective policy by name, where somebody keeps them. */
  headings?(community: number): Promise<PolicyHeadings | null>;
  /** documentIds of versions, by what events and obligations call them. */
  versions?(names: string[]): Promise<Record<string, string>>;
}

/** The rules of one community at one moment. */
export interface Rules {
  version: string;
  /** From when on they have been in force; null where the defaults apply, which always have. */
  since: Date | null;
  duration(key: string): string;
  /** A time as the rule gives it: a duration, or `5 working days`. */
  term(key: string): string;
  number(key: string): number;
  on(key: string): boolean;
  /** Whatever kind of rule it is. */
  value(key: string): RuleValue;
}

/** Ten years: nothing in an office runs longer, and dates have an end. */
const LONGEST = 10 * 366 * 24 * 3_600_000;
const LARGEST = 1_000_000_000;

/** A promise due at once or in the past could not be kept. */
const duration = (value: unknown): boolean => {
  const length = typeof value === 'string' && value.length <= 50 ? Duration.fromISO(value).toMillis() : NaN;
  return length > 0 && length <= LONGEST;
};

/** Whether a value fits a kind of rule. */
export const fitsRule = (kind: RuleKind, value: unknown): boolean => {
  if (kind === 'duration') return duration(value);
  if (kind === 'workingDays') return workingDaysIn(value) !== null;
  if (kind === 'switch') return typeof value === 'boolean';
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return false;
  return value <= (kind === 'percentage' ? 100 : LARGEST);
};

/**
 * The rulebook: typed rules with defaults in code, overridden by the effective policy of a community.
 * @param readBy the case types, or else the records, of the room that declares a rule, by its key
 * @throws ValidationError naming the key, for an unknown rule or a value of the wrong kind
 */
export const createRulebook = (definitions: Record<string, RuleDefinition>, readBy: Record<string, string[]> = {}) => {
  let source: PolicySource = { effective: async () => null };

  const defined = (key: string): RuleDefinition => {
    if (!Object.hasOwn(definitions, key)) throw invalid('key', 'error.unknownRule', { key });
    return definitions[key];
  };

  /** The rules as a policy sets them; the defaults where it is silent, or where there is none. */
  const under = (policy: EffectivePolicy | null): Rules => {
    const value = (key: string, kinds: RuleKind[]): RuleValue => {
      const definition = defined(key);
      if (!kinds.includes(definition.kind)) throw new Error(`rule ${key} is a ${definition.kind}`);
      return policy?.values[key] ?? definition.default;
    };
    return {
      version: policy?.version ?? DEFAULT_VERSION,
      since: policy?.since ?? null,
      duration: (key) => value(key, ['duration']) as string,
      term: (key) => value(key, [...TERMS]) as string,
      number: (key) => value(key, ['number', 'percentage']) as number,
      value: (key) => value(key, [defined(key).kind]),
      on: (key) => value(key, ['switch']) as boolean,
    };
  };

  return {
    definitions,
    readBy,
    under,

    /** Names the room that keeps policies. */
    follow(policies: PolicySource) {
      source = policies;
    },

    /** How the policy in force in a community calls its articles, or null where there is none. */
    headings: async (community: number): Promise<PolicyHeadings | null> => (await source.headings?.(community)) ?? null,

    /** documentIds of the policies behind versions; the defaults in code are none. */
    versions: async (names: Iterable<string>): Promise<Record<string, string>> => {
      const wanted = [...new Set(names)].filter((name) => name && name !== DEFAULT_VERSION);
      return wanted.length > 0 ? ((await source.versions?.(wanted)) ?? {}) : {};
    },

    /** Whether anything that is owed on a case type may be reckoned in working days. */
    reckonsInDays({ obligations }: { obligations: Record<string, { rule?: string; escalate?: object }> }): boolean {
      return Object.values(obligations).some(({ rule, escalate }) =>
        [rule, (escalate as { rule?: string } | undefined)?.rule].some(
          (key) => key !== undefined && definitions[key]?.kind === 'workingDays'
        )
      );
    },

    /** Refuses an unknown key or a value that does not fit its kind. */
    check(key: string, value: unknown, inArticle?: number | string) {
      const { kind, article } = defined(key);
      if (fitsRule(kind, value)) return;
      throw invalid('value', 'error.ruleValue', {
        key,
        article: inArticle ?? article,
        rule: { word: `rule.${key}` },
        form: { word: `rule-form.${kind}` },
      });
    },

    /**
     * The rules in force in a community.
     * @param connection the transaction that is under way, where there is one
     */
    async of(community: number, connection?: Knex): Promise<Rules> {
      return under(await source.effective(community, connection));
    },
  };
};

export type Rulebook = ReturnType<typeof createRulebook>;
