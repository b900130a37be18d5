import http from 'node:http';
import https from 'node:https';
import { Undeliverable } from './failure';

/** What a channel may call. */
export interface Reach {
  /** Hosts that messages may go to, as they stand in an address. */
  hosts: string[];
  /** Only for tests: plain HTTP to this very machine. */
  plainLocal?: boolean;
}

const TIMEOUT = 15_000;
const LONGEST_ANSWER = 64 * 1024;

/** @throws Undeliverable for an address that no message may go to */
const allowed = (address: string, { hosts, plainLocal }: Reach): URL => {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw new Undeliverable('bad_address', 'the address is none');
  }
  const local = plainLocal && url.protocol === 'http:' && url.hostname === '127.0.0.1';
  if (url.protocol !== 'https:' && !local) throw new Undeliverable('bad_address', 'the address is not https');
  if (url.username || url.password) throw new Undeliverable('bad_address', 'the address holds a login');
  if (!local && !hosts.includes(url.hostname))
    throw new Undeliverable('bad_address', `the host ${url.hostname} is not allowed`);
  return url;
};

/** Posts JSON to an allowed host and answers with what it says. A redirect is a failure: nobody knows where it leads. */
export const postJson = async (
  address: string,
  body: unknown,
  reach: Reach,
  headers: Record<string, string> = {}
): Promise<{ status: number; text: string }> => {
  const url = allowed(address, reach);
  const payload = Buffer.from(JSON.stringify(body));
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': payload.length, ...headers },
        timeout: TIMEOUT,
      },
      (answer) => {
        const parts: Buffer[] = [];
        let size = 0;
        answer.on('data', (part: Buffer) => {
          size += part.length;
          if (size > LONGEST_ANSWER) asked.destroy(new Error('the answer is too long'));
          else parts.push(part);
        });
        answer.on('error', reject);
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          if (status >= 300 && status < 400) reject(new Undeliverable('bad_address', `redirected (${status})`));
          else resolve({ status, text: Buffer.concat(parts).toString('utf8') });
        });
      }
    );
    asked.on('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.on('error', reject);
    asked.end(payload);
  });
};
