import type { Core } from '@strapi/strapi';

/**
 * Keeps what Strapi logs as an error off the screen (it logs every broken body) and in a list, so that a fault that
 * should not be can be told with its cause.
 */
export const quietly = (strapi: Core.Strapi): string[] => {
  const logged: string[] = [];
  const { log } = strapi as unknown as { log: { error: (message: unknown) => unknown } };
  log.error = (message) => logged.push(message instanceof Error ? (message.stack ?? message.message) : String(message));
  return logged;
};
