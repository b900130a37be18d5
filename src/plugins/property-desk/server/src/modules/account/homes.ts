import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../household';
import { consentsByResident } from '../privacy';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { refOf } from './list';

/**
 * The homes of a resident with what is theirs of each: their own record, what they agreed to, and whom to call. Of the
 * others, nothing.
 */
export const homesOf = async (kernel: Kernel, { residents = [] }: Actor) => {
  const { rows, strapi, confidential } = kernel;
  const { connection } = strapi.db;
  const records = await rows.byIds(
    connection,
    RESIDENT_UID,
    residents.map(({ id }) => id)
  );
  const households = await rows.byIds(
    connection,
    HOUSEHOLD_UID,
    residents.map(({ home }) => home)
  );
  const communities = await rows.byIds(
    connection,
    COMMUNITY_UID,
    residents.map(({ community }) => community)
  );
  const people = await rows.byIds(
    connection,
    STAFF_UID,
    [...households.values()].map(({ responsible }) => responsible)
  );
  const consents = await consentsByResident(
    kernel,
    residents.map(({ id }) => id)
  );
  return residents.flatMap(({ id, home, community }) => {
    const [record, household, place] = [records.get(id), households.get(home), communities.get(community)];
    if (!record || !household || !place) return [];
    const responsible = people.get(household.responsible as number) as Row | undefined;
    return [
      {
        household: refOf(household),
        community: refOf(place),
        resident: {
          documentId: record.documentId,
          name: record.name,
          kind: record.kind,
          telephone: confidential.mask(RESIDENT_UID, record.documentId, 'telephone', record.telephone as string | null),
          movedInAt: iso(record.movedInAt),
          movedOutAt: iso(record.movedOutAt),
        },
        consents: consents.get(id) ?? [],
        office: {
          company: place.companyName ?? null,
          telephone: place.telephone ?? null,
          responsible: responsible && responsible.active ? responsible.name : null,
        },
      },
    ];
  });
};
