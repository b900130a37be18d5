import { LRUCache } from 'lru-cache';
import type { RuleValue, RulebookItem } from '../../../../contracts';
import type { Kernel } from '../../kernel/kernel';
import type { PolicySource } from '../../kernel/rulebook/rulebook';
import { fittingValues } from './check';
import { articlesOf, effectiveRow, effectiveVersion, rulesOf, versionsNamed } from './queries';

/** Versions whose rules are kept at hand; a company has a handful. */
const VERSIONS = 1000;

/**
 * The policy in force, asked for anew by every action, in one statement over an index: so it applies from the moment
 * of its promulgation in every process. Its rules are read once, for nothing changes a version that has been in force.
 */
export const policySource = ({ strapi, rows, rulebook }: Kernel): PolicySource => {
  const known = new LRUCache<number, Record<string, RuleValue>>({ max: VERSIONS });
  return {
    async effective(community, connection = strapi.db.connection) {
      const version = await effectiveVersion(connection, community);
      if (!version) return null;
      let values = known.get(version.id);
      if (!values) {
        values = fittingValues(rulebook.definitions, await rulesOf(connection, rows, version.id));
        known.set(version.id, values);
      }
      return { version: version.number, values, since: version.since };
    },
    async headings(community) {
      const row = await effectiveRow(strapi.db.connection, rows, community);
      if (!row) return null;
      const articles = await articlesOf(strapi.db.connection, rows, row.id);
      return {
        documentId: row.documentId,
        number: row.number,
        articles: articles.map(({ number, title, chapterTitle }) => ({ number, title, chapter: chapterTitle })),
      };
    },
    versions: (names) => versionsNamed(strapi.db.connection, names),
  };
};

/** Where a rule acts: obligations that run by it, else the case types of the room that declares it. */
export const actsOf = ({ definitions, rulebook }: Kernel, key: string): RulebookItem['acts'] => {
  const owed = [...definitions.values()].flatMap(({ name, obligations }) =>
    Object.entries(obligations).flatMap(([what, { rule, escalate }]) => [
      ...(rule === key ? [{ obligation: what, level: 1, case: name }] : []),
      ...(escalate && 'rule' in escalate && escalate.rule === key ? [{ obligation: what, level: 2, case: name }] : []),
    ])
  );
  return owed.length
    ? owed
    : (rulebook.readBy[key] ?? []).map((name) => ({ obligation: null, level: null, case: name }));
};
