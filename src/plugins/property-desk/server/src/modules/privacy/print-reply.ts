import { say } from '../../../../contracts';
import { dayOnPaper, fileName, type Block } from '../../kernel/print';
import type { Print } from '../../kernel/workflow/define';
import { RESIDENT_UID } from '../household';
import { COMMUNITY_UID } from '../staff';
import type { DataRequestRow } from './row';

/** Somebody's own words as a sentence: they seldom end in a full stop. */
const sentence = (text: string, stop: string): string =>
  /[。！？.!?]$/.test(text.trim()) ? text : `${text.trim()}${stop}`;

/** 个人信息请求答复函: what was asked, what was done or why not, and where else the person may turn. */
export const printReply: Print<DataRequestRow> = async (kernel, request) => {
  const { rows, strapi, clock, settings } = kernel;
  const { locale } = settings;
  const { connection } = strapi.db;
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.dataReply.${key}`, params);
  const office = await rows.first(connection, COMMUNITY_UID, { id: request.community });
  const person =
    request.resident === null ? null : await rows.first(connection, RESIDENT_UID, { id: request.resident });
  const company = (office?.companyName as string | null) ?? '';
  const telephone = (office?.telephone as string | null) ?? null;
  const body = (text: string, keep = false): Block => ({ kind: 'body', text, keep });
  const day = (at: Date) => dayOnPaper(clock.format(at), locale);
  const kind = say(locale, `data-request.kind.${request.kind}`);
  const due = request.endedAt ? null : request.dueAt;

  const answer = (): string[] => {
    if (request.state === 'refused') {
      const ground = say(locale, `data-request.ground.${request.ground as string}`);
      return [word('ground', { ground }), request.told ?? ''];
    }
    if (request.state === 'withdrawn') return [word('withdrawn')];
    if (request.told) return [request.outcomeText ?? '', request.told];
    return [due ? word('pending', { due: day(due) }) : word('inHand')];
  };
  const opening = request.details ? 'openingWith' : 'opening';

  return {
    name: fileName(`${word('fileName', { number: request.number })}.docx`),
    document: {
      title: `${word('title')} ${request.number}`,
      creator: company,
      page: 'letter',
      letterhead: company,
      footer: { kind: 'pageNumber' },
      blocks: [
        { kind: 'body', align: 'right', text: word('number', { number: request.number }) },
        { kind: 'title', text: word('title') },
        { kind: 'body', indent: false, text: person ? word('dear', { name: person.name }) : word('dearNobody') },
        body(
          word(opening, {
            on: day(request.createdAt as Date),
            kind,
            details: request.details?.trim().replace(/\s+/g, ' '),
          })
        ),
        ...answer()
          .filter(Boolean)
          .map((text) => body(sentence(text, word('stop')))),
        body(telephone ? word('remedy', { telephone }) : word('remedyInPerson'), true),
        body(word('end'), true),
        {
          kind: 'closing',
          issuer: word('issuer', { company, community: (office?.name as string | null) ?? '' }),
          date: day(clock.now()),
        },
      ],
    },
  };
};
