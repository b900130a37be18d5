import supertest from 'supertest';
import type { World } from '../../../testing/world';

/** A text of one paragraph, as Strapi's block editor writes it. */
export const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** Takes an action on a notice as staff; answers the case. */
export const actOnNotice = async (world: World, who: string, id: string | null, action: string, input: object = {}) => {
  const path = id ? `/property-desk/notices/${id}/actions/${action}` : `/property-desk/notices/actions/${action}`;
  const client = world.staff[who as 'receptionist'].client;
  const { status, body, text } = await client.post(path).send({ input });
  if (status !== 200) throw new Error(`${action}: ${status} ${text}`);
  return body.data as { documentId: string; number: string };
};

/** A notice that has been approved and waits for its publication. */
export const approvedNotice = async (world: World, more: Record<string, unknown> = {}): Promise<string> => {
  const { documentId } = await actOnNotice(world, 'receptionist', null, 'draft', {
    community: world.garden.documentId,
    title: '停水通知',
    kind: 'general',
    body: paragraph('明日九点至十七点停水,请提前储水。'),
    channels: ['portal'],
    issuer: '客服中心',
    ...more,
  });
  await actOnNotice(world, 'receptionist', documentId, 'submit');
  await actOnNotice(world, 'supervisor', documentId, 'approve');
  return documentId;
};

/** A notice that is out. */
export const publishedNotice = async (world: World, more: Record<string, unknown> = {}): Promise<string> => {
  const documentId = await approvedNotice(world, more);
  await actOnNotice(world, 'supervisor', documentId, 'publish');
  return documentId;
};

/** Asks the feed as nobody, or with these headers. */
export const ask = (world: World, path: string, headers: Record<string, string> = {}) =>
  supertest(world.desk.strapi.server.httpServer).get(`/api/property-desk${path}`).set(headers);

/** Titles in the feed. */
export const titles = async (world: World, query = ''): Promise<string[]> => {
  const { status, body, text } = await ask(world, `/notices${query}`);
  if (status !== 200) throw new Error(`${query}: ${status} ${text}`);
  return body.data.map(({ title }: { title: string }) => title);
};
