import { randomInt } from 'node:crypto';

/** An action that the server answered as taken. */
export interface Answered {
  action: string;
  /** A notice has its number only once it is out. */
  data: { documentId: string; number: string | null; state: string; revision: number };
  event: { documentId: string; action: string; to: string; revision: number };
  obligations: { documentId: string; what: string; outcome: string | null }[];
}

type Body = Pick<Answered, 'data' | 'event' | 'obligations'> & { error: { details: { state: string } } };

interface Crew {
  receptionist: string;
  engineer: string;
  specialist: string;
  supervisor: string;
  manager: string;
}

/** documentIds that the steps enter, and how the cases begin. */
interface Given {
  engineer: string;
  specialist: string;
  category: string;
  call: object;
  complaint: object;
  policy: object;
  notice: object;
}

type Kind = 'tickets' | 'complaints' | 'policies' | 'notices';

/** The policy is the rarest of the four. */
const KINDS: Kind[] = ['tickets', 'tickets', 'complaints', 'complaints', 'notices', 'notices', 'policies'];

interface Next {
  action: string;
  by: keyof Crew;
  input: (given: Given) => object;
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const nothing = () => ({});

/** How cases begin, and the next step from each state: who takes it, and what they enter. */
const START: Record<Kind, Next> = {
  tickets: { action: 'register', by: 'receptionist', input: ({ call }) => call },
  complaints: { action: 'lodge', by: 'receptionist', input: ({ complaint }) => complaint },
  policies: { action: 'draft', by: 'supervisor', input: ({ policy }) => policy },
  notices: { action: 'draft', by: 'specialist', input: ({ notice }) => notice },
};
const NEXT: Record<Kind, Record<string, Next>> = {
  tickets: {
    accepted: {
      action: 'dispatch',
      by: 'receptionist',
      input: ({ engineer }) => ({ assignee: engineer, promisedAt: inHours(4) }),
    },
    dispatched: { action: 'start', by: 'engineer', input: nothing },
    in_progress: { action: 'complete', by: 'engineer', input: () => ({ workDone: '修好了' }) },
    completed: { action: 'follow-up', by: 'specialist', input: () => ({ outcome: 'satisfied' }) },
    confirmed: { action: 'archive', by: 'specialist', input: nothing },
  },
  complaints: {
    received: {
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
    handling: { action: 'resolve', by: 'specialist', input: () => ({ result: '已改正', measures: '约谈' }) },
    resolved: { action: 'follow-up', by: 'specialist', input: () => ({ outcome: 'satisfied' }) },
    // Two cases in one transaction: the review and what it sets going.
    confirmed: {
      action: 'review',
      by: 'specialist',
      input: ({ engineer }) => ({
        courseOfEvents: '接报',
        rootCause: '隔音',
        lessons: '及早约谈',
        preventiveActions: [{ what: '张贴公约', owner: engineer, dueAt: inHours(24) }],
      }),
    },
    reviewed: { action: 'archive', by: 'specialist', input: nothing },
  },
  policies: {
    draft: { action: 'submit', by: 'supervisor', input: nothing },
    submitted: { action: 'approve', by: 'manager', input: nothing },
    // Two cases in one transaction: the version before it ends.
    approved: { action: 'promulgate', by: 'manager', input: nothing },
    effective: { action: 'acknowledge', by: 'engineer', input: nothing },
  },
  notices: {
    draft: { action: 'submit', by: 'specialist', input: nothing },
    submitted: { action: 'approve', by: 'supervisor', input: nothing },
    // In one transaction: the number, the boards, and a mail to each resident who agreed.
    approved: { action: 'publish', by: 'supervisor', input: nothing },
    published: { action: 'withdraw', by: 'supervisor', input: () => ({ reason: '提前恢复供水' }) },
  },
};

/** Works on tickets, complaints, policies and notices over HTTP with several hands at once, and keeps what was answered. */
export const createLoad = (crew: Crew, given: Given) => {
  const answered: Answered[] = [];
  const faults: string[] = [];
  let unanswered = 0;
  const states: Record<Kind, Map<string, string>> = {
    tickets: new Map(),
    complaints: new Map(),
    policies: new Map(),
    notices: new Map(),
  };

  /** One request; null when the server went away under it. */
  const post = async (url: string, path: string, { by, input }: Next) => {
    try {
      const response = await fetch(`${url}/property-desk/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${crew[by]}` },
        body: JSON.stringify({ input: input(given) }),
      });
      return { status: response.status, body: (await response.json()) as Body };
    } catch {
      unanswered += 1;
      return null;
    }
  };

  const keep = (kind: Kind, action: string, status: number, body: Body, documentId?: string) => {
    if (status === 200) {
      answered.push({ action, ...body });
      states[kind].set(body.data.documentId, body.data.state);
    } else if (status === 403 && action === 'acknowledge' && documentId) states[kind].set(documentId, 'acknowledged');
    else if (status === 409 && documentId) states[kind].set(documentId, body.error.details.state);
    else faults.push(`${action}: ${status} ${JSON.stringify(body)}`);
  };

  const hand = async (url: string, until: { over: boolean }) => {
    while (!until.over) {
      const kind: Kind = KINDS[randomInt(KINDS.length)];
      const open = [...states[kind]].filter(([, state]) => NEXT[kind][state]);
      const [documentId, state] = open[open.length ? randomInt(open.length) : 0] ?? [];
      if (!documentId || open.length < 4 || randomInt(5) === 0) {
        const start = START[kind];
        const answer = await post(url, `${kind}/actions/${start.action}`, start);
        if (!answer) return;
        keep(kind, start.action, answer.status, answer.body);
      } else {
        const next = NEXT[kind][state];
        const answer = await post(url, `${kind}/${documentId}/actions/${next.action}`, next);
        if (!answer) return;
        keep(kind, next.action, answer.status, answer.body, documentId);
      }
    }
  };

  return {
    answered,
    faults,
    unanswered: () => unanswered,
    /** Starts so many hands; resolves when each has met its end: the server's, or `until`. */
    work: (url: string, hands: number, until: { over: boolean }) =>
      Promise.all(Array.from({ length: hands }, () => hand(url, until))),
  };
};
