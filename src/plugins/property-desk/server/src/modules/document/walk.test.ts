import { randomWalks, type WalkDesk } from '../../testing/walks';
import { documentInput, itemInput } from './testing/desk';

const BECAUSE = { reason: '登记有误' };

const entered = (type: string, action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { world, later } = walk;
  switch (action) {
    case 'file':
      return documentInput(world, {
        kind: ['contract', 'minutes', 'letter', 'minutes'][variant % 4],
        // Old ones may be disposed of: the retention of letters and contracts has run out.
        date: ['2026-11-20', '1990-03-01', '2026-02-28', '1991-06-30'][variant % 4],
        ...(variant % 3 ? { cabinet: '3', box: String(variant) } : {}),
      });
    case 'record-paper':
      return { cabinet: '1', slot: String(variant), pages: 1 + (variant % 20) };
    case 'amend':
      return type === 'action-item'
        ? { what: `改为更换 ${variant} 处`, ...BECAUSE }
        : [
            { title: `合同（${variant}）`, ...BECAUSE },
            { pages: 1 + (variant % 9), retention: 'years10', ...BECAUSE },
            { secrecy: variant % 2 ? 'internal' : 'confidential', ...BECAUSE },
          ][variant % 3];
    case 'add-action-item':
      return itemInput(world);
    case 'reassign':
      return { owner: world.staff[variant % 2 ? 'engineer2' : 'engineer'].staff.documentId, ...BECAUSE };
    case 'repromise':
      return { promisedAt: later[variant % later.length], ...BECAUSE };
    case 'done':
      return { doneText: '已办妥' };
    case 'attach':
    case 'dispose':
      return {};
    default:
      return BECAUSE;
  }
};

describe('random walks over documents and what was taken on at meetings', () =>
  randomWalks({
    types: { document: 3, 'action-item': 1 },
    walks: 32,
    seldom: ['withdraw', 'dispose', 'cancel', 'done', 'propose-disposal'],
    handOvers: [
      ['receptionist', 'specialist'],
      ['engineer', 'engineer2'],
      ['engineer2', 'engineer'],
    ],
    input: entered,
    async begin(type, variant, walk) {
      const { act, actors, world } = walk;
      if (type === 'document') return act(type, 'file', actors.receptionist, entered(type, 'file', variant, walk));
      const minutes = await act('document', 'file', actors.receptionist, documentInput(world, { kind: 'minutes' }));
      return act(type, 'take-on', actors.specialist, {
        community: world.garden.documentId,
        minutes: minutes.documentId,
        ...itemInput(world),
      });
    },
  }));
