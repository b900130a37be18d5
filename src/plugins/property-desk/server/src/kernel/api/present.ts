import type { CaseRef, ObligationItem } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID } from '../access/actor';
import type { Kernel } from '../kernel';
import { OBLIGATION_UID } from '../obligation/obligations';
import type { Met, Row } from '../storage/rows';
import type { CaseDefinition, CaseRow } from '../workflow/define';
import { namedCases, type NamedCase, type Naming } from '../workflow/named-cases';

const iso = (value: unknown): string | null => (value instanceof Date ? value.toISOString() : null);

/** Reads the records that rows refer to by some of their attributes, one statement for each call. */
export const namedBy =
  ({ rows, strapi }: Pick<Kernel, 'rows' | 'strapi'>, found: Record<string, unknown>[], met?: Met) =>
  (uid: string, ...attributes: string[]): Promise<Map<number, Row>> =>
    rows.byIds(
      strapi.db.connection,
      uid,
      found.flatMap((row) => attributes.map((attribute) => row[attribute])),
      met
    );

/** A case in a line. */
export const caseRef = (definition: CaseDefinition, row: CaseRow): CaseRef => ({
  type: definition.name,
  plural: definition.plural,
  uid: definition.uid,
  documentId: row.documentId,
  number: row.number ?? '',
  title: (row.title as string) ?? '',
  state: row.state,
  priority: ((definition.urgency && row[definition.urgency.by]) as string | null | undefined) ?? null,
});

/**
 * The cases that rows name, in a line each.
 * @param known cases that the caller has already read
 */
export const caseRefs = async (
  kernel: Kernel,
  naming: Naming[],
  known?: NamedCase[]
): Promise<(row: Naming) => CaseRef> => {
  const cases = await namedCases(kernel, kernel.strapi.db.connection, naming, known);
  return (row) => {
    const found = cases.get(row.caseDocumentId as string);
    return found
      ? caseRef(found.definition, found.row)
      : {
          type: row.caseType as string,
          plural: '',
          uid: '',
          documentId: row.caseDocumentId as string,
          number: (row.caseNumber as string) ?? '',
          title: '',
          state: '',
        };
  };
};

/**
 * Obligations as the API shows them. Names and cases are fetched by id after the page is known, one statement each.
 * @param known cases that the caller has already read, and `met` what else
 */
export const obligationItems = async (
  kernel: Kernel,
  obligations: Row[],
  known: NamedCase[] = [],
  met?: Met
): Promise<ObligationItem[]> => {
  if (obligations.length === 0) return [];
  const caseOf = await caseRefs(kernel, obligations, known);
  const named = namedBy(kernel, obligations, met);
  const staff = await named(STAFF_UID, 'ownerStaff');
  const communities = await named(COMMUNITY_UID, 'community');

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
