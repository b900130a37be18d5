import type { Client } from '@harness';
import type { Colleague, Doc, World } from '../../../testing/world';

/** A resident with a number and an address that no other test uses. */
export const NAME = '欧阳静怡';
export const TELEPHONE = '13977778888';
export const IDENTITY = '310101198001012345';
export const MAIL = 'ouyang.jingyi@example.org';

/** What was done and said, as every answer asks for it. */
export const TOLD = { outcomeText: '已办理', told: '已按您的要求办理', toldWay: 'phone' };

/** Requests of a furnished desk. */
export const privacyDesk = (world: World) => {
  const { garden, household } = world;
  const call = (client: Client, path: string, body?: object) =>
    body ? client.post(`/property-desk${path}`).send(body) : client.get(`/property-desk${path}`);
  const desk = {
    call,
    /** Somebody of whom everything is known. */
    async person(more: Record<string, unknown> = {}, home: Doc = household) {
      const { resident, ...user } = await world.settle(home, NAME, TELEPHONE);
      const known = await world.desk.strapi.documents('plugin::property-desk.resident').update({
        documentId: resident.documentId,
        data: { identityNumber: IDENTITY, mail: MAIL, movedInAt: '2020-01-01T00:00:00Z', ...more } as never,
      });
      return { ...user, resident: known as unknown as Doc };
    },
    asked: (resident: Doc, kind: string, more: object = {}) => ({
      community: garden.documentId,
      resident: resident.documentId,
      kind,
      requestWay: 'counter',
      identityCheck: 'id_document',
      ...more,
    }),
    async lodge(resident: Doc, kind: string, more: object = {}, who: Colleague = world.staff.receptionist) {
      const input = desk.asked(resident, kind, more);
      const { body } = await call(who.client, '/data-requests/actions/lodge', { input }).expect(200);
      return body.data as { documentId: string; number: string; state: string };
    },
    act: (who: Colleague, documentId: string, action: string, input: object = {}) =>
      call(who.client, `/data-requests/${documentId}/actions/${action}`, { input }),
  };
  return desk;
};

/** Every text of every table of the installation that holds one of these, as `table.column`. */
export const tracesOf = async (world: World, values: string[]): Promise<string[]> => {
  const { db } = world.desk.strapi;
  const found: string[] = [];
  for (const name of await db.dialect.schemaInspector.getTables()) {
    const rows: Record<string, unknown>[] = await db.connection(name).select('*');
    for (const row of rows)
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'string' ? value : JSON.stringify(value ?? '');
        if (values.some((each) => text.includes(each))) found.push(`${name}.${column}`);
      }
  }
  return [...new Set(found)].sort();
};
