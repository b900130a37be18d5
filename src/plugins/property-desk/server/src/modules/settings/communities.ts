import type { Knex } from 'knex';
import type { Context } from 'koa';
import {
  MOST_BUILDINGS_AT_ONCE,
  numberedBuildings,
  type BuildingsAdded,
  type BuildingSetting,
  type CommunitySetting,
} from '../../../../contracts';
import { covers, type Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { documentsOf, enteredIn, refuseStale } from '../../kernel/api/record-write';
import { localeOf, onlyParams } from '../../kernel/api/respond';
import { invalid } from '../../kernel/errors';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { BUILDING_UID, COMMUNITY_UID, STAFF_UID } from '../staff';
import { FORMS } from './forms';
import { recordNamed } from './named';
import { activeStaffIn, householdsIn } from './queries';

const text = (value: unknown): string | null => (typeof value === 'string' && value ? value : null);

const byNumber = new Intl.Collator('zh-Hans', { numeric: true });

const shownBuilding = (row: Row): BuildingSetting => ({
  documentId: row.documentId,
  name: row.name as string,
  code: row.code as string,
  floors: (row.floors as number | null) ?? null,
  units: (row.units as number | null) ?? null,
  updatedAt: iso(row.updatedAt) as string,
});

/** The communities that an actor works in. */
export const communitiesOf = async (kernel: Kernel, actor: Actor): Promise<Row[]> =>
  (await kernel.rows.find(kernel.strapi.db.connection, COMMUNITY_UID, {})).filter(({ id }) => covers(actor, id));

/** `GET /settings/communities`: one's own, with their buildings. */
export const list = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: CommunitySetting[] }> => {
  onlyParams(ctx, []);
  const communities = await communitiesOf(kernel, actor);
  const buildings = await kernel.rows.find(kernel.strapi.db.connection, BUILDING_UID, {});
  const [households, staff] = [await householdsIn(kernel), await activeStaffIn(kernel)];
  return {
    data: communities.map((row) => ({
      documentId: row.documentId,
      name: row.name as string,
      companyName: row.companyName as string,
      address: text(row.address),
      telephone: text(row.telephone),
      officeHours: text(row.officeHours),
      filePrefix: text(row.filePrefix),
      households: households.get(row.id) ?? 0,
      staff: staff.get(row.id)?.length ?? 0,
      buildings: buildings
        .filter(({ community }) => community === row.id)
        .map(shownBuilding)
        .sort((one, other) => byNumber.compare(one.code, other.code)),
      updatedAt: iso(row.updatedAt) as string,
    })),
  };
};

const refuseSameName = async (kernel: Kernel, trx: Knex, name: string, own?: number) => {
  const same = await kernel.rows.find(trx, COMMUNITY_UID, { name });
  if (same.some(({ id }) => id !== own)) throw invalid('name', 'error.taken');
};

/** `POST /settings/communities`: whoever adds one and is on the staff works there from then on. */
export const add = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input } = enteredIn(ctx, FORMS.addCommunity, localeOf(ctx, kernel.settings.locale));
  const documentId = await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      await kernel.numbering.take(trx as Knex.Transaction, 'communities', 0, kernel.clock.now());
      await refuseSameName(kernel, trx as Knex, input.name);
      const made = await documentsOf(kernel, COMMUNITY_UID).create({ data: input });
      if (actor.staff)
        await documentsOf(kernel, STAFF_UID).update({
          documentId: actor.staff.documentId,
          data: { communities: { connect: [made.documentId] } },
        });
      return made.documentId;
    })
  );
  return { data: { documentId } };
};

/** `PUT /settings/communities/:documentId` */
export const change = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input, updatedAt } = enteredIn(ctx, FORMS.changeCommunity, localeOf(ctx, kernel.settings.locale));
  const { documentId } = await recordNamed(kernel, actor, COMMUNITY_UID, ctx.params.documentId);
  await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      const row = (await kernel.rows.lock(trx as Knex.Transaction, COMMUNITY_UID, documentId)) as Row;
      refuseStale(row, updatedAt);
      await refuseSameName(kernel, trx as Knex, input.name, row.id);
      await documentsOf(kernel, COMMUNITY_UID).update({ documentId, data: input });
    })
  );
  return { data: { documentId } };
};

/** `POST /settings/communities/:documentId/buildings`: many at once, as `1–12栋`; those that are there stay as they are. */
export const addBuildings = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<{ data: BuildingsAdded }> => {
  const { input } = enteredIn(ctx, FORMS.addBuildings, localeOf(ctx, kernel.settings.locale));
  const { documentId } = await recordNamed(kernel, actor, COMMUNITY_UID, ctx.params.documentId);
  const wanted = numberedBuildings(input.buildings);
  if (!Array.isArray(wanted))
    throw invalid('buildings', `error.buildings.${wanted.fault}`, {
      piece: wanted.piece,
      most: MOST_BUILDINGS_AT_ONCE,
    });
  const data = await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      // Two people adding the same list: the second finds them there.
      const community = (await kernel.rows.lock(trx as Knex.Transaction, COMMUNITY_UID, documentId)) as Row;
      const there = new Set(
        (await kernel.rows.find(trx as Knex, BUILDING_UID, { community: community.id })).map(({ code }) => code)
      );
      const { floors, units } = input;
      for (const { code, name } of wanted.filter((each) => !there.has(each.code)))
        await documentsOf(kernel, BUILDING_UID).create({ data: { code, name, floors, units, community: documentId } });
      const named = (known: boolean) => wanted.filter(({ code }) => there.has(code) === known).map(({ name }) => name);
      return { added: named(false), there: named(true) };
    })
  );
  return { data: data as BuildingsAdded };
};

/** `PUT /settings/buildings/:documentId` */
export const changeBuilding = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  const { input, updatedAt } = enteredIn(ctx, FORMS.changeBuilding, localeOf(ctx, kernel.settings.locale));
  const { documentId } = await recordNamed(kernel, actor, BUILDING_UID, ctx.params.documentId);
  await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      refuseStale((await kernel.rows.lock(trx as Knex.Transaction, BUILDING_UID, documentId)) as Row, updatedAt);
      await documentsOf(kernel, BUILDING_UID).update({ documentId, data: input });
    })
  );
  return { data: { documentId } };
};

/** `DELETE /settings/buildings/:documentId`: what was entered by mistake; the workflow's guard keeps what cases name. */
export const removeBuilding = async (kernel: Kernel, actor: Actor, ctx: Context) => {
  onlyParams(ctx, []);
  const { id, documentId, name } = await recordNamed(kernel, actor, BUILDING_UID, ctx.params.documentId);
  await kernel.histories.as(actor, () =>
    kernel.strapi.db.transaction(async ({ trx }) => {
      const household = await kernel.rows.first(trx as Knex, 'plugin::property-desk.household', { building: id });
      if (household) throw invalid('documentId', 'error.buildingLivedIn', { name });
      await documentsOf(kernel, BUILDING_UID).delete({ documentId });
    })
  );
  return { data: { documentId } };
};
