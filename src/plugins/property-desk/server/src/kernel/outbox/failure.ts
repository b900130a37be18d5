/** Why a message did not go out, as people at the desk are told it: words under `outbox.reason.<code>`. */
export const OUTBOX_REASONS = [
  'no_channel',
  'no_mail_address',
  'switched_off',
  'not_agreed',
  'no_telephone',
  'no_robot',
  'bad_address',
  'refused',
  'login_refused',
  'unreachable',
  'busy',
  'other',
] as const;
export type OutboxReason = (typeof OUTBOX_REASONS)[number];

/** Thrown by a channel when trying again cannot help: the message is dead at once. */
export class Undeliverable extends Error {
  /** @param message what exactly happened, for whoever looks after the server */
  constructor(
    readonly reason: OutboxReason,
    message: string
  ) {
    super(message);
    this.name = 'Undeliverable';
  }
}

/** Thrown by a channel that has had its share for now: the message is tried again later. */
export class Busy extends Error {}

const UNREACHABLE = /^(ECONN|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH|ESOCKET|EDNS|EPIPE|ETLS|CERT_)/;

/** The reason of a failed try: what a channel says of itself, else what codes of mail servers and networks say. */
export const reasonOf = (error: unknown): OutboxReason => {
  if (error instanceof Undeliverable) return error.reason;
  if (error instanceof Busy) return 'busy';
  const { code, responseCode } = (error ?? {}) as { code?: unknown; responseCode?: unknown };
  if (code === 'EAUTH' || responseCode === 535) return 'login_refused';
  if (typeof responseCode === 'number') return responseCode >= 500 ? 'refused' : 'busy';
  if (typeof code === 'string' && UNREACHABLE.test(code)) return 'unreachable';
  return 'other';
};

const LENGTH = 300;

/**
 * What is kept of a failed try: the codes and the server's sentence, for the person who has to find out.
 * Servers like to repeat the address and the login that they refuse, so these are taken out.
 * @param hidden literal words to take out: the recipient, the channel's secrets
 */
export const describeFailure = (error: unknown, hidden: string[] = []): string => {
  const { code, command, message } = (error ?? {}) as { code?: unknown; command?: unknown; message?: unknown };
  let text = [code, command, message ?? String(error)]
    .filter((part) => part !== undefined && part !== '')
    .map(String)
    .join(' ');
  // Longest first, so that no word leaves the rest of a longer one standing.
  for (const word of [...hidden].filter((each) => each.length > 2).sort((a, b) => b.length - a.length)) {
    text = text.split(word).join('***');
  }
  return text
    .replace(/[^\s@<>()[\],;:"]+@[^\s@<>()[\],;:"]+/g, '***')
    .replace(/\b[A-Za-z0-9+/_-]{24,}={0,2}/g, '***')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, LENGTH);
};
