import { randomWalks, type WalkDesk } from '../../testing/walks';
import { noticeInput, paragraph } from '../../testing/notices';

/** From minutes to weeks ahead, so that the clock publishes and takes down on the way; some stand without an end. */
const times = ({ later, world }: WalkDesk, variant: number): Record<string, unknown> => {
  const weeks = new Date(world.kernel.clock.now().getTime() + 20 * 24 * 3_600_000).toISOString();
  return [
    {},
    { publishAt: later[1 + (variant % 2)] },
    { expiresAt: later[3 + (variant % 2)] },
    { publishAt: later[variant % 3], expiresAt: later[3] },
    { expiresAt: weeks },
    {},
  ][variant % 6];
};

const KINDS = ['general', 'emergency', 'activity', 'outage', 'emergency', 'disclosure', 'reminder'];

const entered = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { world, later } = walk;
  switch (action) {
    case 'draft':
      return noticeInput(world, {
        kind: KINDS[variant % KINDS.length],
        // Without the board nothing is owed by the time that it is out.
        channels: variant % 4 === 3 ? ['portal', 'mail'] : ['portal', 'board'],
        ...(variant % 3 ? {} : { buildings: [world.building.documentId] }),
        ...times(walk, variant),
      });
    case 'edit':
      return [
        { title: `关于电梯年检的通知（${variant}）` },
        { body: paragraph(`第${variant}次修改。`), pinned: variant % 2 === 0 },
        { kind: 'emergency', publishAt: null, expiresAt: later[4] },
        { buildings: variant % 2 ? [world.building.documentId] : [], channels: ['board', 'portal'] },
        { kind: 'general', publishAt: null, expiresAt: null },
      ][variant % 5];
    case 'record-posting':
      return { building: world.building.documentId };
    case 'return':
    case 'unapprove':
    case 'withdraw':
    case 'supersede':
      return { reason: '时间有误' };
    default:
      return {};
  }
};

describe('random walks over notices', () =>
  randomWalks({
    types: { notice: 1 },
    walks: 32,
    seldom: ['discard', 'withdraw', 'unapprove', 'return'],
    handOvers: [
      ['receptionist', 'specialist'],
      ['specialist', 'receptionist'],
      ['supervisor', 'manager'],
    ],
    input: (_type, action, variant, walk) => entered(action, variant, walk),
    // Some begin where only the clock leads on: approved for a time, or out until one.
    async begin(type, variant, walk) {
      const { act, actors, later } = walk;
      const { documentId, ...draft } = await act(type, 'draft', actors.receptionist, entered('draft', variant, walk));
      if (variant % 3 === 0) return { documentId, ...draft };
      const plain = { kind: 'general', publishAt: variant % 2 ? null : later[1], expiresAt: later[3] };
      await act(type, 'edit', actors.receptionist, plain, documentId);
      await act(type, 'submit', actors.receptionist, {}, documentId);
      const row = await act(type, 'approve', actors.supervisor, {}, documentId);
      return variant % 3 === 1 ? row : act(type, 'publish', actors.specialist, {}, documentId);
    },
  }));
