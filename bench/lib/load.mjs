import path from 'node:path';
import autocannon from 'autocannon';
import { pressed } from './sockets.mjs';

export const median = (values) => {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Logs staff in; answers the headers of their requests. */
export const staffLogin = async (url, email, password) => {
  const { data } = await sent(url, { method: 'POST', path: '/admin/login', body: { email, password } });
  return { authorization: `Bearer ${data.token}` };
};

/** Logs a resident in; answers the headers of their requests. */
export const residentLogin = async (url, identifier, password) => {
  const { jwt } = await sent(url, { method: 'POST', path: '/api/auth/local', body: { identifier, password } });
  return { authorization: `Bearer ${jwt}` };
};

/** Sends one request and answers its JSON; anything but success is an error. */
export const sent = async (url, { method = 'GET', path, headers = {}, body }) => {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 2000)}`);
  return response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
};

/**
 * Requests a second of one contestant for some seconds. `path` and `body` may be functions: a new one for each request.
 * `status` is the answer that is right, where it is none of the 2xx.
 */
const loaded = async (
  { server, method = 'GET', path, headers = {}, body, status },
  { seconds, amount, connections }
) => {
  const { url } = server;
  const before = await server.ask('cpu');
  const result = await autocannon({
    url,
    connections,
    ...(amount ? { amount } : { duration: seconds }),
    timeout: 30,
    requests: [
      {
        method,
        headers: { ...headers, 'content-type': 'application/json' },
        setupRequest: (request) => ({
          ...request,
          path: typeof path === 'function' ? path() : path,
          body: body && JSON.stringify(body),
        }),
      },
    ],
  });
  const wanted = status ? (result.statusCodeStats[status]?.count ?? 0) : result['2xx'];
  const answered = result['1xx'] + result['2xx'] + result['3xx'] + result['4xx'] + result['5xx'];
  const failed = answered - wanted + result.errors + result.timeouts;
  if (failed > 0) {
    const stats = JSON.stringify(result.statusCodeStats);
    throw new Error(`${method} ${path}: ${failed} of ${result.requests.total} requests failed: ${stats}`);
  }
  // From first to last answer would favour nobody; the sampled average is whole seconds only.
  return {
    rate: result.requests.total / result.duration,
    cpu: ((await server.ask('cpu')) - before) / result.requests.total,
  };
};

/** As `loaded`, for one constant GET, by a generator that takes next to nothing itself. */
const loadedLeanly = async ({ server, ...request }, options) => {
  const before = await server.ask('cpu');
  const { count, seconds } = await pressed({ url: server.url, ...request }, options);
  return { rate: count / seconds, cpu: ((await server.ask('cpu')) - before) / count };
};

/**
 * Lets contestants take turns, round after round, so that a noisy neighbour disturbs all alike.
 * `lean` is for answers that a general load generator takes longer to read than the server to give.
 * With a folder `profiles`, each leaves a profile of the server's processor there.
 * @returns by name, the medians of the rounds: requests a second, and milliseconds of the server's processor for one
 */
export const race = async (contestants, { rounds, seconds, connections = 4, warmUp = 600, profiles, lean = false }) => {
  const load = lean ? loadedLeanly : loaded;
  const runs = new Map(Object.keys(contestants).map((name) => [name, []]));
  for (const contestant of Object.values(contestants)) await load(contestant, { amount: warmUp, connections });
  for (let round = 0; round < rounds; round += 1)
    for (const [name, contestant] of Object.entries(contestants))
      runs.get(name).push(await load(contestant, { seconds, connections }));
  for (const [name, contestant] of profiles ? Object.entries(contestants) : []) {
    await contestant.server.ask('profile');
    await load(contestant, { seconds, connections });
    await contestant.server.ask('profiled', path.join(profiles, `${name.replaceAll(/\W+/g, '-')}.cpuprofile`));
  }
  const medians = (of) => Object.fromEntries([...runs].map(([name, each]) => [name, median(each.map(of))]));
  return { rates: medians(({ rate }) => rate), cpu: medians(({ cpu }) => cpu) };
};
