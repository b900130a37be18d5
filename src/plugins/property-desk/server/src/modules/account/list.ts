import type { Context } from 'koa';
import { BINDING_STATES, type BindingListItem, type Page, type Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import { iso } from '../../kernel/api/present';
import { idParam } from '../../kernel/api/record-param';
import { choicesParam, onlyParams, textParam, wholeNumber } from '../../kernel/api/respond';
import type { Kernel } from '../../kernel/kernel';
import type { Row } from '../../kernel/storage/rows';
import { COMMUNITY_UID } from '../staff';
import { bindingPage, householdsOf } from './queries';
import { BINDING_UID } from './row';

/** A record by what people know it by. */
export const refOf = (row: Row): Ref => ({ documentId: row.documentId, name: String(row.name ?? '') });

/** `GET /bindings`: what waits as it falls due, else latest first. */
export const listBindings = async (kernel: Kernel, actor: Actor, ctx: Context): Promise<Page<BindingListItem>> => {
  onlyParams(ctx, ['state', 'community', 'overdue', 'cursor', 'limit']);
  const { rows, clock, confidential, strapi } = kernel;
  const community = await idParam(kernel, actor, ctx, 'community', COMMUNITY_UID);
  const { found, ...meta } = await bindingPage(
    kernel,
    {
      communities: community === undefined ? actor.communities : [community],
      states: choicesParam(ctx, 'state', BINDING_STATES) ?? ['pending'],
      overdue: choicesParam(ctx, 'overdue', ['true', 'false'])?.[0] === 'true',
    },
    { cursor: textParam(ctx, 'cursor'), limit: wholeNumber(ctx, 'limit', 25, 100) }
  );
  const communities = await rows.byIds(
    strapi.db.connection,
    COMMUNITY_UID,
    found.map((row) => row.community)
  );
  const householdOf = await householdsOf(kernel, found);
  const data = found.map((row): BindingListItem => {
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
  if (data.length > 0)
    await strapi.db.transaction(({ trx }) =>
      confidential.log(trx, [
        { kind: 'list', recordType: 'binding', recordDocumentId: '', records: data.length, actor, community },
      ])
    );
  return { data, meta };
};
