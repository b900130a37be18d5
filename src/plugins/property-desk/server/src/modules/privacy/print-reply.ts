import { say } from '../../../../contracts';
import { fileName, type Block } from '../../kernel/print';
import type { Print } from '../../kernel/workflow/define';
import { RESIDENT_UID } from '../household';
import { COMMUNITY_UID } from '../staff';
import type { DataRequestRow } from './row';

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
  const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
  const kind = say(locale, `data-request.kind.${request.kind}`);
  const due = request.endedAt ? null : request.dueAt;

  const chapters: [string, string[]][] = [
    ['asked', [word('asked', { kind }), ...(request.details ? [request.details] : [])]],
  ];
  if (request.state === 'refused')
    chapters.push([
      'refused',
      [word('ground', { ground: say(locale, `data-request.ground.${request.ground as string}`) }), request.told ?? ''],
    ]);
  else if (request.state === 'withdrawn') chapters.push(['result', [word('withdrawn')]]);
  else if (request.told)
    chapters.push(['result', [...(request.outcomeText ? [request.outcomeText] : []), request.told]]);
  else chapters.push(['result', [due ? word('pending', { due: clock.format(due) }) : word('inHand')]]);
  const ordinals = word('ordinals').split(' ');

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
        body(word('opening', { on: clock.format(request.createdAt as Date).slice(0, 10), kind })),
        ...chapters.flatMap(([title, texts], at): Block[] => [
          heading(word('heading', { ordinal: ordinals[at], title: word(`section.${title}`) })),
          ...texts.filter(Boolean).map((text) => body(text)),
        ]),
        body(telephone ? word('remedy', { telephone }) : word('remedyInPerson'), true),
        body(word('end'), true),
        {
          kind: 'closing',
          issuer: word('issuer', { company, community: (office?.name as string | null) ?? '' }),
          date: clock.dayText(clock.now()),
        },
      ],
    },
  };
};
