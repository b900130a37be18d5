/** Thrown by a channel when trying again cannot help: the message is dead at once. */
export class Undeliverable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Undeliverable';
  }
}

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
