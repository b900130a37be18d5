import type { DocumentListItem, Ref } from '../../../../contracts';
import { iso, namedBy } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-list';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import type { DocumentRow } from './row';

const lineOf = (row: DocumentRow, now: Date, named: { community?: Row; filedBy?: Row }): DocumentListItem => ({
  documentId: row.documentId,
  number: row.number,
  title: row.title,
  kind: row.kind,
  year: row.year,
  state: row.state,
  revision: row.revision,
  community: refTo(named.community) as Ref,
  date: row.date,
  party: row.party,
  retention: row.retention,
  keepUntil: row.keepUntil,
  secrecy: row.secrecy,
  pages: row.pages,
  filedBy: refTo(named.filedBy),
  paper: {
    at: iso(row.paperAt),
    lacksSince: iso(row.lacksPaperSince),
    never: row.noPaperReason,
    place: row.paperPlace,
  },
  electronic: {
    at: iso(row.electronicAt),
    lacksSince: iso(row.lacksElectronicSince),
    never: row.noElectronicReason,
  },
  source: row.source
    ? {
        type: row.source,
        documentId: row.sourceDocumentId as string,
        number: row.sourceNumber,
        state: row.sourceState,
        stateAt: iso(row.sourceStateAt),
        reason: row.sourceReason,
      }
    : null,
  dueAt: iso(row.dueAt),
  overdue: row.dueAt !== null && row.dueAt < now,
  createdAt: iso(row.createdAt as Date) as string,
});

/** Documents as lines of a list, in the order that they came in. */
export const linesOf = async (kernel: Kernel, found: DocumentRow[]): Promise<DocumentListItem[]> => {
  const { clock } = kernel;
  const named = namedBy(kernel, found);
  const communities = await named(COMMUNITY_UID, 'community');
  const people = await named(STAFF_UID, 'filedBy');
  return found.map((row) =>
    lineOf(row, clock.now(), {
      community: communities.get(row.community),
      filedBy: people.get(row.filedBy as number),
    })
  );
};
