import type { Knex } from 'knex';
import type { Kernel } from '../kernel';
import type { Row } from '../storage/rows';
import type { CaseDefinition, CaseRow } from './define';

/** What names a case without being one: a line of a ledger, a notification. */
export type Naming = Record<string, unknown>;

/** A case with its type. */
export interface NamedCase {
  definition: CaseDefinition;
  row: CaseRow;
}

/**
 * The cases that rows name by `caseType` and `caseDocumentId`, by documentId: one statement for each case type.
 * @param known cases that the caller has already read
 */
export const namedCases = async (
  { rows, definitions }: Pick<Kernel, 'rows' | 'definitions'>,
  connection: Knex,
  naming: Naming[],
  known: NamedCase[] = []
): Promise<Map<string, NamedCase>> => {
  const cases = new Map(known.map((each) => [each.row.documentId, each]));
  for (const definition of definitions.values()) {
    const wanted = new Set<string>();
    for (const { caseType, caseDocumentId } of naming)
      if (caseType === definition.name && !cases.has(caseDocumentId as string)) wanted.add(caseDocumentId as string);
    if (wanted.size === 0) continue;
    const found = await connection(rows.table(definition.uid).name).whereIn('document_id', [...wanted]);
    for (const raw of found) {
      const row = rows.fromColumns(definition.uid, raw) as Row as CaseRow;
      cases.set(row.documentId, { definition, row });
    }
  }
  return cases;
};
