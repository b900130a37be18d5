import type { Row } from '../../kernel/storage/rows';
import { iso, namedBy } from '../../kernel/api/present';
import { refTo } from '../../kernel/api/promise-list';
import { defineListing } from '../../kernel/list/listing';
import { HOUSEHOLD_UID, householdsNamed } from '../household';
import { COMMUNITY_UID, STAFF_UID } from '../staff';

const UID = 'plugin::property-desk.inquiry';

/** 咨询 as a list: what is open as it falls due, else latest first. */
export const inquiryListing = defineListing({
  facets: { handler: { person: true }, household: { record: HOUSEHOLD_UID } },
  histories: ['household'],
  search: {
    texts: ['question'],
    telephoneHash: 'contactTelephoneHash',
    home: { attribute: 'household', named: householdsNamed },
  },
  lines: async (kernel, found: Row[]) => {
    const { confidential, clock } = kernel;
    const named = namedBy(kernel, found);
    const communities = await named(COMMUNITY_UID, 'community');
    const households = await named(HOUSEHOLD_UID, 'household');
    const people = await named(STAFF_UID, 'handler');
    return found.map((row) => ({
      documentId: row.documentId,
      number: row.number,
      state: row.state,
      revision: row.revision,
      title: row.title,
      question: row.question,
      community: refTo(communities.get(row.community as number)),
      household: refTo(households.get(row.household as number)),
      handler: refTo(people.get(row.handler as number)),
      reporterName: row.reporterName,
      contactTelephone: confidential.mask(UID, row.documentId, 'contactTelephone', row.contactTelephone),
      promisedAt: iso(row.promisedAt),
      dueAt: iso(row.dueAt),
      overdue: row.dueAt !== null && (row.dueAt as Date) < clock.now(),
      createdAt: iso(row.createdAt),
    }));
  },
  sheet: {
    number: 'text',
    state: { word: 'inquiry.state' },
    question: 'text',
    community: 'ref',
    household: 'ref',
    reporterName: 'text',
    contactTelephone: 'text',
    handler: 'ref',
    createdAt: 'time',
    promisedAt: 'time',
    dueAt: 'time',
    overdue: 'yes',
  },
});
