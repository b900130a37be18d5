import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { Undeliverable } from './failure';
import { postJson } from './https';
import { selfSigned } from './testing/certificate';

/** A gateway with TLS on this machine, under a certificate of its own. */
const made = selfSigned('localhost');
const taken: { url: string; body: unknown; headers: Record<string, unknown> }[] = [];
let answer: { status: number; body: string; headers?: Record<string, string> };
let server: https.Server;
let base: string;
let trusted: typeof https.globalAgent.options.ca;
const reach = { hosts: ['localhost'] };

beforeAll(async () => {
  server = https.createServer(made, (request, response) => {
    let text = '';
    request.on('data', (part) => (text += part));
    request.on('end', () => {
      taken.push({ url: request.url as string, body: JSON.parse(text), headers: request.headers });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  base = `https://localhost:${(server.address() as AddressInfo).port}`;
  trusted = https.globalAgent.options.ca;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  taken.length = 0;
  answer = { status: 200, body: '{"errcode":0}' };
  https.globalAgent.options.ca = made.cert;
});
afterEach(() => {
  https.globalAgent.options.ca = trusted;
  https.globalAgent.destroy();
});

const refused = async (asked: Promise<unknown>) => {
  const error = await asked.then(() => null).catch((thrown: Error) => thrown);
  return { undeliverable: error instanceof Undeliverable, message: String(error?.message) };
};

it('posts JSON over TLS, in UTF-8, with what goes along', async () => {
  const asked = await postJson(`${base}/send?key=a`, { text: '停水😀' }, reach, { authorization: 'Bearer t' });
  expect(asked).toEqual({ status: 200, text: '{"errcode":0}' });
  expect(taken).toMatchObject([
    { url: '/send?key=a', body: { text: '停水😀' }, headers: { authorization: 'Bearer t', host: expect.any(String) } },
  ]);
});

it('says nothing to a server whose certificate nobody vouches for, and tries again later', async () => {
  https.globalAgent.options.ca = trusted;
  expect(await refused(postJson(`${base}/`, {}, reach))).toMatchObject({
    undeliverable: false,
    message: expect.stringMatching(/self.signed|certificate/i),
  });
  expect(taken).toEqual([]);
});

it('says nothing to a server that shows the certificate of another host', async () => {
  const other = base.replace('localhost', '127.0.0.1');
  const asked = await refused(postJson(`${other}/`, {}, { hosts: ['127.0.0.1'] }));
  expect(asked).toMatchObject({ undeliverable: false });
  expect(taken).toEqual([]);
});

it.each([
  ['a host that is not in the list', () => base, { hosts: ['example.org'] }],
  ['an empty list', () => base, { hosts: [] }],
  ['a host that only begins like an allowed one', () => base.replace('localhost', 'localhost.evil.example'), reach],
  ['an allowed name as a login', () => base.replace('localhost', 'localhost@127.0.0.1'), reach],
  ['plain http', () => base.replace('https', 'http'), reach],
  ['plain http to this machine, outside of tests', () => 'http://127.0.0.1:1/', { hosts: ['127.0.0.1'] }],
  ['a file', () => 'file:///etc/passwd', reach],
  ['no address', () => '群机器人', reach],
])('never calls %s', async (_what, address, allowed) => {
  expect(await refused(postJson(address(), {}, allowed))).toMatchObject({ undeliverable: true });
  expect(taken).toEqual([]);
});

it('follows no redirect', async () => {
  answer = { status: 307, body: '', headers: { location: `${base}/elsewhere` } };
  expect(await refused(postJson(`${base}/`, {}, reach))).toEqual({ undeliverable: true, message: 'redirected (307)' });
  expect(taken).toHaveLength(1);
});

it('hangs up on an answer without end', async () => {
  answer = { status: 200, body: 'x'.repeat(200_000) };
  expect(await refused(postJson(`${base}/`, {}, reach))).toEqual({
    undeliverable: false,
    message: 'the answer is too long',
  });
});
