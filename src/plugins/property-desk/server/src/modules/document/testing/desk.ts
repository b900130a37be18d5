import { PDF } from '../../../kernel/files/testing/samples';
import type { Colleague, World } from '../../../testing/world';

/** What is entered to file a contract, unless a test says otherwise. */
export const documentInput = (world: World, more: Record<string, unknown> = {}) => ({
  community: world.garden.documentId,
  kind: 'contract',
  title: '电梯维护保养合同',
  date: '2026-11-20',
  party: '迅达电梯有限公司',
  ...more,
});

/** Takes an action through the panel's API; a refused one fails the test unless its status is expected. */
export const acts = async (who: Colleague, path: string, input: object = {}, status = 200) => {
  const answer = await who.client.post(`/property-desk${path}`).send({ input });
  if (answer.status !== status)
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body.error ?? answer.body)}`);
  return answer.body;
};

/** Files a document and returns its documentId. */
export const files = async (world: World, more: Record<string, unknown> = {}, who = world.staff.receptionist) =>
  (await acts(who, '/documents/actions/file', documentInput(world, more))).data.documentId as string;

/** Adds a scan to a document. */
export const scans = async (who: Colleague, documentId: string, content: Buffer = PDF, name = '合同.pdf') => {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(content)]), name);
  const sent = new Response(form);
  const type = sent.headers.get('content-type') as string;
  const body = Buffer.from(await sent.arrayBuffer());
  return who.client.post(`/property-desk/documents/${documentId}/files`).set('Content-Type', type).send(body);
};

/** What minutes have somebody take on. */
export const itemInput = (world: World, more: Record<string, unknown> = {}) => ({
  what: '联系维保单位更换 3 栋门禁读头',
  owner: world.staff.engineer.staff.documentId,
  promisedAt: new Date(world.kernel.clock.now().getTime() + 5 * 24 * 3_600_000).toISOString(),
  ...more,
});
