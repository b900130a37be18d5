import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the server does with the next mails: take them, refuse the recipient, or drop the line within the mail. */
export type Mood = 'take' | 'refuse' | 'drop' | 'take and drop';

/** A real SMTP server on this machine that keeps what it took. */
export const startMailServer = async () => {
  const taken: { mail: ParsedMail; raw: string }[] = [];
  let mood: Mood = 'take';
  let gate: Promise<void> = Promise.resolve();

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(address, _session, callback) {
      if (mood !== 'refuse') return callback();
      callback(
        Object.assign(new Error(`No such user <${address.address}> here, key abcdefghijklmnopqrstuvwxyz012345`), {
          responseCode: 550,
        })
      );
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      const hangUp = () => {
        // smtp-server keeps its connections in a set that its types leave out.
        for (const each of (server as unknown as { connections: Set<{ id: string; _socket: { destroy(): void } }> })
          .connections) {
          if (each.id === session.id) each._socket.destroy();
        }
      };
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        if (mood === 'drop') hangUp();
      });
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        await gate;
        if (mood === 'drop') return;
        taken.push({ raw, mail: await simpleParser(raw) });
        if (mood === 'take and drop') return hangUp();
        callback();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));

  return {
    port: (server.server.address() as AddressInfo).port,
    taken,
    be(next: Mood) {
      mood = next;
    },
    /** Holds every mail before it is answered, until the returned function is called. */
    hold(): () => void {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
};
