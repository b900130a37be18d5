import { randomInt } from 'node:crypto';
import { KINDS, NEXT, START, type Crew, type Given, type Kind, type Step } from './steps';

/** An action that the server answered as taken. */
export interface Answered {
  action: string;
  /** A notice has its number only once it is out. */
  data: { documentId: string; number: string | null; state: string; revision: number };
  event: { documentId: string; action: string; to: string; revision: number };
  obligations: { documentId: string; what: string; outcome: string | null }[];
}

type Body = Pick<Answered, 'data' | 'event' | 'obligations'> & { error: { details: { state?: string } } };

/** Works on cases of every kind over HTTP with several hands at once, and keeps what was answered. */
export const createLoad = (crew: Crew, given: Given) => {
  const answered: Answered[] = [];
  /** What front-end sites were told that they had asked for. */
  const asked: Answered['data'][] = [];
  const faults: string[] = [];
  let unanswered = 0;
  const states = Object.fromEntries(KINDS.map((kind) => [kind, new Map<string, string>()])) as Record<
    Kind,
    Map<string, string>
  >;

  /** One request; null when the server went away under it. */
  const send = async (url: string, token: string, body: object) => {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      });
      return { status: response.status, body: (await response.json()) as Body };
    } catch {
      unanswered += 1;
      return null;
    }
  };
  const tokenOf = (who: keyof Crew): string => {
    const tokens = [crew[who]].flat();
    return tokens[randomInt(tokens.length)];
  };

  /** Asks on the front-end site, which takes a few requests of an account a day, and of an address an hour. */
  const ask = async (url: string, { action, by, input }: Step) => {
    const answer = await send(`${url}/api/property-desk/me/binding`, tokenOf(by), { data: input(given) });
    if (answer?.status === 201) {
      asked.push(answer.body.data);
      states.bindings.set(answer.body.data.documentId, answer.body.data.state);
    } else if (answer && ![409, 429].includes(answer.status))
      faults.push(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer !== null;
  };

  const act = async (url: string, kind: Kind, { action, by, input }: Step, documentId?: string) => {
    const path = documentId ? `${documentId}/actions/${action}` : `actions/${action}`;
    const answer = await send(`${url}/property-desk/${kind}/${path}`, tokenOf(by), { input: input(given) });
    if (!answer) return false;
    const { status, body } = answer;
    if (status === 200) {
      answered.push({ action, ...body });
      states[kind].set(body.data.documentId, body.data.state);
    } else if (status === 403 && action === 'acknowledge' && documentId) states[kind].set(documentId, 'acknowledged');
    else if (status === 409 && documentId) {
      // Where the case has not moved on, something else was in the way: the thing is out, the account has the home.
      const { state } = body.error.details;
      if (state) states[kind].set(documentId, state);
    } else faults.push(`${action}: ${status} ${JSON.stringify(body)}`);
    return true;
  };

  const hand = async (url: string, until: { over: boolean }) => {
    for (let there = true; there && !until.over;) {
      const kind: Kind = KINDS[randomInt(KINDS.length)];
      const open = [...states[kind]].filter(([, state]) => NEXT[kind][state]);
      const [documentId, state] = open[open.length ? randomInt(open.length) : 0] ?? [];
      if (documentId && open.length >= 4 && randomInt(5) > 0) {
        const steps = NEXT[kind][state];
        there = await act(url, kind, steps[randomInt(steps.length)], documentId);
      } else there = kind === 'bindings' ? await ask(url, START[kind]) : await act(url, kind, START[kind]);
    }
  };

  return {
    answered,
    asked,
    faults,
    unanswered: () => unanswered,
    /** Starts so many hands; resolves when each has met its end: the server's, or `until`. */
    work: (url: string, hands: number, until: { over: boolean }) =>
      Promise.all(Array.from({ length: hands }, () => hand(url, until))),
  };
};
