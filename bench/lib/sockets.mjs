import { connect } from 'node:net';

const LONGEST_HEAD = 16 * 1024;
const PIECE = 128 * 1024;

/** Asks the same again and again on one connection, for as long as `more` says so. */
const asker = ({ hostname, port }, request, status, more, done) => {
  const statusLine = `HTTP/1.1 ${status} `;
  let head = '';
  /** Bytes of the body that are still to come; null while the head is. */
  let missing = null;
  const answered = (socket) => {
    missing = null;
    head = '';
    if (more()) socket.write(request);
    else socket.destroy();
  };
  const take = (socket, size, buffer) => {
    if (missing !== null) {
      missing -= size;
      if (missing < 0) throw new Error('an answer is longer than it said');
      if (missing === 0) answered(socket);
      return;
    }
    // The head alone is read as text, wherever it is cut; the body is counted, not read.
    const before = head.length;
    const found = buffer.subarray(0, size).indexOf('\r\n\r\n');
    head += buffer.latin1Slice(0, found < 0 || before > 0 ? size : found + 4);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) {
      if (head.length > LONGEST_HEAD) throw new Error('an answer without an end of its head');
      return;
    }
    if (!head.startsWith(statusLine)) throw new Error(`answered ${head.slice(0, head.indexOf('\r\n'))}`);
    const length = /\r\ncontent-length: *(\d+)\r\n/i.exec(head.slice(0, end + 2))?.[1];
    if (length === undefined && status !== 304) throw new Error('an answer that does not say its length');
    missing = Number(length ?? 0) - (before + size - end - 4);
    if (missing < 0) throw new Error('an answer is longer than it said');
    if (missing === 0) answered(socket);
  };
  const buffer = Buffer.allocUnsafe(PIECE);
  const socket = connect({
    host: hostname,
    port: Number(port),
    noDelay: true,
    onread: {
      buffer,
      callback(size) {
        try {
          take(socket, size, buffer);
        } catch (error) {
          socket.destroy(error);
        }
        return true;
      },
    },
  });
  socket.once('connect', () => socket.write(request));
  socket.once('error', done);
  socket.once('end', () => done(new Error('the server hung up')));
  socket.once('close', () => done());
};

/**
 * Sends one GET again and again on kept connections, each when the one before has been answered whole, and checks of
 * each answer its status and its length. It costs a small part of what a general load generator does, which shares
 * its processors with the server and would otherwise be what is measured.
 * @returns how many were answered, and in how many seconds
 */
export const pressed = async ({ url, path, headers, status = 200 }, { seconds, amount, connections }) => {
  const address = new URL(url);
  const lines = Object.entries({ host: address.host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  const request = Buffer.from(`GET ${encodeURI(decodeURI(path))} HTTP/1.1\r\n${lines.join('')}\r\n`);
  const began = performance.now();
  const until = amount ? Infinity : began + seconds * 1000;
  let count = 0;
  let begun = connections;
  const more = () => {
    count += 1;
    if (amount ? begun >= amount : performance.now() >= until) return false;
    begun += 1;
    return true;
  };
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise((resolve, reject) =>
          asker(address, request, status, more, (error) =>
            error ? reject(new Error(`GET ${path}: ${error.message}`)) : resolve()
          )
        )
    )
  );
  return { count, seconds: (performance.now() - began) / 1000 };
};
