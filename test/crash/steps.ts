import { randomInt } from 'node:crypto';

/** Bearer tokens of those who work. */
export interface Crew {
  receptionist: string;
  engineer: string;
  specialist: string;
  supervisor: string;
  manager: string;
  /** Accounts of front-end sites, which ask to be tied to a home. */
  applicants: string[];
}

/** documentIds that the steps enter, and how the cases begin. */
export interface Given {
  engineer: string;
  specialist: string;
  category: string;
  call: object;
  complaint: object;
  policy: object;
  notice: object;
  /** What is lent: fewer things than hands, so that they get in each other's way. */
  loans: object[];
  claim: object;
  /** The home that applicants are entered in. */
  home: string;
}

export type Kind = 'tickets' | 'complaints' | 'policies' | 'notices' | 'loans' | 'bindings';

/** What there is to work on, as often as it is taken up: the policy is the rarest. */
export const KINDS: Kind[] = [
  ...(['tickets', 'complaints', 'notices', 'loans', 'bindings'] as const).flatMap((kind) => [kind, kind]),
  'policies',
];

/** A step that somebody takes, and what they enter. */
export interface Step {
  action: string;
  by: keyof Crew;
  input: (given: Given) => object;
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const nothing = () => ({});
const anyOf = <T>(all: T[]): T => all[randomInt(all.length)];

/** How cases begin; a binding on the front-end site. */
export const START: Record<Kind, Step> = {
  tickets: { action: 'register', by: 'receptionist', input: ({ call }) => call },
  complaints: { action: 'lodge', by: 'receptionist', input: ({ complaint }) => complaint },
  policies: { action: 'draft', by: 'supervisor', input: ({ policy }) => policy },
  notices: { action: 'draft', by: 'specialist', input: ({ notice }) => notice },
  loans: { action: 'request', by: 'engineer', input: ({ loans }) => anyOf(loans) },
  bindings: { action: 'request', by: 'applicants', input: ({ claim }) => claim },
};

/** The steps that may come next in each state. */
export const NEXT: Record<Kind, Record<string, Step[]>> = {
  tickets: {
    accepted: [
      {
        action: 'dispatch',
        by: 'receptionist',
        input: ({ engineer }) => ({ assignee: engineer, promisedAt: inHours(4) }),
      },
    ],
    dispatched: [{ action: 'start', by: 'engineer', input: nothing }],
    in_progress: [{ action: 'complete', by: 'engineer', input: () => ({ workDone: '修好了' }) }],
    completed: [{ action: 'follow-up', by: 'specialist', input: () => ({ outcome: 'satisfied' }) }],
    confirmed: [{ action: 'archive', by: 'specialist', input: nothing }],
  },
  complaints: {
    received: [
      {
        action: 'classify',
        by: 'receptionist',
        input: ({ specialist, category }) => ({
          severity: 'general',
          reason: '初次',
          handler: specialist,
          promisedAt: inHours(4),
          category,
        }),
      },
    ],
    handling: [{ action: 'resolve', by: 'specialist', input: () => ({ result: '已改正', measures: '约谈' }) }],
    resolved: [{ action: 'follow-up', by: 'specialist', input: () => ({ outcome: 'satisfied' }) }],
    // Two cases in one transaction: the review and what it sets going.
    confirmed: [
      {
        action: 'review',
        by: 'specialist',
        input: ({ engineer }) => ({
          courseOfEvents: '接报',
          rootCause: '隔音',
          lessons: '及早约谈',
          preventiveActions: [{ what: '张贴公约', owner: engineer, dueAt: inHours(24) }],
        }),
      },
    ],
    reviewed: [{ action: 'archive', by: 'specialist', input: nothing }],
  },
  policies: {
    draft: [{ action: 'submit', by: 'supervisor', input: nothing }],
    submitted: [{ action: 'approve', by: 'manager', input: nothing }],
    // Two cases in one transaction: the version before it ends.
    approved: [{ action: 'promulgate', by: 'manager', input: nothing }],
    effective: [{ action: 'acknowledge', by: 'engineer', input: nothing }],
  },
  notices: {
    draft: [{ action: 'submit', by: 'specialist', input: nothing }],
    submitted: [{ action: 'approve', by: 'supervisor', input: nothing }],
    // In one transaction: the number, the boards, and a mail to each resident who agreed.
    approved: [{ action: 'publish', by: 'supervisor', input: nothing }],
    published: [{ action: 'withdraw', by: 'supervisor', input: () => ({ reason: '提前恢复供水' }) }],
  },
  loans: {
    requested: [{ action: 'approve', by: 'supervisor', input: nothing }],
    // One thing with one person at a time; of a household's file, with its line on the access log.
    approved: [{ action: 'hand-over', by: 'receptionist', input: nothing }],
    lent: [{ action: 'return', by: 'specialist', input: () => ({ condition: 'intact' }) }],
  },
  bindings: {
    pending: [
      // In one transaction: the resident, the home's story, what its file lacks, and a mail to the account.
      ...Array<Step>(2).fill({
        action: 'approve',
        by: 'specialist',
        input: ({ home }) => ({ household: home, kind: 'tenant' }),
      }),
      { action: 'reject', by: 'supervisor', input: () => ({ rejection: 'proof' }) },
    ],
    approved: [{ action: 'unbind', by: 'supervisor', input: () => ({ reason: '已搬离' }) }],
  },
};
