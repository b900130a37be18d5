import { DATA_REQUEST_KINDS, REFUSAL_GROUNDS } from '../../../../contracts';
import { randomWalks, type WalkDesk } from '../../testing/walks';
import { TOLD } from './testing/desk';

const proposed = (variant: number) => ({ proposedRelation: `第${variant}次`, proposedTelephone: '13900001111' });

const entered = (action: string, variant: number, { world, actors }: WalkDesk): Record<string, unknown> => {
  const kind = DATA_REQUEST_KINDS[variant % DATA_REQUEST_KINDS.length];
  switch (action) {
    case 'lodge':
      return {
        community: world.garden.documentId,
        resident: actors.resident.residents![0].documentId,
        kind,
        requestWay: 'counter',
        ...(variant % 3 ? { identityCheck: 'id_document' } : {}),
        ...(kind === 'correction' ? proposed(variant) : {}),
      };
    case 'verify':
      return { identityCheck: variant % 2 ? 'callback' : 'id_document' };
    case 'answer':
    case 'execute':
      return TOLD;
    case 'approve':
      return { approvalReason: '理由充分' };
    case 'lift':
      return { liftReason: '本人要求', told: '已恢复', toldWay: 'phone' };
    case 'refuse':
      return { ground: REFUSAL_GROUNDS[variant % REFUSAL_GROUNDS.length], told: '不符合规定', toldWay: 'phone' };
    case 'amend':
      return { details: `补充${variant}`, reason: '更正' };
    default:
      return { reason: '本人要求' };
  }
};

describe('random walks over data requests', () =>
  randomWalks({
    types: { 'data-request': 1 },
    walks: 24,
    seldom: ['refuse', 'withdraw', 'reopen'],
    handOvers: [['specialist', 'supervisor']],
    input: (_type, action, variant, walk) => entered(action, variant, walk),
    async begin(type, variant, walk) {
      const { act, actors } = walk;
      return act(type, 'lodge', actors.receptionist, entered('lodge', variant, walk));
    },
  }));
