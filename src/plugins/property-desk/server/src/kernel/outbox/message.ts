import { createHash } from 'node:crypto';

/** A message that an action asks to send; whoever asks has filled in all words already. */
export interface OutgoingMessage {
  /** Names what is said, e.g. case, event and template; the same key to the same recipient goes out once. */
  key: string;
  channel: 'mail' | 'wecom' | 'sms';
  /**
   * Of a mail, one address without a display name. Of the others the documentId of a record: the robot's community,
   * the resident; address and telephone are looked up when it is sent and stand in no message.
   */
  recipient: string;
  subject: string;
  /** Plain text. */
  body: string;
  caseType?: string;
  caseDocumentId?: string;
  /** Numeric id of the community. */
  community?: number | null;
}

/** A message as its channel sends it. A repeat carries the same values, so that the receiver can tell. */
export interface ClaimedMessage {
  /** With its angle brackets: `<documentId@host>`. */
  messageId: string;
  recipient: string;
  subject: string;
  body: string;
  /** When it was enqueued. */
  date: Date;
}

/** How a channel stands, as whoever sets the desk up is told it: nothing secret is in it. */
export interface ChannelState {
  /** `off`: nothing leaves by it; `files`: messages are kept as files of this machine. */
  mode: 'on' | 'off' | 'files';
  /** Host that messages are handed to. */
  host?: string;
  port?: number;
  /** Whether TLS is spoken from the first byte. */
  secure?: boolean;
  /** Whether the host is logged in to. */
  login?: boolean;
  /** Strapi's provider of mail. */
  provider?: string;
  /** The address that mail comes from. */
  from?: string;
}

/** A way out of the house. Throws when the message was not taken; throws `Undeliverable` when it never will be. */
export interface Channel {
  name: string;
  send(message: ClaimedMessage): Promise<void>;
  /** Words that must not appear in a stored error, such as the mail server's password. */
  secrets?(): string[];
  /** How it stands; a channel whose recipients each have their own says nothing. */
  state?(): ChannelState;
  /** Where a trial goes to another kind of recipient than messages do: a text message, to a telephone. */
  trial?(message: ClaimedMessage): Promise<void>;
}

const SUBJECT_LENGTH = 200;
const ADDRESS_LENGTH = 254;

// One address and nothing that a header, a list of addresses or an SMTP command could be made of.
const ADDRESS = /^[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}@<>()[\]\\,;:"]+@[^\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}@<>()[\]\\,;:"]+$/u;

/** Whether a text is one bare mail address. Anything else is refused rather than repaired. */
export const isMailAddress = (text: string): boolean => text.length <= ADDRESS_LENGTH && ADDRESS.test(text);

/** A text as one line of bounded length: fit for a header whatever people typed into it. */
export const oneLine = (text: string, length = SUBJECT_LENGTH): string => {
  const points = [...text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()];
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : points.join('');
};

/** A text without control characters other than line breaks and tabs; PostgreSQL stores no NUL. */
export const plainText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/(?![\n\t])\p{Cc}/gu, '');

/** The key under which one message to one recipient is stored: bounded, and without the address in it. */
export const storedKey = ({
  key,
  channel,
  recipient,
}: Pick<OutgoingMessage, 'key' | 'channel' | 'recipient'>): string => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 24);
  const name = key.length > 200 ? `${oneLine(key, 150)}~${digest(key)}` : key;
  return `${name}#${digest(`${channel}:${recipient}`)}`;
};

/** The part after the @ of a sender such as `Desk <desk@example.org>`, for Message-IDs; `localhost` without one. */
export const mailHost = (sender: unknown): string => {
  const text = typeof sender === 'string' ? sender : ((sender as { address?: string } | null)?.address ?? '');
  return /@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>?\s*$/.exec(text)?.[1] ?? 'localhost';
};
