import { BINDING_STATES, RESIDENT_KINDS, type BindingListItem, type Ref } from '../../../../contracts';
import { iso, namedBy } from '../../kernel/api/present';
import { defineListing } from '../../kernel/list/listing';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID } from '../staff';
import { householdsOf } from './queries';
import { BINDING_UID, type BindingRow } from './row';

/** A record by what people know it by. */
export const refOf = (row: Row): Ref => ({ documentId: row.documentId, name: String(row.name ?? '') });

/** 账号绑定 as a list: what waits as it falls due, else latest first. Lines name people, so that each look is logged. */
export const bindingListing = defineListing<BindingListItem>({
  facets: { kind: { choices: RESIDENT_KINDS } },
  usual: BINDING_STATES.filter((state) => state === 'pending'),
  logged: true,
  search: { texts: ['room', 'name'], telephoneHash: 'telephoneHash' },
  lines: async (kernel, found: BindingRow[]) => {
    const { clock, confidential } = kernel;
    const communities = await namedBy(kernel, found)(COMMUNITY_UID, 'community');
    const householdOf = await householdsOf(kernel, found);
    return found.map((row): BindingListItem => {
      const household = householdOf(row);
      return {
        documentId: row.documentId,
        number: row.number,
        title: row.title,
        state: row.state,
        revision: row.revision,
        room: row.room,
        household: household ? refOf(household) : null,
        kind: row.kind,
        name: row.name,
        telephone: confidential.mask(BINDING_UID, row.documentId, 'telephone', row.telephone),
        community: refOf(communities.get(row.community) as Row),
        dueAt: iso(row.dueAt),
        overdue: row.dueAt !== null && row.dueAt < clock.now(),
        createdAt: iso(row.createdAt) as string,
      };
    });
  },
  sheet: {
    number: 'text',
    state: { word: 'binding.state' },
    community: 'ref',
    room: 'text',
    household: 'ref',
    kind: { word: 'resident.kind' },
    name: 'text',
    telephone: 'text',
    createdAt: 'time',
    dueAt: 'time',
    overdue: 'yes',
  },
});
