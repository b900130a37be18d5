import type { ServerProcess } from '@harness';
import { asked, claimOf, decide } from '../../src/plugins/property-desk/server/src/modules/account/testing/desk';
import { loanDesk } from '../../src/plugins/property-desk/server/src/modules/loan/testing/desk';
import type { Doc, World } from '../../src/plugins/property-desk/server/src/testing/world';

/** Of each race so many. */
export const RACES = 6;

/** One request of a race: who sends it, and what. */
interface Sent {
  token: string;
  method?: 'POST' | 'PUT';
  path: string;
  body: object;
}

/** Two requests that two servers get at the same time. */
export type Pair = [Sent, Sent];

const times = async <T>(make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  while (made.length < RACES) made.push(await make(made.length));
  return made;
};

/** Sends each pair to both servers at once, all pairs at the same time; the statuses of each, in their order. */
export const race = (servers: ServerProcess[], pairs: Pair[]): Promise<number[][]> =>
  Promise.all(
    pairs.map((pair) =>
      Promise.all(
        pair.map(async ({ token, method = 'POST', path, body }, index) => {
          const response = await fetch(`${servers[index].url}${path}`, {
            method,
            headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
            body: JSON.stringify(body),
          });
          await response.text();
          return response.status;
        })
      )
    )
  );

/** Things, loans, claims and people of the archive, that two servers are asked about at once. */
export const prepareRaces = async (world: World) => {
  const { staff, neighbour, household, create, desk } = world;
  world.kernel.settings.bindingsPerHour = 10_000;
  const lending = loanDesk(world);
  const act = (plural: string, id: string, action: string, by: keyof World['staff'], input: object = {}): Sent => ({
    token: staff[by].token,
    path: `/property-desk/${plural}/${id}/actions/${action}`,
    body: { input },
  });
  const owner = (name: string, home: Doc) =>
    create('resident', { name, household: home.documentId, kind: 'owner', movedInAt: '2020-01-01T00:00:00Z' });
  const decided = (id: string, action: string, by: keyof World['staff'], input: object) =>
    act('bindings', id, action, by, input);

  const things = await times(() => lending.newKey());
  const sameThing = await Promise.all(
    things.map(async (thing): Promise<[string, string]> => [
      await lending.approved(thing),
      await lending.approved(thing, {}, staff.engineer2),
    ])
  );
  const sameLoan = await times(async () => lending.approved(await lending.newKey()));
  const sameRequest = await times(async (index) => ({
    binding: await asked(world, await desk.user()),
    resident: await owner(`甲${index}`, household),
  }));
  const sameResident = await times(async (index) => ({
    bindings: [
      await asked(world, await desk.user(), { room: '3-2-502' }),
      await asked(world, await desk.user(), { room: '3-2-502' }),
    ],
    resident: await owner(`乙${index}`, neighbour),
  }));
  const newcomers = await times(async () => [
    await asked(world, await desk.user()),
    await asked(world, await desk.user()),
  ]);
  const accounts = await times(() => desk.user());
  const leaving = await times(async (index) => {
    const account = await desk.user();
    const binding = await asked(world, account);
    const resident = await owner(`丙${index}`, household);
    const { status } = await decide(staff.specialist, binding, 'approve', { resident: resident.documentId });
    if (status !== 200) throw new Error(`approve: ${status}`);
    return { account, binding, resident };
  });

  return {
    things: things.map(({ documentId }) => documentId),
    sameThing: sameThing.map(([one, other]): Pair => [
      act('loans', one, 'hand-over', 'receptionist'),
      act('loans', other, 'hand-over', 'specialist'),
    ]),
    loans: sameLoan,
    handOver: sameLoan.map((id): Pair => [
      act('loans', id, 'hand-over', 'receptionist'),
      act('loans', id, 'hand-over', 'specialist'),
    ]),
    giveBack: sameLoan.map((id): Pair => [
      act('loans', id, 'return', 'receptionist', { condition: 'intact' }),
      act('loans', id, 'return', 'specialist', { condition: 'intact' }),
    ]),
    requests: sameRequest.map(({ binding }) => binding),
    approveOrReject: sameRequest.map(({ binding, resident: { documentId } }): Pair => [
      decided(binding, 'approve', 'specialist', { resident: documentId }),
      decided(binding, 'reject', 'supervisor', { rejection: 'proof' }),
    ]),
    claimed: sameResident.map(({ resident }) => resident.documentId),
    approveBoth: sameResident.map(({ bindings: [one, other], resident: { documentId } }): Pair => [
      decided(one, 'approve', 'specialist', { resident: documentId }),
      decided(other, 'approve', 'supervisor', { resident: documentId }),
    ]),
    enterBoth: newcomers.map(([one, other]): Pair => [
      decided(one, 'approve', 'specialist', { household: household.documentId, kind: 'tenant' }),
      decided(other, 'approve', 'supervisor', { household: household.documentId, kind: 'family' }),
    ]),
    askTwice: accounts.map(({ token }): Pair => {
      const sent = { token, path: '/api/property-desk/me/binding', body: { data: claimOf(world) } };
      return [sent, sent];
    }),
    leavers: leaving.map(({ account, binding, resident }) => ({ token: account.token, binding, resident })),
    moveOut: leaving.map(({ binding, resident }): Pair => [
      {
        token: staff.specialist.token,
        method: 'PUT',
        path: `/property-desk/households/${household.documentId}/parts/resident/${resident.documentId}`,
        body: { input: { movedOutAt: world.kernel.clock.now().toISOString() } },
      },
      decided(binding, 'unbind', 'supervisor', { reason: '已搬离' }),
    ]),
  };
};
