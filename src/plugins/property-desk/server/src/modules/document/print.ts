import { say, type DocumentListItem, type Locale } from '../../../../contracts';
import { fileName, type CellStyle, type DocumentSpec, type FormCell, type FormRow } from '../../kernel/print';

/** Whose archive it is, and who prints from it. */
export interface Archive {
  company: string;
  community: string;
  printedBy: string;
  /** In the office's zone. */
  printedAt: string;
}

/** What the cover of one document says. */
export interface CoverRecord extends Archive {
  document: DocumentListItem;
  /** When it was filed, and how the copy came about, in the office's zone. */
  filedOn: string;
  electronicOn: string | null;
}

/** A volume: what was filed of one kind in one year. */
export interface VolumeRecord extends Archive {
  year: number;
  kind: DocumentListItem['kind'];
  documents: DocumentListItem[];
  /** Which of its parts this is, and how many there are. */
  part: number;
  parts: number;
}

const wordsOf =
  (locale: Locale) =>
  (key: string, params: Record<string, unknown> = {}): string =>
    say(locale, `print.document.${key}`, params);

/** Width of the official page's text, of a label and of its value, in millimetres. */
const PAGE = 156;
const LABEL = 30;

const cell = (text: string, width: number, as: CellStyle = 'value', more: Partial<FormCell> = {}): FormCell => ({
  text,
  width,
  as,
  ...more,
});
const bare = (text: string, as: CellStyle): FormCell =>
  cell(text, PAGE, as, { align: 'center', open: ['top', 'left', 'right', 'bottom'] });

/** One label with its value, or two beside each other. */
const line = (height: number, ...pairs: [label: string, value: string][]): FormRow => {
  const width = PAGE / pairs.length;
  return {
    height,
    cells: pairs.flatMap(([label, value]) => [cell(label, LABEL, 'label'), cell(value, width - LABEL)]),
  };
};

const sheet = (archive: Archive, title: string, rows: FormRow[], locale: Locale) => {
  const word = wordsOf(locale);
  return {
    page: 'official' as const,
    creator: archive.company,
    footer: {
      kind: 'text' as const,
      left: archive.company,
      right: word('printed', { by: archive.printedBy, at: archive.printedAt }),
    },
    blocks: [
      {
        kind: 'form' as const,
        ruled: false,
        sections: [
          {
            rows: [
              { height: 16, cells: [bare(archive.company, 'masthead')] },
              { height: 26, cells: [bare(title, 'banner')] },
            ],
          },
        ],
      },
      { kind: 'form' as const, remark: word('cut'), sections: [{ rows }] },
    ],
  };
};

/** The place of the paper, or why there is none, or that it is lacking. */
const placeOf = ({ paper }: DocumentListItem, locale: Locale): string =>
  paper.place ?? (paper.never ? wordsOf(locale)('never', { reason: paper.never }) : wordsOf(locale)('lacking'));

const electronicOf = ({ electronic }: DocumentListItem, locale: Locale): string => {
  const word = wordsOf(locale);
  if (electronic.at) return word('there');
  return electronic.never ? word('none') : word('lacking');
};

/** What has become of it, where it is not simply in the archive. */
const remarkOf = ({ state, source }: DocumentListItem, locale: Locale): string | null => {
  if (state !== 'filed') return say(locale, `document.state.${state}`);
  if (!source?.state) return null;
  const now = say(locale, `${source.type}.state.${source.state}`);
  return wordsOf(locale)('source', { state: now, reason: source.reason ?? '' });
};

/** The file's name: `文件封面-WJ-2026-HT-0012.docx`. */
export const coverFileName = (number: string, locale: Locale): string =>
  fileName(`${wordsOf(locale)('coverFile')}-${number}.docx`);

/** 文件封面: the sheet that lies on one document in its box. */
export const cover = (record: CoverRecord, locale: Locale = 'zh-Hans'): DocumentSpec => {
  const word = wordsOf(locale);
  const { document } = record;
  const remark = remarkOf(document, locale);
  const rows: FormRow[] = [
    line(12, [word('number'), document.number]),
    line(24, [word('name'), document.title]),
    line(12, [word('kind'), say(locale, `document.kind.${document.kind}`)], [word('year'), String(document.year)]),
    line(12, [word('date'), document.date], [word('pages'), document.pages === null ? '' : String(document.pages)]),
    line(12, [word('party'), document.party ?? '']),
    line(
      12,
      [word('retention'), say(locale, `document.retention.${document.retention}`)],
      [word('keepUntil'), document.keepUntil ?? word('forEver')]
    ),
    line(
      12,
      [word('secrecy'), say(locale, `document.secrecy.${document.secrecy}`)],
      [word('community'), record.community]
    ),
    line(12, [word('place'), placeOf(document, locale)]),
    line(12, [word('electronic'), electronicOf(document, locale)], [word('electronicOn'), record.electronicOn ?? '']),
    line(
      12,
      [word('filedBy'), document.filedBy?.name ?? (document.source ? word('itself') : '')],
      [word('filedOn'), record.filedOn]
    ),
    line(24, [word('remark'), remark ?? '']),
  ];
  return {
    ...sheet(record, word('cover'), rows, locale),
    title: `${word('cover')} ${document.number}`,
    ...(remark && { remark }),
  };
};

