import type { Context } from 'koa';
import type { Knex } from 'knex';
import type { HouseholdCard, Occupancy, Ref } from '../../../../../contracts';
import type { Actor } from '../../../kernel/access/actor';
import { caseRef, iso } from '../../../kernel/api/present';
import { onlyParams } from '../../../kernel/api/respond';
import type { Kernel } from '../../../kernel/kernel';
import type { Row } from '../../../kernel/storage/rows';
import { COMMUNITY_UID, STAFF_UID } from '../../staff';
import { openRowsOf, residentsOf } from '../search/queries/page';
import { HOUSEHOLD_UID } from '../uids';
import { gapsListed, refOf } from './list';
import { fileNamed } from './named';
import { complaintsSince, restrictedIn } from './queries';

const DAY = 24 * 3_600_000;

/** How often a household has complained lately, where complaints are kept and the caller may read them. */
const complained = async (kernel: Kernel, actor: Actor, home: Row, days: number): Promise<number> => {
  const complaints = kernel.definition('complaint');
  if (!complaints || !actor.can(`${complaints.name}.read`)) return 0;
  return complaintsSince(kernel, complaints.uid, home.id, new Date(kernel.clock.now().getTime() - days * DAY));
};

/** What is open for the household, and by when something of it is owed. */
const openIn = async (kernel: Kernel, actor: Actor, home: Row): Promise<HouseholdCard['cases']> =>
  (await openRowsOf(kernel, actor, [home.id])).map(({ definition, row }) => ({
    ...caseRef(definition, row),
    createdAt: iso(row.createdAt) as string,
    dueAt: iso(row.dueAt),
  }));

/**
 * `GET /households/:documentId/card`: who lives there, what is open for them, and what one should know before speaking
 * with them. That it was looked at stands on the access log, as for the whole file.
 */
export const householdCard = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: HouseholdCard }> => {
  onlyParams(ctx, []);
  const home = await fileNamed(kernel, actor, ctx.params.documentId as string);
  const { connection } = kernel.strapi.db;
  const rules = await kernel.rulebook.of(home.community as number);
  const repeatDays = rules.number('complaint.repeatDays');
  const [community, responsible, residents, cases, complaints, restricted] = await Promise.all([
    kernel.rows.first(connection, COMMUNITY_UID, { id: home.community }),
    home.responsible ? kernel.rows.first(connection, STAFF_UID, { id: home.responsible }) : null,
    residentsOf(kernel, [home.id], []),
    openIn(kernel, actor, home),
    complained(kernel, actor, home, repeatDays),
    restrictedIn(connection, home.id),
  ]);
  const people = (residents.get(home.id) ?? []).map(({ id: _id, ...person }) => person);
  const now = kernel.clock.now().toISOString();
  const warnings: HouseholdCard['warnings'] = [
    { code: 'overdue', count: cases.filter(({ dueAt }) => dueAt !== null && dueAt < now).length },
    { code: 'complaints', count: complaints },
    { code: 'restricted', count: restricted },
    { code: 'incomplete', count: gapsListed(home.gaps).length },
  ];
  const entry = {
    kind: 'open' as const,
    recordType: HOUSEHOLD_UID,
    recordDocumentId: home.documentId,
    records: people.length,
    actor,
    community: home.community as number,
  };
  await kernel.strapi.db.transaction(({ trx }) => kernel.confidential.log(trx as Knex.Transaction, [entry]));
  return {
    data: {
      documentId: home.documentId,
      name: (home.name as string | null) ?? '',
      fileNumber: home.fileNumber as string | null,
      community: refOf(community) as Ref,
      occupancy: (home.occupancy as Occupancy | null) ?? null,
      responsible: refOf(responsible),
      notes: (home.notes as string | null) || null,
      residents: people,
      cases,
      warnings: warnings.filter(({ code, count }) => count > (code === 'complaints' ? 1 : 0)),
      repeatDays,
      timeZone: kernel.clock.zone,
    },
  };
};
