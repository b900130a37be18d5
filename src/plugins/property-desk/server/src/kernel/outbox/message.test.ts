import { WORDS } from '../../../../contracts';
import { Busy, describeFailure, OUTBOX_REASONS, reasonOf, Undeliverable } from './failure';
import { chooseMailRoute, composeMail } from './mail';
import { isMailAddress, mailHost, oneLine, plainText, storedKey } from './message';
import { emlName } from './eml';
import { LEASE, MAX_TRIES, nextTry, RENEWAL } from './schedule';

describe('which way mail leaves', () => {
  test.each([
    [undefined, undefined, 'files'],
    [{}, undefined, 'files'],
    [{ provider: 'sendmail' }, undefined, 'files'],
    [{ provider: 'Sendmail ' }, 'auto', 'files'],
    [{ provider: 'nodemailer' }, undefined, 'provider'],
    [{ provider: 'nodemailer' }, 'auto', 'provider'],
    [{ provider: 'amazon-ses' }, undefined, 'provider'],
    [{ provider: 'nodemailer' }, 'files', 'files'],
    [{ provider: 'sendmail' }, 'provider', 'provider'],
  ] as const)('%j with setting %s: %s', (email, setting, route) => {
    expect(chooseMailRoute(email, setting)).toBe(route);
  });
});

describe('one bare address', () => {
  test.each(['li@example.org', 'li.wei+desk@sub.example.org', '李伟@例子.中国', 'a@localhost'])('%s is one', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });
  test.each([
    '',
    'li',
    '@example.org',
    'li@',
    'li@example.org,wang@example.org',
    'li@example.org;wang@example.org',
    'li@example.org wang@example.org',
    'Li <li@example.org>',
    '<li@example.org>',
    'li@@example.org',
    'li@example.org\r\nBcc: all@example.org',
    'li@example.org\n',
    '\rli@example.org',
    'li@exam\u2028ple.org',
    'li@exam\u0000ple.org',
    '"li"@example.org',
    `${'x'.repeat(250)}@example.org`,
  ])('%j is none', (text) => {
    expect(isMailAddress(text)).toBe(false);
    expect(() =>
      composeMail({ messageId: '<a@b>', recipient: text, subject: '', body: '', date: new Date(0) })
    ).toThrow('recipient is not one mail address');
  });
});

test('a subject stays one line, whatever was typed into it', () => {
  expect(oneLine('停水\r\nBcc: all@example.org\u2028X: y\u0000z')).toBe('停水 Bcc: all@example.org X: y z');
  expect([...oneLine('😀'.repeat(300))]).toHaveLength(200);
  // No character is cut in two: that would throw here.
  expect(() => encodeURIComponent(oneLine('😀'.repeat(300)))).not.toThrow();
});

test('a body keeps its lines and loses what a database cannot hold', () => {
  expect(plainText('一\r\n二\r三\n\t四\u0000\u0007')).toBe('一\n二\n三\n\t四');
});

test('a stored key tells recipients apart, does not show them, and fits its column', () => {
  const key = (name: string, recipient: string) => storedKey({ key: name, channel: 'mail', recipient });
  expect(key('a', 'li@example.org')).toBe(key('a', 'li@example.org'));
  expect(key('a', 'li@example.org')).not.toBe(key('a', 'wang@example.org'));
  expect(key('a', 'li@example.org')).not.toContain('li@');
  expect(key('x'.repeat(5000), 'li@example.org').length).toBeLessThan(255);
  expect(key(`${'x'.repeat(5000)}1`, 'li@example.org')).not.toBe(key(`${'x'.repeat(5000)}2`, 'li@example.org'));
});

test.each([
  ['desk@sunshine.example', 'sunshine.example'],
  ['物业 <desk@sunshine.example>', 'sunshine.example'],
  [{ name: 'Desk', address: 'desk@sunshine.example' }, 'sunshine.example'],
  ['desk', 'localhost'],
  ['desk@evil>\r\nX: y', 'localhost'],
  [undefined, 'localhost'],
])('Message-IDs of %j end in %s', (sender, host) => {
  expect(mailHost(sender)).toBe(host);
});

test.each([
  ['<abc@sunshine.example>', 'abc@sunshine.example.eml'],
  ['<../../etc/passwd@x>', '.._.._etc_passwd@x.eml'],
])('the file of %s is %s', (messageId, name) => {
  expect(emlName(messageId)).toBe(name);
});

test('eight tries with growing pauses, then none', () => {
  const at = new Date('2026-11-23T00:00:00Z');
  const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => {
    const next = nextTry(tries, at);
    return next && (next.getTime() - at.getTime()) / 60_000;
  });
  expect(minutes).toEqual([1, 5, 15, 60, 180, 360, 720, null]);
  expect(MAX_TRIES).toBe(8);
  expect(LEASE).toBe(120_000);
  expect(RENEWAL).toBeLessThan(LEASE / 2);
});

test('a stored error holds neither addresses nor secrets', () => {
  const error = Object.assign(
    new Error(
      'Invalid login: 535 <desk@sunshine.example> s3cret\r\nfor li@example.org, token ABCDEFGHIJKLMNOPQRSTUVWXYZ12'
    ),
    {
      code: 'EAUTH',
      command: 'AUTH PLAIN',
    }
  );
  expect(describeFailure(error, ['s3cret', 'li@example.org'])).toBe(
    'EAUTH AUTH PLAIN Invalid login: 535 <***> *** for ***, token ***'
  );
  expect(describeFailure('plain')).toBe('plain');
  expect(describeFailure(undefined)).toBe('undefined');
  expect(describeFailure(new Error('x y '.repeat(500))).length).toBeLessThanOrEqual(300);
});

test.each([
  [new Undeliverable('no_robot', 'the community has no robot'), 'no_robot'],
  [new Busy('its share'), 'busy'],
  [{ code: 'EAUTH', responseCode: 535 }, 'login_refused'],
  [{ code: 'EENVELOPE', responseCode: 550 }, 'refused'],
  [{ code: 'EMESSAGE', responseCode: 451 }, 'busy'],
  [{ code: 'ECONNREFUSED' }, 'unreachable'],
  [{ code: 'ESOCKET' }, 'unreachable'],
  [{ code: 'EDNS' }, 'unreachable'],
  [{ code: 'ENOTDIR' }, 'other'],
  [new Error('no answer in time'), 'other'],
  ['text', 'other'],
  [undefined, 'other'],
])('%j failed because: %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});

test('every reason has words in both languages', () => {
  for (const words of Object.values(WORDS))
    expect(OUTBOX_REASONS.filter((reason) => !words[`outbox.reason.${reason}`])).toEqual([]);
});
