import type { Person } from '@harness';
import type { Doc, World } from '../../../testing/world';

/** Where a signed-in account asks, and looks after, what it has asked for. */
export const MINE = '/api/property-desk/me/binding';

/** A household's owner in the archive, without an account. */
export const ownerOf = (world: World, household: Doc, more: Record<string, unknown> = {}) =>
  world.create('resident', {
    name: '王小明',
    household: household.documentId,
    kind: 'owner',
    telephone: '13800005678',
    identityNumber: '110101199003070011',
    ...more,
  });

/** What somebody enters who lives in the first household. */
export const claimOf = (world: World, more: Record<string, unknown> = {}) => ({
  community: world.garden.documentId,
  room: '3栋2单元501',
  kind: 'owner',
  name: '王小明',
  telephone: '138 0000 5678',
  ...more,
});

/** Asks on the front-end site; answers the request's documentId. */
export const asked = async (world: World, who: Pick<Person, 'client'>, more: Record<string, unknown> = {}) => {
  const { body } = await who.client
    .post(MINE)
    .send({ data: claimOf(world, more) })
    .expect(201);
  return body.data.documentId as string;
};

/** An action of the desk on a request, as it is answered. */
export const decide = (who: Pick<Person, 'client'>, documentId: string, action: string, input: object = {}) =>
  who.client
    .post(`/property-desk/bindings/${documentId}/actions/${action}`)
    .set('Accept-Language', 'zh-Hans')
    .send({ input });
