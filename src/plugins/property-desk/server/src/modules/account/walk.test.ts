import type { Actor } from '../../kernel/access/actor';
import { randomWalks, type WalkDesk } from '../../testing/walks';
import { claimOf, ownerOf } from './testing/desk';

const residents: string[] = [];

/** An account that asks and then holds what it asked for, in the place of the resident among the walkers. */
const accountOf = async ({ world }: WalkDesk): Promise<Actor> => {
  const { id, documentId } = (await world.desk.strapi.db
    .query('plugin::users-permissions.user')
    .create({ data: { username: `u${Math.random()}`, email: `u${Math.random()}@test.local`, provider: 'local' } })) as {
    id: number;
    documentId: string;
  };
  return {
    kind: 'resident',
    name: '',
    role: null,
    communities: 'all',
    account: { id, documentId },
    holds: [],
    can: () => true,
  };
};

randomWalks({
  types: { binding: 1 },
  begin: async (_type, variant, walk) => {
    const { world, actors } = walk;
    if (residents.length === 0)
      for (const home of [world.household, world.neighbour]) residents.push((await ownerOf(world, home)).documentId);
    actors.resident = await accountOf(walk);
    const row = await walk.act(
      'binding',
      'request',
      actors.resident,
      claimOf(world, { room: `3-2-${501 + (variant % 3)}` })
    );
    actors.resident.holds = [row.documentId];
    return row;
  },
  input: (_type, action, variant, { world }) => {
    switch (action) {
      case 'approve':
        return variant % 3
          ? {
              household: [world.household, world.neighbour][variant % 2].documentId,
              kind: ['family', 'tenant'][variant % 2],
            }
          : { resident: residents[variant % 2] };
      case 'reject':
        return { rejection: ['unverified', 'proof', 'duplicate', 'visit'][variant % 4] };
      case 'unbind':
        return { reason: '业主要求' };
      case 'amend':
        return variant % 2
          ? { room: `3-2-${501 + (variant % 3)}`, reason: '更正' }
          : { kind: ['owner', 'family', 'tenant'][variant % 3], reason: '更正' };
      default:
        return {};
    }
  },
  seldom: ['cancel', 'reject', 'approve', 'unbind'],
  handOvers: [
    ['specialist', 'supervisor'],
    ['supervisor', 'specialist'],
  ],
  walks: 12,
});
