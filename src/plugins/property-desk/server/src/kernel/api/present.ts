import type { CaseRef, ObligationItem } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID } from '../access/actor';
import type { Kernel } from '../kernel';
import { OBLIGATION_UID } from '../obligation/obligations';
import type { Met, Row } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

/** A case in a line. */
export const caseRef = (definition: CaseDefinition, row: CaseRow): CaseRef => ({
  type: definition.name,
  plural: definition.plural,
  uid: definition.uid,
  documentId: row.documentId,
  number: row.number ?? '',
  title: (row.title as string) ?? '',
  state: row.state,
  priority: (row[definition.urgency ?? 'priority'] as string) ?? null,
});

/** What names a case without being one: a line of a ledger, a notification. */
type Naming = Record<string, unknown>;

/**
 * The cases that rows of a ledger name, one statement for each case type.
 * @param known cases that the caller has already read
 */
export const caseRefs = async (
  kernel: Kernel,
  naming: Naming[],
  known: { definition: CaseDefinition; row: CaseRow }[] = []
): Promise<(row: Naming) => CaseRef> => {
  const cases = new Map(known.map(({ definition, row }) => [row.documentId, caseRef(definition, row)]));
  for (const definition of kernel.definitions.values()) {
    const wanted = [
      ...new Set(
        naming
          .filter((row) => row.caseType === definition.name && !cases.has(row.caseDocumentId as string))
          .map((row) => row.caseDocumentId as string)
      ),
    ];
    if (wanted.length === 0) continue;
    const found = await kernel.strapi.db
      .connection(kernel.rows.table(definition.uid).name)
      .whereIn('document_id', wanted);
    for (const raw of found) {
      const row = kernel.rows.fromColumns(definition.uid, raw) as CaseRow;
      cases.set(row.documentId, caseRef(definition, row));
    }
  }
  return (row) =>
    cases.get(row.caseDocumentId as string) ?? {
      type: row.caseType as string,
      plural: '',
      uid: '',
      documentId: row.caseDocumentId as string,
      number: (row.caseNumber as string) ?? '',
      title: '',
      state: '',
    };
};

/**
 * Obligations as the API shows them. Names and cases are fetched by id after the page is known, one statement each.
 * @param known cases that the caller has already read, and `met` what else
 */
export const obligationItems = async (
  kernel: Kernel,
  obligations: Row[],
  known: { definition: CaseDefinition; row: CaseRow }[] = [],
  met?: Met
): Promise<ObligationItem[]> => {
  if (obligations.length === 0) return [];
  const caseOf = await caseRefs(kernel, obligations, known);
  const staff = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    STAFF_UID,
    obligations.map((row) => row.ownerStaff),
    met
  );
  const communities = await kernel.rows.byIds(
    kernel.strapi.db.connection,
    COMMUNITY_UID,
    obligations.map((row) => row.community),
    met
  );

  return obligations.map((row) => {
    const person = staff.get(row.ownerStaff as number);
    const community = communities.get(row.community as number);
    return {
      documentId: row.documentId,
      what: row.what as string,
      article: row.article as string,
      rule: (row.rule as string) ?? null,
      level: row.level as number,
      openedAt: iso(row.openedAt) as string,
      dueAt: iso(row.dueAt) as string,
      warnAt: iso(row.warnAt),
      settledAt: iso(row.settledAt),
      closedAt: iso(row.closedAt),
      brokenAt: iso(row.brokenAt),
      outcome: (row.outcome as ObligationItem['outcome']) ?? null,
      owner: person
        ? { kind: 'staff', documentId: person.documentId, name: person.name as string, role: null }
        : { kind: 'role', documentId: null, name: '', role: (row.ownerRole as string) ?? null },
      community: community ? { documentId: community.documentId, name: community.name as string } : null,
      case: caseOf(row),
    };
  });
};

const HIDDEN = new Set(['id', 'documentId', 'createdBy', 'updatedBy', 'publishedAt', 'locale', 'updatedAt']);

/**
 * Records' own fields as the API shows them: confidential ones masked, references by name, nothing internal. What the
 * records refer to is read in one statement for each content type.
 * @param inner private attributes that are shown nevertheless
 */
export const shownFields = async (
  kernel: Kernel,
  uid: string,
  found: Row[],
  inner: string[] = []
): Promise<Record<string, unknown>[]> => {
  const { rows, confidential } = kernel;
  const { connection } = kernel.strapi.db;
  const secret = confidential.confidentialIn(uid);
  const hashes = new Set(Object.values(secret).map(({ hash }) => hash));
  const shown = [...rows.table(uid).columns.values()].filter(
    ({ attribute, private: kept }) =>
      !HIDDEN.has(attribute) && !hashes.has(attribute) && (!kept || inner.includes(attribute))
  );
  const named = new Map<string, Map<number, Row>>();
  for (const { attribute, kind, target } of shown)
    if (kind === 'relation') {
      const ids = found.map((row) => row[attribute]);
      const known = named.get(target as string) ?? [];
      named.set(target as string, new Map([...known, ...(await rows.byIds(connection, target as string, ids))]));
    }
  return found.map((row) => {
    const fields: Record<string, unknown> = {};
    for (const { attribute, kind, target } of shown) {
      const value = row[attribute];
      if (value === null || value === undefined) fields[attribute] = null;
      else if (secret[attribute])
        fields[attribute] = confidential.mask(uid, row.documentId, attribute, value as string);
      else if (kind === 'relation') {
        const other = named.get(target as string)?.get(value as number);
        fields[attribute] = other
          ? { documentId: other.documentId, name: String(other.name ?? other.number ?? other.title ?? '') }
          : null;
      } else fields[attribute] = value instanceof Date ? value.toISOString() : value;
    }
    return fields;
  });
};

/** A case's own fields, as {@link shownFields} shows them. */
export const caseFields = async (
  kernel: Kernel,
  definition: CaseDefinition,
  row: CaseRow,
  inner: string[] = []
): Promise<Record<string, unknown>> => (await shownFields(kernel, definition.uid, [row], inner))[0];

export { OBLIGATION_UID, iso };
