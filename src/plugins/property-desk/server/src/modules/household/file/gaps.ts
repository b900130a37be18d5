import type { Knex } from 'knex';
import type { Kernel } from '../../../kernel/kernel';
import type { Rules } from '../../../kernel/rulebook/rulebook';
import { COMMUNITY_UID } from '../../staff';
import { gapsOf, incompleteSince, isNewlyAsked, requirementsOf, standingGaps, type Gaps } from './completeness';
import { filesBehind, filesToCheck, keepGaps } from './queries';

/** Files that are looked at in one go: their ids stay far below what SQLite binds at most. */
const TOGETHER = 250;

/** What is written of a file, in a form to be compared. */
const text = (gaps: Gaps, requirements: string | null): string =>
  JSON.stringify([requirements, Object.fromEntries(Object.entries(gaps).sort())]);

const requirementsIn = (rules: Rules): string => requirementsOf((rule) => rules.on(rule));

/**
 * Says anew what the files of these households lack, and since when, in the transaction of whatever changed them. A
 * handful of statements, however many the households are; each file stays locked until the transaction ends, so that
 * two changes of one file at the same time both count. A gap is open from now on, but for one that a rule has opened:
 * that one is open since the rule came into force, however late the file's turn is.
 * @param households numeric ids
 */
export const refreshGaps = async (kernel: Kernel, trx: Knex.Transaction, households: number[]): Promise<void> => {
  // In one order everywhere: who waits for a file never holds another's back.
  const ids = [...new Set(households)].sort((one, other) => one - other);
  const rules = new Map<number, Rules>();
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const files = await filesToCheck(trx, ids.slice(from, from + TOGETHER));
    const now = kernel.clock.now();
    const changed = new Map<string, { gaps: Gaps; requirements: string; ids: number[] }>();
    for (const { id, community, gaps: before, requirements: heldAgainst, ...facts } of files) {
      const inForce = rules.get(community) ?? (await kernel.rulebook.of(community, trx));
      rules.set(community, inForce);
      const requirements = requirementsIn(inForce);
      const gaps = standingGaps(
        gapsOf(facts, (rule) => inForce.on(rule)),
        before ?? {},
        (code) => (isNewlyAsked(code, heldAgainst) && inForce.since) || now
      );
      const written = text(gaps, requirements);
      if (before && text(before, heldAgainst) === written) continue;
      const alike = changed.get(written) ?? { gaps, requirements, ids: [] };
      alike.ids.push(id);
      changed.set(written, alike);
    }
    // Files that lack the same since the same moment, as those of one import, are written together.
    for (const { gaps, requirements, ids: alike } of changed.values())
      await keepGaps(trx, alike, { gaps, since: incompleteSince(gaps), requirements });
  }
};

/** Holds files of a community that are behind against the requirements in force; answers whether there may be more. */
const followIn = async (kernel: Kernel, community: number): Promise<boolean> => {
  const { strapi, rulebook } = kernel;
  const requirements = requirementsIn(await rulebook.of(community));
  const behind = await filesBehind(strapi.db.connection, community, requirements, TOGETHER);
  if (behind.length > 0) await strapi.db.transaction(({ trx }) => refreshGaps(kernel, trx as Knex.Transaction, behind));
  return behind.length === TOGETHER;
};

/**
 * Lets files follow the rules: those that were held against others than are in force in their community, or against
 * none, are looked at again, a batch to a transaction. Each file says itself what it was held against, so that whoever
 * is killed, or works beside another process, leaves nothing out and does nothing over.
 */
export const followRules = async (kernel: Kernel, going: () => boolean = () => true): Promise<void> => {
  const communities = await kernel.rows.find(kernel.strapi.db.connection, COMMUNITY_UID, {});
  for (const { id } of communities) while (going() && (await followIn(kernel, id)));
};
