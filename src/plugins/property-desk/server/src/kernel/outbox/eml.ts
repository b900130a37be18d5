import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import nodemailer from 'nodemailer';
import type { Mail } from './mail';

/** The file that a message becomes: its Message-ID without the angle brackets. */
export const emlName = (messageId: string): string =>
  `${messageId.replace(/^<|>$/g, '').replace(/[^A-Za-z0-9.@_-]/g, '_')}.eml`;

/**
 * Writes mails as `.eml` files that any mail program opens, so that a desk without a mail server still shows its
 * mail. A file appears whole or not at all, and a repeat replaces its own file.
 */
export const createEmlWriter = (directory: string) => {
  const composer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  return async (mail: Mail): Promise<string> => {
    const { message } = await composer.sendMail({ ...mail, disableFileAccess: true, disableUrlAccess: true });
    // Mail is personal: readable by the account that runs the desk and nobody else.
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const target = path.join(directory, emlName(mail.messageId));
    const part = `${target}.${randomUUID()}.part`;
    try {
      const file = await open(part, 'wx', 0o600);
      try {
        await file.writeFile(message as Buffer);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, target);
    } finally {
      await rm(part, { force: true });
    }
    return target;
  };
};
