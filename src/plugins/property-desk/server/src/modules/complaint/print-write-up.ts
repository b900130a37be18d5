import { say, type Locale } from '../../../../contracts';
import { fileName, type Block, type DocumentSpec } from '../../kernel/print';
import { outcomeWord, yuan } from './print-words';
import type { WriteUpRecord } from './print-record';

/** The file's name: `投诉案例-TS-20261123-0001.docx`. */
export const writeUpFileName = (number: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.complaintCase.fileName', { number })}.docx`);

/**
 * 投诉案例: the whole story of a complaint for the office's own files, with its cause, its lesson and what shall keep it
 * from happening again (article 10). What nobody has entered is said to be missing: paper that looks complete is not.
 */
export function writeUp(record: WriteUpRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.complaintCase.${key}`, params);
  const choice = (prefix: string, value: string | null) => (value ? say(locale, `${prefix}.${value}`) : '');
  const ordinals = word('ordinals').split(' ');

  const chapters: { title: string; blocks: Block[] }[] = [];
  const chapter = (title: string, ...blocks: Block[]) => chapters.push({ title: word(`section.${title}`), blocks });
  const body = (text: string): Block => ({ kind: 'body', text });
  const said = (text: string | null): Block[] => [body(text || word('missing'))];
  const labelled = (key: string, text: string | null | undefined): Block[] =>
    text ? [body(word(`said.${key}`, { text }))] : [];

  const { repeats, followUp, taskForce, prevention, promises, course, evidence } = record;
  chapter(
    'facts',
    {
      kind: 'grid',
      pairs: (
        [
          ['number', record.number],
          ['state', record.state],
          ['community', record.community],
          ['place', record.place],
          ['complainant', record.complainant ?? word('anonymous')],
          ['telephone', record.telephone],
          ['kind', choice('complaint.kind', record.kind)],
          ['category', record.category],
          ['severity', choice('complaint.severity', record.severity)],
          ['source', record.source],
          ['receivedAt', record.receivedAt],
          ['handler', record.handler],
          ['promisedAt', record.promisedAt],
          ['resolvedAt', record.resolvedAt],
          ...(record.praised ? [['praised', record.praised]] : []),
          ...(repeats.count
            ? [['repeats', word('repeats', { count: repeats.count, number: repeats.number ?? '' })]]
            : []),
        ] as [string, string | null][]
      ).map(([key, text]) => [word(`field.${key}`), text ?? '']),
    },
    ...labelled('content', record.content || word('missing')),
    ...labelled('demands', record.demands),
    ...labelled('severityReason', record.severityReason),
    ...evidence.map(({ kind, description }, at) =>
      body(word('said.evidence', { at: at + 1, kind: choice('complaint.evidence', kind), text: description }))
    )
  );

  chapter('course', ...(record.courseOfEvents ? [body(record.courseOfEvents)] : []), {
    kind: 'table',
    columns: [
      { title: word('course.at'), width: 26 },
      { title: word('course.action'), width: 24 },
      { title: word('course.by'), width: 22 },
      { title: word('course.text'), width: 84 },
    ],
    rows: course.map(({ at, action, by, text }) => [at, action, by, text]),
  });

  if (record.kind === 'complaint') {
    chapter('cause', ...said(record.rootCause));
    const handling = [
      ...labelled('plan', record.plan),
      ...(taskForce
        ? labelled(
            'taskForce',
            word('taskForce', { ...taskForce, members: taskForce.members.join(say(locale, 'print.listComma')) })
          )
        : labelled('noTaskForce', record.noTaskForceReason)),
      ...labelled('decision', record.decision),
      ...labelled('measures', record.measures),
    ];
    chapter('handling', ...(handling.length ? handling : said(null)));
  }

  const result = [
    ...labelled('result', record.result),
    ...labelled('answer', record.answer),
    ...labelled('compensation', record.compensation ? yuan(record.compensation) : null),
    ...labelled('dismissReason', record.dismissReason),
    ...labelled('withdrawReason', record.withdrawReason),
    ...labelled('followUp', choice('ticket.outcome', followUp.outcome)),
    ...labelled('rating', followUp.rating === null ? null : word('rating', { score: followUp.rating })),
    ...labelled('words', followUp.words),
  ];
  chapter('result', ...(result.length ? result : said(null)));

  if (record.kind === 'complaint') {
    chapter('lessons', ...said(record.lessons));
    chapter(
      'prevention',
      ...(prevention.length
        ? ([
            {
              kind: 'table',
              columns: ['number', 'what', 'owner', 'dueAt', 'state'].map((key, at) => ({
                title: word(`prevention.${key}`),
                width: [33, 60, 20, 25, 18][at],
                align: at === 1 ? ('left' as const) : ('center' as const),
              })),
              rows: prevention.map(({ number, what, owner, dueAt, state }) => [
                number,
                what,
                owner,
                dueAt,
                choice('preventive-action.state', state),
              ]),
            },
          ] as Block[])
        : said(word('prevention.none')))
    );
  }

  chapter(
    'promises',
    ...(promises.length
      ? ([
          body(
            word('promises.sum', {
              kept: promises.filter(({ outcome }) => outcome === 'kept').length,
              broken: promises.filter(({ outcome }) => outcome === 'broken').length,
            })
          ),
          {
            kind: 'table',
            columns: ['what', 'by', 'dueAt', 'settledAt', 'outcome'].map((key, at) => ({
              title: word(`promises.${key}`),
              width: [46, 24, 34, 34, 18][at],
              align: at === 0 ? ('left' as const) : ('center' as const),
            })),
            rows: promises.map(({ what, by, dueAt, settledAt, outcome, level }) => [
              level > 1 ? word('promises.escalated', { what }) : what,
              by,
              dueAt,
              settledAt ?? '',
              outcomeWord(outcome, locale),
            ]),
          },
        ] as Block[])
      : said(null))
  );

  return {
    title: `${word(`title.${record.kind}`)} ${record.number}`,
    creator: record.company,
    footer: { kind: 'pageNumber' },
    blocks: [
      { kind: 'title', text: word(`title.${record.kind}`) },
      ...chapters.flatMap(({ title, blocks }, at): Block[] => [
        { kind: 'heading', level: 1, text: word('heading', { ordinal: ordinals[at], title }) },
        ...blocks,
      ]),
      {
        kind: 'signatures',
        labels: ['handler', 'supervisor', 'manager'].map((who) => word(`sign.${who}`)),
        date: word('sign.date'),
      },
      {
        kind: 'printLine',
        left: record.company,
        right: word('printed', { by: record.printedBy, at: record.printedAt }),
      },
    ],
  };
}
