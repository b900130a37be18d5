import type { Knex } from 'knex';
import type { Kernel } from '../../../kernel/kernel';
import type { Rules } from '../../../kernel/rulebook/rulebook';
import { gapsOf, incompleteSince, standingGaps, type Gaps } from './completeness';
import { filesToCheck, keepGaps, uncheckedFiles } from './queries';

/** Files that are looked at in one go: their ids stay far below what SQLite binds at most. */
const TOGETHER = 250;

const text = (gaps: Gaps): string => JSON.stringify(Object.fromEntries(Object.entries(gaps).sort()));

/**
 * Says anew what the files of these households lack, and since when, in the transaction of whatever changed them. A
 * handful of statements, however many the households are; each file stays locked until the transaction ends, so that
 * two changes of one file at the same time both count.
 * @param households numeric ids
 */
export const refreshGaps = async (kernel: Kernel, trx: Knex.Transaction, households: number[]): Promise<void> => {
  // In one order everywhere: who waits for a file never holds another's back.
  const ids = [...new Set(households)].sort((one, other) => one - other);
  const rules = new Map<number, Rules>();
  for (let from = 0; from < ids.length; from += TOGETHER) {
    const files = await filesToCheck(trx, ids.slice(from, from + TOGETHER));
    const now = kernel.clock.now();
    const changed = new Map<string, { gaps: Gaps; ids: number[] }>();
    for (const { id, community, gaps: before, ...facts } of files) {
      const inForce = rules.get(community) ?? (await kernel.rulebook.of(community, trx));
      rules.set(community, inForce);
      const gaps = standingGaps(
        gapsOf(facts, (rule) => inForce.on(rule)),
        before ?? {},
        now
      );
      if (before && text(before) === text(gaps)) continue;
      const alike = changed.get(text(gaps)) ?? { gaps, ids: [] };
      alike.ids.push(id);
      changed.set(text(gaps), alike);
    }
    // Files that lack the same since the same moment, as those of one import, are written together.
    for (const { gaps, ids: alike } of changed.values()) await keepGaps(trx, alike, gaps, incompleteSince(gaps));
  }
};

/** Looks at the files that nobody has looked at yet, a batch at a time. */
export const checkUnchecked = async (kernel: Kernel): Promise<void> => {
  for (let more = true; more;) {
    more = await kernel.strapi.db.transaction(async ({ trx }) => {
      const ids = await uncheckedFiles(trx as Knex.Transaction, TOGETHER);
      await refreshGaps(kernel, trx as Knex.Transaction, ids);
      return ids.length === TOGETHER;
    });
  }
};
