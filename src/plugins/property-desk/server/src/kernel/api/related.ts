import type { RelatedCase } from '../../../../contracts';
import type { Actor } from '../access/actor';
import type { Kernel } from '../kernel';
import type { CaseDefinition, CaseRow, Kin } from '../workflow/define';
import { sees } from '../workflow/engine';
import { caseRef, iso } from './present';

/** Cases that one relation brings at most; who needs more has lists. */
const SHOWN = 20;

/** The relations of a case type that lead to cases: `[attribute, uid of the other type]`. */
const leadsOf = (kernel: Kernel, { uid }: CaseDefinition): [string, string][] =>
  [...kernel.rows.table(uid).columns.values()].flatMap(({ attribute, target }) =>
    target && [...kernel.definitions.values()].some((other) => other.uid === target) ? [[attribute, target]] : []
  );

/** The cases that a case names itself. */
const named = async (kernel: Kernel, definition: CaseDefinition, row: CaseRow): Promise<Kin[]> => {
  const found = await Promise.all(
    leadsOf(kernel, definition).map(async ([attribute, target]) => {
      const other = [...kernel.definitions.values()].find(({ uid }) => uid === target) as CaseDefinition;
      const rows = await kernel.rows.byIds(kernel.strapi.db.connection, target, [row[attribute]]);
      return [...rows.values()].map((each): Kin => ({
        how: `${definition.name}.${attribute}`,
        type: other.name,
        row: each as CaseRow,
      }));
    })
  );
  return found.flat();
};

/** The cases that name it, the latest of each kind first: each relation is a foreign key with an index. */
const naming = async (kernel: Kernel, definition: CaseDefinition, row: CaseRow): Promise<Kin[]> => {
  const { rows, strapi } = kernel;
  const found = await Promise.all(
    [...kernel.definitions.values()].flatMap((other) =>
      leadsOf(kernel, other)
        .filter(([, target]) => target === definition.uid)
        .map(async ([attribute]) => {
          const raws: Record<string, unknown>[] = await strapi.db
            .connection(rows.table(other.uid).name)
            .where({ [rows.column(other.uid, attribute)]: row.id })
            .orderBy('id', 'desc')
            .limit(SHOWN);
          return raws.map((raw): Kin => ({
            how: `${other.name}.${attribute}.back`,
            type: other.name,
            row: rows.fromColumns(other.uid, raw) as CaseRow,
          }));
        })
    )
  );
  return found.flat();
};

/**
 * The cases that belong to one, whichever of the two says so, as far as the actor may read and see them; each once,
 * those that the case names itself first.
 */
export const relatedCases = async (
  kernel: Kernel,
  definition: CaseDefinition,
  row: CaseRow,
  actor: Actor
): Promise<RelatedCase[]> => {
  const told = [...kernel.definitions.values()].flatMap(({ kin }) =>
    kin ? [kin(kernel, { type: definition.name, row })] : []
  );
  const all = await Promise.all([named(kernel, definition, row), naming(kernel, definition, row), ...told]);
  const met = new Set([row.documentId]);
  return all.flat().flatMap(({ how, type, row: other }) => {
    const of = kernel.definition(type) as CaseDefinition;
    if (met.has(other.documentId) || !actor.can(`${of.name}.read`) || !sees(of, other, actor)) return [];
    met.add(other.documentId);
    return [{ ...caseRef(of, other), how, createdAt: iso(other.createdAt) as string, endedAt: iso(other.endedAt) }];
  });
};
