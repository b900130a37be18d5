import { Readable } from 'node:stream';
import type { Context } from 'koa';

/** A complete answer of the chain, to be given again. */
export interface Recording {
  body: Buffer;
  headers: Record<string, string | string[]>;
  /** Those of the answer to somebody who has the body already. */
  bodiless: Record<string, string | string[]>;
  /** The same as they are written: names and values by turns. */
  lines: string[];
  bodilessLines: string[];
}

/** Headers that belong to one request, or that the server itself puts on each. */
const OF_ONE_REQUEST = new RegExp(
  `^(${[
    'date|connection|keep-alive|transfer-encoding|age',
    'x-(request|correlation|trace|amzn-trace|b3)-?.*|traceparent|tracestate|server-timing|x-response-time|x-runtime',
    '(x-)?rate-?limit.*|retry-after',
  ].join('|')})$`
);

/** Headers that speak of a body. */
const OF_THE_BODY = ['content-type', 'content-length', 'content-encoding'];

/** What recordings are told apart by; an answer that varies with anything else is not recorded. */
const TOLD_APART = ['origin', 'accept-encoding'];

const varies = (vary: unknown): boolean =>
  String(vary ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .some((name) => name !== '' && !TOLD_APART.includes(name));

/** The body as bytes; what a compressor is still writing is gathered, and then sent from here. */
const bytesOf = async (ctx: Context): Promise<Buffer | null> => {
  const { body } = ctx;
  if (Buffer.isBuffer(body)) return body;
  if (typeof body === 'string') return Buffer.from(body);
  if (!(body instanceof Readable)) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(Buffer.from(chunk as Buffer));
  const gathered = Buffer.concat(chunks);
  ctx.body = gathered;
  return gathered;
};

const linesOf = (entries: (readonly [string, string | string[]])[]): string[] =>
  entries.flatMap(([name, value]) => [value].flat().flatMap((each) => [name, each]));

/** The answer that the chain has just given, or null where it is no answer for everybody. */
export const recorded = async (ctx: Context): Promise<Recording | null> => {
  if (ctx.status !== 200 || ctx.respond === false || ctx.res.headersSent) return null;
  const given = ctx.res.getHeaders();
  if (given['set-cookie'] !== undefined || varies(given.vary)) return null;
  const body = await bytesOf(ctx);
  if (!body) return null;
  const entries = Object.entries(ctx.res.getHeaders())
    .filter(([name]) => !OF_ONE_REQUEST.test(name))
    .map(([name, value]) => [name, typeof value === 'number' ? String(value) : (value as string | string[])] as const);
  const bodiless = entries.filter(([name]) => !OF_THE_BODY.includes(name));
  return {
    body,
    headers: Object.fromEntries(entries),
    bodiless: Object.fromEntries(bodiless),
    lines: linesOf(entries),
    bodilessLines: linesOf(bodiless),
  };
};
