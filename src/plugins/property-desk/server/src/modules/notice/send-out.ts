import { plainOf } from '../../kernel/blocks/blocks';
import type { OutgoingMessage } from '../../kernel/outbox/message';
import type { Acting } from '../../kernel/workflow/define';
import { COMMUNITY_UID } from '../staff';
import { RESIDENT_UID } from '../household';
import type { Linked } from './content';
import { agreeing } from './queries';
import type { NoticeRow } from './row';

/** Residents that are read and written to at a time. */
const PART = 500;

/** Signs of a text message: more than that costs twice. */
const TEXT_SIGNS = 300;

const cut = (text: string, most: number): string => {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
};

/**
 * Puts a notice on its way to whoever is to have it, in the transaction that publishes it: one message to the group's
 * robot, one to each resident of the audience who agreed to the channel. A telephone stands in none of them.
 */
export const sendOut = async (acting: Acting<NoticeRow>, { buildings }: Linked): Promise<void> => {
  const { case: notice, trx, enqueue, record, open } = acting;
  const office = await record(COMMUNITY_UID, notice.community);
  const text = plainOf(notice.body)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const signed = [notice.issuer, acting.dayKey(notice.issuedAt as Date).replace(/(\d{4})(\d\d)(\d\d)/, '$1-$2-$3')];
  const about = { caseType: 'notice', caseDocumentId: notice.documentId, community: notice.community };
  const key = (channel: string) => `notice:${notice.documentId}:${channel}`;

  if (notice.channels.includes('wecom'))
    await enqueue([
      {
        ...about,
        key: key('wecom'),
        channel: 'wecom',
        recipient: office?.documentId ?? '',
        subject: notice.title,
        body: [notice.number, text, signed.join(' ')].filter(Boolean).join('\n\n'),
      },
    ]);

  for (const channel of ['mail', 'sms'] as const) {
    if (!notice.channels.includes(channel)) continue;
    const places = buildings.map(({ id }) => id);
    for (let after = 0, more = true; more;) {
      const people = await agreeing(trx, notice.community, places, channel, after, PART);
      const messages = people.flatMap((person): OutgoingMessage[] => {
        if (channel === 'sms') {
          const body = `【${office?.companyName ?? notice.issuer}】${notice.title}：${text.replace(/\s+/g, ' ')}`;
          return [
            {
              ...about,
              key: key('sms'),
              channel,
              recipient: person.documentId,
              subject: notice.title,
              body: cut(body, TEXT_SIGNS),
            },
          ];
        }
        const address = open(RESIDENT_UID, person as never, 'mail');
        const body = [notice.number, text, signed.join('\n')].filter(Boolean).join('\n\n');
        return address
          ? [{ ...about, key: key('mail'), channel, recipient: address, subject: notice.title, body }]
          : [];
      });
      await enqueue(messages);
      more = people.length === PART;
      after = people.at(-1)?.id ?? 0;
    }
  }
};
