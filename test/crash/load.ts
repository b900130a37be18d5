import { randomInt } from 'node:crypto';

/** An action that the server answered as taken. */
export interface Answered {
  action: string;
  data: { documentId: string; number: string; state: string; revision: number };
  event: { documentId: string; action: string; to: string; revision: number };
  obligations: { documentId: string; what: string; outcome: string | null }[];
}

type Body = Pick<Answered, 'data' | 'event' | 'obligations'> & { error: { details: { state: string } } };

interface Crew {
  receptionist: string;
  engineer: string;
  specialist: string;
}

/** The next step from each state: who takes it, and what they enter. */
const NEXT: Record<string, { action: string; by: keyof Crew; input: (engineer: string) => object }> = {
  accepted: {
    action: 'dispatch',
    by: 'receptionist',
    input: (assignee) => ({ assignee, promisedAt: new Date(Date.now() + 4 * 3_600_000).toISOString() }),
  },
  dispatched: { action: 'start', by: 'engineer', input: () => ({}) },
  in_progress: { action: 'complete', by: 'engineer', input: () => ({ workDone: '修好了' }) },
  completed: { action: 'follow-up', by: 'specialist', input: () => ({ outcome: 'satisfied' }) },
  confirmed: { action: 'archive', by: 'specialist', input: () => ({}) },
};

/** Works on tickets over HTTP with several hands at once, and keeps what was answered. */
export const createLoad = (crew: Crew, engineer: string, call: object) => {
  const answered: Answered[] = [];
  const faults: string[] = [];
  let unanswered = 0;
  const states = new Map<string, string>();

  /** One request; null when the server went away under it. */
  const post = async (url: string, path: string, by: keyof Crew, input: object) => {
    try {
      const response = await fetch(`${url}/property-desk/tickets/${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${crew[by]}` },
        body: JSON.stringify({ input }),
      });
      return { status: response.status, body: (await response.json()) as Body };
    } catch {
      unanswered += 1;
      return null;
    }
  };

  const keep = (action: string, status: number, body: Body, documentId?: string) => {
    if (status === 200) {
      answered.push({ action, ...body });
      states.set(body.data.documentId, body.data.state);
    } else if (status === 409 && documentId) states.set(documentId, body.error.details.state);
    else faults.push(`${action}: ${status} ${JSON.stringify(body)}`);
  };

  const hand = async (url: string, until: { over: boolean }) => {
    while (!until.over) {
      const open = [...states].filter(([, state]) => NEXT[state]);
      const [documentId, state] = open[open.length ? randomInt(open.length) : 0] ?? [];
      if (!documentId || open.length < 6 || randomInt(5) === 0) {
        const answer = await post(url, 'actions/register', 'receptionist', call);
        if (!answer) return;
        keep('register', answer.status, answer.body);
      } else {
        const { action, by, input } = NEXT[state];
        const answer = await post(url, `${documentId}/actions/${action}`, by, input(engineer));
        if (!answer) return;
        keep(action, answer.status, answer.body, documentId);
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
