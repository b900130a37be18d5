import type { Core } from '@strapi/strapi';
import type { Confidential } from '../confidential/confidential';
import type { Rows } from '../storage/rows';
import { Undeliverable } from './failure';
import { postJson, type Reach } from './https';
import type { Channel } from './message';

const RESIDENT_UID = 'plugin::property-desk.resident';

/** The gateway of an operator, or of a small adapter in front of one. */
export interface SmsSettings {
  /** Where texts are posted as `{ id, to, text }`; without it the channel is off. */
  url?: string;
  /** Sent as a bearer token. */
  token?: string;
}

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  confidential: Confidential;
  settings: () => SmsSettings;
  reach: () => Reach;
}

/** Hands a text to the gateway. */
const post = async (
  { url, token }: SmsSettings,
  reach: Reach,
  text: { id: string; to: string; text: string }
): Promise<void> => {
  if (!url) throw new Undeliverable('switched_off', 'text messages are switched off');
  const headers = token ? { authorization: `Bearer ${token}` } : undefined;
  // The same id at every try: the gateway can tell a repeat.
  const { status } = await postJson(url, text, reach, headers);
  if (status >= 200 && status < 300) return;
  // The answer is not kept: gateways like to repeat the telephone that they refuse.
  if (status >= 400 && status < 500 && status !== 408 && status !== 429)
    throw new Undeliverable('refused', `the gateway answered ${status}`);
  throw new Error(`the gateway answered ${status}`);
};

/**
 * Text messages through a gateway over HTTPS, off until its address is set. The recipient is a resident; the
 * telephone is opened for the call only, and only while they agree to it and live there.
 */
export const createSmsChannel = ({ strapi, rows, confidential, settings, reach }: Parts): Channel => ({
  name: 'sms',
  secrets: () => [settings().token ?? ''].filter(Boolean),
  state: () => {
    const { url, token } = settings();
    return url
      ? { mode: 'on', host: URL.canParse(url) ? new URL(url).host : '', login: Boolean(token) }
      : { mode: 'off' };
  },
  trial: ({ recipient, body, messageId }) => post(settings(), reach(), { id: messageId, to: recipient, text: body }),
  async send({ recipient, body, messageId }) {
    if (!settings().url) throw new Undeliverable('switched_off', 'text messages are switched off');
    const resident = await rows.first(strapi.db.connection, RESIDENT_UID, { documentId: recipient });
    if (!resident || resident.movedOutAt || !resident.agreesToText)
      throw new Undeliverable('not_agreed', 'the resident has moved out or does not agree to it');
    const to = confidential.open(RESIDENT_UID, resident.documentId, 'telephone', resident.telephone);
    if (!to) throw new Undeliverable('no_telephone', 'the resident has no telephone');
    await post(settings(), reach(), { id: messageId, to, text: body });
  },
});
