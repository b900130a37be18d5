import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { COMMUNITY_UID } from '../access/actor';
import type { Clock } from '../clock/clock';
import type { Confidential } from '../confidential/confidential';
import type { Numbering } from '../numbering/numbering';
import type { Rows } from '../storage/rows';
import { Busy, Undeliverable } from './failure';
import { postJson, type Reach } from './https';
import type { Channel } from './message';

/** Bytes of a text and of a markdown message at most, by WeCom's documentation of group robots. */
export const TEXT_BYTES = 2048;
export const MARKDOWN_BYTES = 4096;

/** Messages a minute that a robot takes. */
const A_MINUTE = 20;

/** The first so many bytes of a text, whole characters only, with an ellipsis where something is missing. */
export const cutBytes = (text: string, most: number): string => {
  if (Buffer.byteLength(text) <= most) return text;
  let size = Buffer.byteLength('…');
  let kept = '';
  for (const sign of text) {
    size += Buffer.byteLength(sign);
    if (size > most) break;
    kept += sign;
  }
  return `${kept}…`;
};

/** What residents typed is no markup. */
const literal = (text: string): string => text.replace(/[<>[\]*`#]/g, (sign) => `\\${sign}`);

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  confidential: Confidential;
  numbering: Numbering;
  reach: () => Reach;
}

/**
 * A community's group robot. The recipient is the community; the robot's address is sealed there and opened for the
 * call. Its share of a minute is counted in the database, so that all processes together keep to it.
 */
export const createWecomChannel = ({ strapi, rows, clock, confidential, numbering, reach }: Parts): Channel => {
  const takeShare = async (community: string) => {
    const minute = Math.floor(clock.now().getTime() / 60_000);
    const count = await strapi.db.transaction(({ trx }) =>
      numbering.next(trx as Knex.Transaction, `wecom:${community}:${minute}`, clock.now())
    );
    if (count > A_MINUTE) throw new Busy('the robot has had its 20 messages of this minute');
  };

  return {
    name: 'wecom',
    async send({ recipient, subject, body }) {
      const community = await rows.first(strapi.db.connection, COMMUNITY_UID, { documentId: recipient });
      const address =
        community && confidential.open(COMMUNITY_UID, community.documentId, 'wecomRobot', community.wecomRobot);
      if (!address) throw new Undeliverable('no_robot', 'the community has no robot');
      await takeShare(recipient);
      const content = cutBytes(`**${literal(subject)}**\n${literal(body)}`, MARKDOWN_BYTES);
      const { status, text } = await postJson(address, { msgtype: 'markdown', markdown: { content } }, reach());
      if (status !== 200) throw new Error(`the robot answered ${status}`);
      const answer = JSON.parse(text) as { errcode?: number; errmsg?: string };
      if (answer.errcode === 0) return;
      // 45009: too many; 93000: no such robot; 40058 and others: what was sent is not to its liking.
      const said = `errcode ${answer.errcode}`;
      if ([93000, 40058].includes(answer.errcode as number)) throw new Undeliverable('refused', said);
      throw new Error(said);
    },
  };
};
