import net from 'node:net';

const listen = (port, host) =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const bound = server.address().port;
      server.close(() => resolve(bound));
    });
  });

/** A port that nobody listens on. */
export const freePort = () => listen(0, '127.0.0.1');

/** Whether a server could listen on this port, on all addresses. */
export const isFree = (port) =>
  listen(port, undefined).then(
    () => true,
    () => false
  );

/** Waits until this address answers with success; `alive` tells whether waiting is still of use. */
export async function waitFor(url, { alive = () => true, seconds = 120 } = {}) {
  const end = performance.now() + seconds * 1000;
  while (alive() && performance.now() < end) {
    try {
      if ((await fetch(url)).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
