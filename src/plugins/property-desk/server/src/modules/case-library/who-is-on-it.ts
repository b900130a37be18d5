import type { Knex } from 'knex';
import { SealBroken } from '../../kernel/confidential/confidential';
import { EVENT_UID } from '../../kernel/ledger/ledger';
import { OBLIGATION_UID } from '../../kernel/obligation/obligations';
import type { Row, Rows } from '../../kernel/storage/rows';
import { everybodyOf, HOUSEHOLD_UID, RESIDENT_UID } from '../household';
import { BUILDING_UID, STAFF_UID } from '../staff';
import { numbersIn, together, witnessIn } from './anonymiser/collect';
import type { Identifiers, ListedRoom } from './anonymiser/identifiers';
import { COMPLAINT_UID } from './row';

/** What reading takes: an action's own transaction, or a connection with the kernel's reader. */
export interface Reading {
  trx: Knex;
  rows: Rows;
  open(uid: string, record: Row, attribute: string): string | null;
}

const text = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value] : []);

/** A value under a lost key can be compared with nothing; the look for whatever resembles a number remains. */
const opened = ({ open }: Reading, uid: string, record: Row, attribute: string): string[] => {
  try {
    return text(open(uid, record, attribute));
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
};

/** Whoever complains, as they gave themselves. */
const reporter = (reading: Reading, complaint: Row): Partial<Identifiers> => ({
  names: text(complaint.reporterName).map((name) => ({ name, kind: 'resident' as const })),
  telephones: opened(reading, COMPLAINT_UID, complaint, 'contactTelephone'),
  mails: opened(reading, COMPLAINT_UID, complaint, 'contactMail'),
});

/** The home, and everybody who lives or has lived there. */
const home = async (reading: Reading, complaint: Row): Promise<Partial<Identifiers>> => {
  const { rows, trx } = reading;
  const household = complaint.household ? await rows.first(trx, HOUSEHOLD_UID, { id: complaint.household }) : null;
  if (!household) return {};
  const building = household.building ? await rows.first(trx, BUILDING_UID, { id: household.building }) : null;
  const people = await everybodyOf(rows, trx, household.id);
  const room: ListedRoom = {
    building: building ? { code: String(building.code), name: String(building.name) } : null,
    unit: (household.unit as string) || null,
    room: String(household.room),
  };
  return {
    rooms: [room],
    names: people.map(({ name }) => ({ name: String(name), kind: 'resident' as const })),
    telephones: people.flatMap((person) => opened(reading, RESIDENT_UID, person, 'telephone')),
  };
};

/** Colleagues who acted on it, owed something, or were named for it. */
const colleagues = async ({ rows, trx }: Reading, complaint: Row): Promise<Partial<Identifiers>> => {
  const events = await rows.find(trx, EVENT_UID, { caseDocumentId: complaint.documentId });
  const owed = await rows.find(trx, OBLIGATION_UID, { caseDocumentId: complaint.documentId });
  const force = complaint.taskForce as { leader?: { name: string }; members?: { name: string }[] } | null;
  const ids = [
    ...events.map(({ actorStaff }) => actorStaff),
    ...owed.map(({ ownerStaff }) => ownerStaff),
    ...[complaint.handler, complaint.praised, complaint.resolvedBy, complaint.reviewedBy],
  ];
  const people = [...(await rows.byIds(trx, STAFF_UID, ids)).values()];
  const named = [force?.leader, ...(force?.members ?? [])].flatMap((person) => text(person?.name));
  return {
    names: [...people.map(({ name }) => String(name)), ...named].map((name) => ({ name, kind: 'staff' as const })),
    telephones: people.flatMap(({ telephone }) => text(telephone)),
  };
};

/** Witnesses by their descriptions, and whatever numbers people left in the complaint's own words. */
const words = (complaint: Row): Partial<Identifiers> => {
  const evidence = (complaint.evidence as { kind: string; description: string }[] | null) ?? [];
  return together([
    ...evidence.filter(({ kind }) => kind === 'person').map(({ description }) => witnessIn(description)),
    ...evidence.map(({ description }) => numbersIn(description)),
    ...[complaint.content, complaint.demands].flatMap(text).map(numbersIn),
  ]);
};

/** The identifiers of everyone on a complaint. */
export const identifiersOf = async (reading: Reading, complaint: Row): Promise<Identifiers> =>
  together([
    reporter(reading, complaint),
    await home(reading, complaint),
    await colleagues(reading, complaint),
    words(complaint),
  ]);
