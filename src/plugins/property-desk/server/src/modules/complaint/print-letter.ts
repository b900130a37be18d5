import { say, type Locale } from '../../../../contracts';
import { fileName, type Block, type DocumentSpec } from '../../kernel/print';
import { yuan } from './print-words';
import type { LetterRecord } from './print-record';

/** The file's name: `投诉回复函-TS-20261123-0001.docx`. */
export const letterFileName = (number: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.complaintLetter.fileName', { number })}.docx`);

/**
 * 投诉回复函, under the company's red head: what was complained of, what was found and done, what follows, and whom to
 * call. While nothing is decided it says so, and by when an answer is promised.
 */
export function letter(record: LetterRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const { outcome, kind } = record;
  const word = (key: string, params: Record<string, unknown> = {}) =>
    say(locale, `print.complaintLetter.${key}`, params);
  const body = (text: string): Block => ({ kind: 'body', text });
  const ordinals = word('ordinals').split(' ');

  const chapters: [title: string, ...texts: string[]][] = [];
  if (kind !== 'praise')
    chapters.push([
      `matter.${kind}`,
      record.content || word('noContent'),
      ...(record.demands ? [word('demands', { text: record.demands })] : []),
    ]);
  if (outcome.kind === 'open') {
    chapters.push([
      'progress',
      outcome.told || word('inHand'),
      outcome.promisedAt ? word('promised', { at: outcome.promisedAt }) : word('soon'),
    ]);
  } else if (outcome.kind === 'resolved') {
    chapters.push(['result', outcome.result]);
    const measures = [
      ...(outcome.measures ? [outcome.measures] : []),
      ...(outcome.compensation ? [word('compensation', { amount: yuan(outcome.compensation) })] : []),
    ];
    if (measures.length) chapters.push(['measures', ...measures]);
  } else if (outcome.kind === 'answered') chapters.push(['answer', outcome.answer]);
  else if (outcome.kind === 'dismissed') chapters.push(['found', outcome.reason]);
  else chapters.push(['result', word('withdrawn')]);
  return {
    title: `${word(`title.${kind}`)} ${record.number}`,
    creator: record.company,
    page: 'letter',
    letterhead: record.company,
    footer: { kind: 'pageNumber' },
    blocks: [
      { kind: 'body', align: 'right', text: word('number', { number: record.number }) },
      { kind: 'title', text: word(`title.${kind}`) },
      {
        kind: 'body',
        indent: false,
        text: record.addressee ? word('dear', { name: record.addressee }) : word('dearAnonymous'),
      },
      body(
        word(`opening.${kind}`, {
          on: record.receivedOn,
          about: record.place ? word('about', { place: record.place }) : '',
        })
      ),
      ...chapters.flatMap(([title, ...texts], at): Block[] => [
        // What stands alone needs no number.
        ...(chapters.length > 1
          ? [
              {
                kind: 'heading' as const,
                level: 1 as const,
                text: word('heading', { ordinal: ordinals[at], title: word(`section.${title}`) }),
              },
            ]
          : []),
        ...texts.map(body),
      ]),
      // No signature stands on a page without a word of the letter.
      {
        kind: 'body',
        keep: true,
        text: record.officeTelephone ? word('contact', { telephone: record.officeTelephone }) : word('contactInPerson'),
      },
      { kind: 'body', keep: true, text: word('end') },
      {
        kind: 'closing',
        issuer: word('issuer', { company: record.company, community: record.community }),
        date: record.writtenOn,
      },
    ],
  };
}
