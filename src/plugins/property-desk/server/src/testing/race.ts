import type { Response } from 'supertest';
import type { Row } from '../kernel/storage/rows';
import type { Colleague, World } from './world';

/** People who act at once. */
export const SIXTEEN = 16;

/** Sixteen of a role in the first community. */
export const hireSixteen = async (world: World, role: string): Promise<Colleague[]> => {
  const people: Colleague[] = [];
  for (let index = 0; index < SIXTEEN; index += 1)
    people.push(await world.hire(role, [world.garden], `${role}${index}`));
  return people;
};

/** A case, its events and what is owed on it, as they stand in the ledgers. */
export const storyOf = async ({ kernel }: World, uid: string, documentId: string) => {
  const { rows, ledger, strapi } = kernel;
  const { connection } = strapi.db;
  return {
    row: (await rows.first(connection, uid, { documentId })) as Row,
    events: await ledger.story(connection, documentId),
    obligations: await rows.find(connection, 'plugin::property-desk.obligation', { caseDocumentId: documentId }),
  };
};

/** One of the answers is a success and fifteen are conflicts that name the winner; returns who it was. */
export const expectOneWinner = (
  answers: Response[],
  people: Colleague[],
  moved: { action: string; from: string; to: string; revision: number }
): Colleague => {
  expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(SIXTEEN - 1).fill(409)]);
  const winner = people[answers.findIndex(({ status }) => status === 200)];
  for (const { body } of answers.filter(({ status }) => status === 409))
    expect(body).toMatchObject({
      data: null,
      error: {
        status: 409,
        name: 'ConflictError',
        details: {
          state: moved.to,
          revision: moved.revision,
          since: [{ ...moved, actor: { kind: 'staff', name: winner.staff.name } }],
        },
      },
    });
  return winner;
};
