import type { Ref } from '../../../../contracts';
import { COMMUNITY_UID, STAFF_UID } from '../access/actor';
import type { Kernel } from '../kernel';
import { defineListing, type Listing } from '../list/listing';
import type { SheetColumn } from '../list/sheet';
import type { Row } from '../storage/rows';
import type { PromiseRow } from '../workflow/promise';
import { iso, namedBy } from './present';

/** What of a case type of things taken on is listed. */
export interface ListedPromises {
  /** Prefix of the words of its states. */
  words: string;
  /** States in which it is still to be done: the list without a filter. */
  open: readonly string[];
  /** Attribute, and parameter, of the record that they come from; all of one such record are listed together. */
  from: { attribute: string; uid: string };
}

/** A record in a line. */
export const refTo = (row?: Row): Ref | null =>
  row ? { documentId: row.documentId, name: String(row.name ?? row.number ?? '') } : null;

/** What every line of such a list says. */
const face = (row: PromiseRow, now: Date) => ({
  documentId: row.documentId,
  number: row.number as string,
  title: row.title as string,
  revision: row.revision,
  what: row.what,
  promisedAt: iso(row.promisedAt),
  dueAt: iso(row.dueAt),
  overdue: row.dueAt !== null && row.dueAt < now,
  createdAt: iso(row.createdAt as Date) as string,
});

/** Things taken on as a list: what is open as it falls due, else latest first; of one record, all that came from it. */
export const promiseListing = <R extends PromiseRow, L>(
  { words, open, from }: ListedPromises,
  rest: (named: (uid: string, ...attributes: string[]) => Promise<Map<number, Row>>) => Promise<(row: R) => L>
): Listing<ReturnType<typeof face> & { owner: Ref | null; community: Ref } & L> =>
  defineListing({
    facets: { owner: { person: true }, [from.attribute]: { record: from.uid } },
    usual: open,
    histories: [from.attribute],
    search: { texts: ['what'] },
    lines: async (kernel: Kernel, found: R[]) => {
      const named = namedBy(kernel, found);
      const communities = await named(COMMUNITY_UID, 'community');
      const people = await named(STAFF_UID, 'owner');
      const more = await rest(named);
      return found.map((row) => ({
        ...face(row, kernel.clock.now()),
        owner: refTo(people.get(row.owner as number)),
        community: refTo(communities.get(row.community)) as Ref,
        ...more(row),
      }));
    },
    sheet: {
      number: 'text',
      state: { word: `${words}.state` } as SheetColumn,
      what: 'text',
      community: 'ref',
      [from.attribute]: 'ref',
      owner: 'ref',
      createdAt: 'time',
      promisedAt: 'time',
      dueAt: 'time',
      overdue: 'yes',
      doneText: 'text',
    },
  });
