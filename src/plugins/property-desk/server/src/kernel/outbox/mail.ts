import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { createEmlWriter } from './eml';
import { Undeliverable } from './failure';
import { isMailAddress, oneLine, type Channel, type ChannelState, type ClaimedMessage } from './message';

/** A mail as nodemailer and Strapi's email plugin read it. */
export interface Mail {
  from?: string;
  to: string;
  subject: string;
  text: string;
  messageId: string;
  date: Date;
  headers: Record<string, string>;
}

/** What Strapi's email plugin was configured with, as far as it matters here. */
export interface EmailConfig {
  provider?: string;
  providerOptions?: unknown;
  settings?: { defaultFrom?: unknown };
}

/** How mail leaves: through Strapi's email plugin, or as files. */
export type MailRoute = 'provider' | 'files';

/**
 * Chooses the way for mail. A setting decides; without one, a provider that somebody chose is used. Strapi's default,
 * `sendmail`, counts as none chosen: few machines can deliver that way, and the mail would be lost without a trace.
 */
export const chooseMailRoute = (email: EmailConfig | undefined, setting: MailRoute | 'auto' = 'auto'): MailRoute => {
  if (setting !== 'auto') return setting;
  const provider = email?.provider?.trim().toLowerCase();
  return !provider || provider === 'sendmail' ? 'files' : 'provider';
};

/** The mail of a message. What could break out of a header is refused here again, whatever stands in the table. */
export const composeMail = (message: ClaimedMessage): Mail => {
  if (!isMailAddress(message.recipient))
    throw new Undeliverable('no_mail_address', 'recipient is not one mail address');
  return {
    to: message.recipient,
    subject: oneLine(message.subject),
    text: message.body,
    messageId: message.messageId,
    date: message.date,
    // RFC 3834: no out-of-office answers to the desk.
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
};

/** The mail server among a provider's options, where it is one that is spoken to by SMTP. */
const serverOf = (options: unknown): Pick<ChannelState, 'host' | 'port' | 'secure' | 'login'> => {
  const { host, port, secure, auth } = (options ?? {}) as Record<string, unknown>;
  return {
    ...(typeof host === 'string' && { host }),
    ...(typeof port === 'number' && { port }),
    ...(typeof secure === 'boolean' && { secure }),
    login: auth !== undefined,
  };
};

/**
 * The mail channel of this Strapi. Files go to `.tmp/outbox/` in the app's root.
 * @param settings.mail `provider` or `files` to insist on one; default: by Strapi's email configuration
 */
export const createMailChannel = (strapi: Core.Strapi, settings: { mail?: MailRoute | 'auto' } = {}): Channel => {
  const email = strapi.config.get('plugin::email') as EmailConfig | undefined;
  const sender = typeof email?.settings?.defaultFrom === 'string' ? email.settings.defaultFrom : undefined;

  if (chooseMailRoute(email, settings.mail) === 'files') {
    const write = createEmlWriter(path.join(strapi.dirs.app.root, '.tmp', 'outbox'));
    return {
      name: 'mail',
      state: () => ({ mode: 'files', from: sender }),
      async send(message) {
        await write({ from: sender, ...composeMail(message) });
      },
    };
  }

  // Strapi's nodemailer provider copies a missing html from the text, which would read what residents typed as markup.
  const textOnly = email?.provider?.toLowerCase() === 'nodemailer' ? { html: '' } : {};
  const secrets = stringsIn((email?.providerOptions as { auth?: unknown } | undefined)?.auth);

  return {
    name: 'mail',
    secrets: () => secrets,
    state: () => ({ mode: 'on', provider: email?.provider, from: sender, ...serverOf(email?.providerOptions) }),
    async send(message) {
      await strapi
        .plugin('email')
        .service('email')
        .send({ ...composeMail(message), ...textOnly });
    },
  };
};
