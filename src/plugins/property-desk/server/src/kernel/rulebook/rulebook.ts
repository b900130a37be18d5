import { Duration } from 'luxon';
import { invalid } from '../errors';

/** What a rule's value may be. Durations are ISO 8601 (`PT24H`), percentages 0–100. */
export type RuleKind = 'duration' | 'number' | 'percentage' | 'switch';

/** A rule that the code knows, with the value that applies where the policy is silent. */
export interface RuleDefinition {
  kind: RuleKind;
  default: string | number | boolean;
  /** Article of the policy that the rule belongs to. */
  article: string;
}

export type RuleValue = string | number | boolean;

/** The effective policy of a community, as whoever keeps policies knows it. */
export interface EffectivePolicy {
  /** Names the version in every event and obligation. */
  version: string;
  values: Record<string, RuleValue>;
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
  effective(community: number): Promise<EffectivePolicy | null>;
  /** The articles of the effective policy by name, where somebody keeps them. */
  headings?(community: number): Promise<PolicyHeadings | null>;
}

/** The rules of one community at one moment. */
export interface Rules {
  version: string;
  duration(key: string): string;
  number(key: string): number;
  on(key: string): boolean;
}

/** A promise due at once or in the past could not be kept. */
const duration = (value: unknown): boolean => typeof value === 'string' && Duration.fromISO(value).toMillis() > 0;

/** Whether a value fits a kind of rule. */
export const fitsRule = (kind: RuleKind, value: unknown): boolean => {
  if (kind === 'duration') return duration(value);
  if (kind === 'switch') return typeof value === 'boolean';
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) return false;
  return kind !== 'percentage' || value <= 100;
};

/**
 * The rulebook: typed rules with defaults in code, overridden by the effective policy of a community.
 * @throws ValidationError naming the key, for an unknown rule or a value of the wrong kind
 */
export const createRulebook = (definitions: Record<string, RuleDefinition>) => {
  let source: PolicySource = { effective: async () => null };

  const defined = (key: string): RuleDefinition => {
    const definition = definitions[key];
    if (!definition) throw invalid('key', 'error.unknownRule', { key });
    return definition;
  };

  return {
    definitions,

    /** Names the room that keeps policies. */
    follow(policies: PolicySource) {
      source = policies;
    },

    /** How the policy in force in a community calls its articles, or null where there is none. */
    headings: async (community: number): Promise<PolicyHeadings | null> => (await source.headings?.(community)) ?? null,

    /** Refuses an unknown key or a value that does not fit its kind. */
    check(key: string, value: unknown) {
      const { kind } = defined(key);
      if (!fitsRule(kind, value)) throw invalid(key, 'error.ruleValue', { key, kind });
    },

    /** The rules in force in a community. */
    async of(community: number): Promise<Rules> {
      const policy = await source.effective(community);
      const value = (key: string, kinds: RuleKind[]): RuleValue => {
        const definition = defined(key);
        if (!kinds.includes(definition.kind)) throw new Error(`rule ${key} is a ${definition.kind}`);
        return policy?.values[key] ?? definition.default;
      };
      return {
        version: policy?.version ?? 'default',
        duration: (key) => value(key, ['duration']) as string,
        number: (key) => value(key, ['number', 'percentage']) as number,
        on: (key) => value(key, ['switch']) as boolean,
      };
    },
  };
};

export type Rulebook = ReturnType<typeof createRulebook>;
