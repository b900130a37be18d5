import { randomWalks, type WalkDesk } from '../../testing/walks';

const contact = { reporterName: '王小明', contactTelephone: '13800005678' };
const repair = ({ world: { garden, household, category } }: WalkDesk) => ({
  community: garden.documentId,
  household: household.documentId,
  category: category.documentId,
  description: '漏水',
  ...contact,
});
const promise = ({ later }: WalkDesk, variant: number) => later[variant % later.length];
const priority = (variant: number) => (variant % 2 ? 'urgent' : 'ordinary');

const ticketInput = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { staff } = walk.world;
  const worker =
    variant % 5 === 0
      ? { contractor: `某公司${variant % 3}` }
      : { assignee: staff[variant % 2 ? 'engineer' : 'engineer2'].staff.documentId };
  const promisedAt = promise(walk, variant);
  switch (action) {
    case 'submit':
      return repair(walk);
    case 'register':
      return { ...repair(walk), source: 'phone', priority: priority(variant) };
    case 'accept':
      return variant % 3 ? { priority: priority(variant) } : {};
    case 'dispatch':
      return { ...worker, promisedAt, agreement: '电话同意' };
    case 'reassign':
      return { ...worker, reason: '调班' };
    case 'repromise':
      return { promisedAt, reason: '等配件', told: '电话' };
    case 'complete':
      return { workDone: '更换角阀', cost: variant };
    case 'follow-up':
      return {
        outcome: ['satisfied', 'unsatisfied', 'unreachable', 'unreachable'][variant % 4],
        reason: '仍漏',
        ratingOverall: 1 + (variant % 5),
      };
    case 'rate':
      return { outcome: variant % 2 ? 'satisfied' : 'unsatisfied' };
    case 'amend':
      return variant % 2
        ? { description: `漏水${variant}`, reason: '更正' }
        : { wishedFor: walk.later[variant % 5], reason: '更正' };
    case 'start':
    case 'resume':
    case 'archive':
    case 'close-unreached':
    case 'attach':
      return {};
    default:
      return { reason: '另有安排' };
  }
};

const inquiryInput = (action: string, variant: number, walk: WalkDesk): Record<string, unknown> => {
  const { staff, garden, household, category } = walk.world;
  const promisedAt = promise(walk, variant);
  const roles = ['receptionist', 'specialist', 'supervisor', 'engineer'] as const;
  switch (action) {
    case 'ask':
      return {
        community: garden.documentId,
        household: household.documentId,
        question: '车位费怎么交',
        promisedAt,
        ...contact,
      };
    case 'answer':
      return { answer: '每月五日前', way: 'phone' };
    case 'repromise':
      return { promisedAt, reason: '等财务', told: '电话' };
    case 'reassign':
      return { handler: staff[roles[variant % 4]].staff.documentId, reason: '调班' };
    case 'convert':
      return { category: category.documentId, priority: priority(variant) };
    case 'amend':
      return { question: `车位费怎么交${variant}`, reason: '更正' };
    default:
      return { reason: '另有安排' };
  }
};

describe('random walks over repairs and inquiries', () =>
  randomWalks({
    types: { ticket: 3, inquiry: 1 },
    walks: 42,
    seldom: ['cancel'],
    handOvers: [
      ['engineer', 'engineer2'],
      ['engineer2', 'engineer'],
      ['specialist', 'receptionist'],
      ['receptionist', 'specialist'],
    ],
    input: (type, action, variant, walk) =>
      type === 'inquiry' ? inquiryInput(action, variant, walk) : ticketInput(action, variant, walk),
    begin(type, variant, walk) {
      const { receptionist, specialist, resident, token } = walk.actors;
      const [action, actor] =
        type === 'inquiry'
          ? (['ask', variant % 2 ? specialist : token] as const)
          : (
              [
                ['register', receptionist],
                ['submit', resident],
                ['submit', token],
              ] as const
            )[variant % 3];
      return walk.act(type, action, actor, this.input(type, action, variant, walk));
    },
  }));
