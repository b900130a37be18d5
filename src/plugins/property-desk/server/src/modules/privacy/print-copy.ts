import { say, type Locale, type PersonalCopy } from '../../../../contracts';
import { fileName, type Block, type DocumentSpec } from '../../kernel/print';

/** The file's name: `个人信息副本-GR-20261128-0001.docx`. */
export const copyFileName = (number: string, locale: Locale, extension = 'docx'): string =>
  fileName(`${say(locale, 'print.dataCopy.fileName', { number })}.${extension}`);

type CopiedRecord = PersonalCopy['sections'][number]['records'][number];

/** Columns of a table in which records still can be read. */
const MOST_COLUMNS = 4;

/** Whether records say the same few things: then they stand below each other, a line each. */
const sideBySide = (records: CopiedRecord[]): boolean =>
  records.length > 1 &&
  records[0].length <= MOST_COLUMNS &&
  records.every(
    (lines) => lines.length === records[0].length && lines.every(({ label }, at) => label === records[0][at].label)
  );

/** 个人信息副本: what is held, what for, where it came from and for how long; then who has looked at it. */
export const copyPaper = (copy: PersonalCopy, locale: Locale): DocumentSpec => {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.dataCopy.${key}`, params);
  const one = (lines: CopiedRecord, title: string): Block => ({
    kind: 'table',
    columns: [
      { title, width: 0.28 },
      { title: word('value'), width: 0.72 },
    ],
    rows: lines.map(({ label, value }) => [label, value]),
  });
  const section = ({ title, purpose, source, retention, records }: PersonalCopy['sections'][number]): Block[] => [
    { kind: 'heading', level: 1, text: records.length > 1 ? word('several', { title, count: records.length }) : title },
    {
      kind: 'table',
      columns: ['purpose', 'source', 'retention'].map((key) => ({ title: word(key), width: 1 / 3, align: 'center' })),
      rows: [[purpose, source, retention]],
    },
    ...(sideBySide(records)
      ? [
          {
            kind: 'table' as const,
            columns: [
              { title: word('at'), width: 0.1, align: 'center' as const },
              ...records[0].map(({ label }) => ({ title: label, width: 0.9 / records[0].length })),
            ],
            rows: records.map((lines, at) => [String(at + 1), ...lines.map(({ value }) => value)]),
          },
        ]
      : records.map((lines, at) => one(lines, records.length > 1 ? word('item', { at: at + 1 }) : word('field')))),
  ];
  return {
    title: `${word('title')} ${copy.number}`,
    creator: copy.company,
    page: 'form',
    footer: { kind: 'text', left: word('footer', { number: copy.number }), pages: word('pages') },
    blocks: [
      { kind: 'title', text: word('title') },
      {
        kind: 'grid',
        pairs: [
          [word('person'), copy.name],
          [word('number'), copy.number],
          [word('office'), `${copy.company} ${copy.community}`.trim()],
          [word('madeAt'), copy.madeAt],
        ],
      },
      { kind: 'body', text: word('opening') },
      ...copy.sections.flatMap(section),
      { kind: 'heading', level: 1, text: word('looks') },
      ...(copy.looks.length
        ? [
            {
              kind: 'table' as const,
              columns: [
                { title: word('look'), width: 0.5 },
                { title: word('count'), width: 0.2 },
                { title: word('last'), width: 0.3 },
              ],
              rows: copy.looks.map(({ what, count, last }) => [what, String(count), last]),
            },
          ]
        : [{ kind: 'body' as const, text: word('noLooks') }]),
      { kind: 'body', text: word('rights') },
    ],
  };
};
