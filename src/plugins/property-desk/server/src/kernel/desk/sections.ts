import type { DeskSection } from '../../../../contracts';
import type { Actor } from '../access/actor';
import { obligationItems, shownFields } from '../api/present';
import type { Kernel } from '../kernel';
import { OBLIGATION_UID } from '../obligation/obligations';
import { cappedCount, COUNT_CAP, cursorAt, keysetPage } from '../storage/keyset';
import type { Row } from '../storage/rows';
import { namedCases } from '../workflow/named-cases';
import type { SectionDefinition } from './define';
import { sources, tonight } from './queries';

const ORDER = [{ column: 'due_at', instant: true }, { column: 'id' }];

/** Of one's own promises at most, where one line is one case. */
const JOBS = 300;

/** The promises of a page of a section, before they are shown. */
interface Found {
  rows: Row[];
  total: number;
  totalIsCapped: boolean;
  nextCursor: string | null;
}

/** Which kinds of promise an actor may read of, by the case types that owe them; null where it is all. */
const readableKinds = (kernel: Kernel, actor: Actor): string[] | null => {
  const types = [...kernel.definitions.values()];
  const readable = types.filter(({ name }) => actor.can(`${name}.read`));
  return readable.length === types.length ? null : readable.flatMap(({ obligations }) => Object.keys(obligations));
};

/** The kinds that a section is narrowed to; null where it is not, and undefined where nothing is left to show. */
const kindsOf = (kernel: Kernel, actor: Actor, { of, what, escalated }: SectionDefinition) => {
  const asked = escalated ? undefined : what;
  if (of !== 'everyone') return asked ?? null;
  const readable = readableKinds(kernel, actor);
  const kinds = asked && readable ? asked.filter((kind) => readable.includes(kind)) : (asked ?? readable);
  return kinds?.length === 0 ? undefined : kinds;
};

const inOrder = (one: Row, other: Row): number =>
  (one.dueAt as Date).getTime() - (other.dueAt as Date).getTime() || one.id - other.id;

const read = async (kernel: Kernel, ids: number[]): Promise<Row[]> =>
  [...(await kernel.rows.byIds(kernel.strapi.db.connection, OBLIGATION_UID, ids)).values()].sort(inOrder);

/** One line for each case, its soonest promise; nobody has so many that they are not all read. */
const jobsOf = async (
  kernel: Kernel,
  ranges: ReturnType<typeof sources>,
  section: SectionDefinition
): Promise<Found> => {
  const found = (await Promise.all(ranges.map((query) => query.orderBy(['due_at', 'id']).limit(JOBS)))).flat();
  const rows = found.map((raw: Record<string, unknown>) => kernel.rows.fromColumns(OBLIGATION_UID, raw)).sort(inOrder);
  const first = new Map<unknown, Row>();
  for (const row of rows) if (!first.has(row.caseDocumentId)) first.set(row.caseDocumentId, row);
  // A case has its place by what is due on it first, whatever else is.
  const end = tonight(kernel);
  const lines = [...first.values()].filter((row) => (section.when === 'later') === (row.dueAt as Date) >= end);
  return { rows: lines, total: lines.length, totalIsCapped: found.length >= JOBS, nextCursor: null };
};

const pageOf = async (
  ranges: ReturnType<typeof sources>,
  kernel: Kernel,
  cursor: string | undefined,
  limit: number
): Promise<Found> => {
  const { connection } = kernel.strapi.db;
  const counts = await Promise.all(ranges.map((query) => cappedCount(connection, query)));
  const pages = await Promise.all(
    ranges.map((query) => keysetPage(query.clone().select('id', 'due_at'), ORDER, { cursor, limit }))
  );
  const all = await read(
    kernel,
    pages.flatMap((page) => page.rows.map(({ id }) => Number(id)))
  );
  const rows = all.slice(0, limit);
  const last = rows.at(-1);
  const more = all.length > limit || pages.some(({ nextCursor }) => nextCursor !== null);
  const total = counts.reduce((sum, count) => sum + count.total, 0);
  return {
    rows,
    total: Math.min(total, COUNT_CAP),
    totalIsCapped: total > COUNT_CAP || counts.some(({ totalIsCapped }) => totalIsCapped),
    nextCursor: more && last ? cursorAt([(last.dueAt as Date).getTime(), last.id]) : null,
  };
};

/** Of the cases in sight, the fields that somebody on their way must know. */
const detailsOf = async (kernel: Kernel, rows: Row[], fields: readonly string[]): Promise<DeskSection['details']> => {
  const details: DeskSection['details'] = {};
  const named = [...(await namedCases(kernel, kernel.strapi.db.connection, rows)).values()];
  for (const definition of new Set(named.map((each) => each.definition))) {
    const cases = named.filter((each) => each.definition === definition).map(({ row }) => row);
    const shown = await shownFields(kernel, definition.uid, cases);
    cases.forEach(({ documentId }, index) => {
      details[documentId] = Object.fromEntries(
        Object.entries(shown[index]).filter(([field, value]) => fields.includes(field) && value !== null)
      );
    });
  }
  return details;
};

/** Sections of a desk as they stand, each with its first lines; those of which the actor may see nothing are left out. */
export const readSections = async (
  kernel: Kernel,
  actor: Actor,
  definitions: readonly SectionDefinition[],
  { cursor, limit }: { cursor?: string; limit: number }
): Promise<DeskSection[]> => {
  const found: { section: SectionDefinition; page: Found }[] = [];
  for (const section of definitions) {
    const kinds = kindsOf(kernel, actor, section);
    if (kinds === undefined) continue;
    const ranges = sources(kernel, actor, section.jobs ? { ...section, when: undefined } : section, kinds);
    found.push({
      section,
      page: section.jobs ? await jobsOf(kernel, ranges, section) : await pageOf(ranges, kernel, cursor, limit),
    });
  }
  // What the lines name is read once for all sections.
  const rows = [...new Map(found.flatMap(({ page }) => page.rows).map((row) => [row.id, row])).values()];
  const items = new Map((await obligationItems(kernel, rows)).map((item) => [item.documentId, item]));
  const may = ({ plural, right }: { plural: string; right?: string }) =>
    actor.can(right ?? `${kernel.definition(plural)?.name}.read`);
  const sections: DeskSection[] = [];
  for (const { section, page } of found)
    sections.push({
      key: section.key,
      total: page.total,
      totalIsCapped: page.totalIsCapped,
      nextCursor: page.nextCursor,
      lines: page.rows.map(({ documentId }) => items.get(documentId)!),
      urgent: section.urgent ?? false,
      jobs: section.jobs !== undefined,
      details: section.jobs ? await detailsOf(kernel, page.rows, section.jobs) : {},
      lists: (section.lists ?? []).filter(may).map(({ plural, query }) => ({ plural, query })),
    });
  return sections;
};
