import { randomWalks, type WalkDesk } from '../../testing/walks';

let made = 0;

const loanInput = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { staff } = walk.world;
  const until = walk.later[variant % walk.later.length];
  const colleague = staff[(['receptionist', 'specialist', 'supervisor', 'manager'] as const)[variant % 4]];
  const named = variant % 3 ? {} : { staff: colleague.staff.documentId };
  const condition = (['intact', 'damaged', 'incomplete'] as const)[variant % 3];
  switch (action) {
    case 'approve':
      return {};
    case 'hand-over':
      return named.staff ? { handedOverBy: named.staff } : {};
    case 'extend':
      return { until, reason: '未修完' };
    case 'return':
    case 'found':
      return {
        condition,
        ...(condition === 'intact' ? {} : { conditionNote: '缺一把' }),
        ...(action === 'return' && named.staff ? { takenBackBy: named.staff } : {}),
      };
    case 'report-lost':
      return { lostText: '在地库遗失' };
    case 'amend':
      return variant % 2
        ? { purpose: `检修${variant}`, reason: '更正' }
        : { forWhom: variant % 4 ? '张师傅' : null, until, reason: '更正' };
    default:
      return { reason: '不再需要' };
  }
};

describe('random walks over loans', () =>
  randomWalks({
    types: { loan: 1 },
    walks: 32,
    seldom: ['cancel', 'reject', 'return', 'found'],
    handOvers: [
      ['engineer', 'specialist'],
      ['specialist', 'engineer'],
      ['supervisor', 'specialist'],
    ],
    input: (_type, action, variant, walk) => loanInput(action, variant, walk),
    async begin(_type, variant, { act, actors, world, later }) {
      // Whatever an earlier walk has left lent is lent still: each takes a key of its own.
      const key = await world.create('key', {
        number: `W-${(made += 1)}`,
        name: '水泵房',
        community: world.garden.documentId,
      });
      const who = actors[['engineer', 'specialist', 'supervisor', 'receptionist'][variant % 4]];
      return act('loan', 'request', who, {
        community: world.garden.documentId,
        itemType: 'key',
        item: key.documentId,
        purpose: '检修照明',
        until: later[2 + (variant % 3)],
      });
    },
  }));
