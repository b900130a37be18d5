import { randomWalks, type WalkDesk } from '../../testing/walks';

const body = (variant: number) => [{ type: 'paragraph', children: [{ type: 'text', text: `第${variant}次修改。` }] }];

const entered = (action: string, variant: number, { world }: WalkDesk): Record<string, unknown> => {
  switch (action) {
    case 'draft':
      return { community: world.garden.documentId, from: 'default' };
    case 'edit':
      return [
        { title: `客服部管理制度（${variant}）` },
        { companyName: variant % 2 ? '月光物业' : '阳光物业', public: variant % 4 === 1 },
        { effectiveOn: null, draftedBy: '客服部' },
        { effectiveOn: '2026-11-24', draftedOn: '2026-11-23' },
      ][variant % 4];
    case 'write-article':
      return variant % 3
        ? { number: 9, was: 9, chapter: 4, chapterTitle: '工作流程', title: '报修', body: body(variant) }
        : { number: 18, chapter: 6, chapterTitle: '附则', body: body(variant) };
    case 'remove-article':
      return { number: 18 };
    case 'set-rule':
      return variant % 5
        ? { key: 'ticket.followUpWithin', value: `PT${1 + (variant % 48)}H` }
        : { key: 'complaint.repeatDays', value: variant };
    case 'clear-rule':
      return { key: variant % 2 ? 'ticket.followUpWithin' : 'complaint.repeatDays' };
    case 'return':
    case 'unapprove':
    case 'repeal':
      return { reason: '再议' };
    default:
      return {};
  }
};

describe('random walks over policies', () =>
  randomWalks({
    types: { policy: 1 },
    walks: 24,
    seldom: ['discard', 'repeal', 'unapprove', 'return'],
    handOvers: [
      ['engineer', 'specialist'],
      ['specialist', 'engineer'],
      ['receptionist', 'supervisor'],
    ],
    input: (_type, action, variant, walk) => entered(action, variant, walk),
    // Some begin in force, and some of those with the version that superseded them.
    async begin(type, variant, walk) {
      const { act, actors } = walk;
      const { documentId } = await act(type, 'draft', actors.supervisor, entered('draft', variant, walk));
      if (variant % 3 === 0) return act(type, 'edit', actors.supervisor, { draftedBy: '客服部' }, documentId);
      await act(type, 'submit', actors.supervisor, {}, documentId);
      if (variant % 3 === 1) return act(type, 'approve', actors.manager, {}, documentId);
      await act(type, 'approve', actors.manager, {}, documentId);
      const row = await act(type, 'promulgate', actors.manager, {}, documentId);
      if (variant % 9 !== 2) return row;
      const next = await act(type, 'draft', actors.supervisor, entered('draft', variant, walk));
      for (const action of ['submit', 'approve', 'promulgate'])
        await act(type, action, action === 'submit' ? actors.supervisor : actors.manager, {}, next.documentId);
      return row;
    },
  }));
