import type { Blocks } from '../../../contracts';
import type { Colleague, World } from './world';

/** A text of one paragraph. */
export const paragraph = (text: string): Blocks => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** What a notice says, unless a test says otherwise. */
export const noticeInput = (world: World, more: Record<string, unknown> = {}) => ({
  community: world.garden.documentId,
  title: '关于电梯年检的通知',
  kind: 'general',
  body: paragraph('定于下周对电梯进行年度检验,请留意。'),
  channels: ['portal', 'board'],
  ...more,
});

/** Takes an action through the panel's API; a refused one fails the test unless its status is expected. */
export const acts = async (who: Colleague, path: string, input: object = {}, status = 200) => {
  const answer = await who.client.post(`/property-desk/notices${path}`).send({ input });
  if (answer.status !== status)
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body.error ?? answer.body)}`);
  return answer.body;
};

/** A notice in a state, on its usual way: written by the front desk, approved by the supervisor. */
export const noticeIn = async (
  world: World,
  state: 'draft' | 'submitted' | 'approved' | 'published',
  more: Record<string, unknown> = {}
): Promise<string> => {
  const { receptionist, supervisor, specialist } = world.staff;
  const { documentId } = (await acts(receptionist, '/actions/draft', noticeInput(world, more))).data;
  const steps = [
    ['submitted', receptionist, 'submit'],
    ['approved', supervisor, 'approve'],
    ['published', specialist, 'publish'],
  ] as const;
  for (const [reached, who, action] of steps) {
    if (state === 'draft') break;
    await acts(who, `/${documentId}/actions/${action}`);
    if (reached === state) break;
  }
  return documentId;
};