const volumeName = ({ community, year, kind }: VolumeRecord, locale: Locale): string =>
  wordsOf(locale)('volume', { community, year, kind: say(locale, `document.kind.${kind}`) });

const partName = ({ part, parts }: VolumeRecord, locale: Locale): string =>
  parts > 1 ? wordsOf(locale)('part', { part, parts }) : '';

/** The file's name: `卷内目录-阳光花园2026年合同.docx`. */
export const volumeFileName = (record: VolumeRecord, sort: 'index' | 'cover', locale: Locale): string =>
  fileName(`${wordsOf(locale)(`${sort}File`)}-${volumeName(record, locale)}${partName(record, locale)}.docx`);

const summed = (documents: DocumentListItem[]): number => documents.reduce((sum, { pages }) => sum + (pages ?? 0), 0);

const fromTo = (values: string[]): string => {
  const [first, last] = [values[0], values[values.length - 1]];
  if (first === undefined) return '';
  return first === last ? first : `${first} — ${last}`;
};

/** 案卷封面: the sheet on the box of one year and kind. */
export const volumeCover = (record: VolumeRecord, locale: Locale = 'zh-Hans'): DocumentSpec => {
  const word = wordsOf(locale);
  const { documents, year, kind } = record;
  const dates = documents.map(({ date }) => date).sort();
  const longest = (['permanent', 'years30', 'years10'] as const).find((each) =>
    documents.some(({ retention }) => retention === each)
  );
  const lacking = (twin: 'paper' | 'electronic') => documents.filter((each) => each[twin].lacksSince).length;
  const rows: FormRow[] = [
    line(24, [word('volumeTitle'), `${volumeName(record, locale)} ${partName(record, locale)}`.trim()]),
    line(12, [word('kind'), say(locale, `document.kind.${kind}`)], [word('year'), String(year)]),
    line(12, [word('count'), String(documents.length)], [word('pages'), String(summed(documents) || '')]),
    line(12, [word('numbers'), fromTo(documents.map(({ number }) => number))]),
    line(12, [word('dates'), fromTo(dates)]),
    line(
      12,
      [word('retention'), longest ? say(locale, `document.retention.${longest}`) : ''],
      [word('community'), record.community]
    ),
    line(12, [word('lacksPaper'), String(lacking('paper'))], [word('lacksElectronic'), String(lacking('electronic'))]),
    line(12, [word('bound'), ''], [word('boundOn'), '']),
    line(12, [word('checked'), ''], [word('place'), '']),
    line(26, [word('remark'), '']),
  ];
  return {
    ...sheet(record, word('volumeCover'), rows, locale),
    title: `${word('volumeCover')} ${volumeName(record, locale)}`,
  };
};

/** 卷内目录: every document of a volume with where it is, on a landscape page as offices bind it. */
export const volumeIndex = (record: VolumeRecord, locale: Locale = 'zh-Hans'): DocumentSpec => {
  const word = wordsOf(locale);
  const { documents } = record;
  const column = (key: string, width: number, align: 'left' | 'center' = 'center') => ({
    title: word(key),
    width,
    align,
  });
  return {
    page: 'landscape',
    title: `${word('index')} ${volumeName(record, locale)}`,
    creator: record.company,
    footer: {
      kind: 'text',
      left: `${record.company}　${volumeName(record, locale)} ${partName(record, locale)}`,
      right: word('printed', { by: record.printedBy, at: record.printedAt }),
      pages: word('ofPages'),
    },
    blocks: [
      { kind: 'title', text: word('index') },
      {
        kind: 'body',
        text: word('indexOf', {
          volume: `${volumeName(record, locale)} ${partName(record, locale)}`.trim(),
          count: documents.length,
          pages: summed(documents),
        }),
        align: 'center',
        indent: false,
      },
      {
        kind: 'table',
        set: 'fine',
        columns: [
          column('serial', 12),
          column('number', 40),
          column('name', 82, 'left'),
          column('party', 40, 'left'),
          column('date', 24),
          column('pages', 13),
          column('retention', 20),
          column('place', 32),
          column('electronic', 18),
          column('remark', 32, 'left'),
        ],
        rows: documents.map((document, at) => [
          String(at + 1),
          document.number,
          document.title,
          document.party ?? '',
          document.date,
          document.pages === null ? '' : String(document.pages),
          say(locale, `document.retention.${document.retention}`),
          placeOf(document, locale),
          electronicOf(document, locale),
          remarkOf(document, locale) ?? '',
        ]),
      },
    ],
  };
};
