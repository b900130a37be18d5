import {
  FOLLOW_UP_OUTCOMES,
  TICKET_PRIORITIES,
  say,
  type FollowUpOutcome,
  type Locale,
  type ObligationOutcome,
  type TicketPart,
  type TicketPriority,
  type TicketSource,
} from '../../../../contracts';
import {
  PAGES,
  STRIP,
  fileName,
  heightOf,
  textWidth,
  type DocumentSpec,
  type FormBlock,
  type FormCell,
  type FormRow,
} from '../../kernel/print';

/** What a repair work order (维修工单) shows. Times are formatted already; `null` or `''` leaves room to write by hand. */
export interface WorkOrderRecord {
  company: string;
  companyTelephone: string | null;
  community: string;
  number: string;
  /** The state in the reader's language. */
  state: string;
  printedAt: string;
  printedBy: string;
  /** Household or public place. */
  place: string;
  reporter: string | null;
  /** Masked or whole, as whoever prints may see it. */
  telephone: string | null;
  category: string;
  priority: TicketPriority | null;
  source: TicketSource | null;
  description: string;
  wishedFor: string | null;
  reportedAt: string | null;
  acceptedAt: string | null;
  dispatchedAt: string | null;
  startedAt: string | null;
  completedAt: string | null;
  promisedAt: string | null;
  /** What was owed, in words, oldest first. */
  promises: { what: string; dueAt: string; settledAt: string | null; outcome: ObligationOutcome | null }[];
  /** Engineer or contractor. */
  assignee: string | null;
  workDone: string | null;
  parts: TicketPart[];
  /** Fen. */
  cost: number | null;
  /** 1 to 5. */
  ratings: { quality: number | null; attitude: number | null; overall: number | null };
  followUpOutcome: FollowUpOutcome | null;
  followUpWords: string | null;
  reworkCount: number;
  photoCount: number;
}

/** Promises and parts that are listed; of more, the order says how many the system holds. */
export const MOST_PROMISES = 6;
export const MOST_PARTS = 30;

/** Height that all rows together may take: Word counts rules apart from rows, and there are some forty. */
const PAGE_HEIGHT = PAGES.form.text.height - 8;
const WIDTH = PAGES.form.text.width - STRIP;
/** Three pairs of label and value across the form. */
const LABEL = 18;
const VALUES = [39, 39, 39];
const WIDE = WIDTH - LABEL;

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** The file's name: `维修工单-BX-20261123-0001.docx`. */
export const workOrderFileName = (number: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.workOrder.fileName', { number })}.docx`);

/** A repair as the paper that the engineer takes along: always one A4 page, empty fields left to write in. */
export function workOrder(record: WorkOrderRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.workOrder.${key}`, params);
  const label = (key: string, width = LABEL): FormCell => ({ text: word(key), width, as: 'label' });
  const value = (text: string | null, width: number): FormCell => ({ text: text ?? '', width });
  const three = (height: number, pairs: [string, string | null][]): FormRow => ({
    height,
    cells: pairs.flatMap(([key, text], at) => [label(key), value(text, VALUES[at])]),
  });
  const choice = (options: readonly string[], chosen: string | null, key: string) =>
    options.map((option) => `${option === chosen ? '■' : '□'}${word(`${key}.${option}`)}`).join('　');
  const stars = (score: number | null) =>
    score === null ? '☆☆☆☆☆' : word('rating', { stars: '★'.repeat(score) + '☆'.repeat(5 - score), score });
  const writing = (key: string, text: string | null, height: number): FormRow => ({
    height,
    cells: [label(key), { ...value(text, WIDE), vertical: text ? 'center' : 'top' }],
  });

  const { parts, promises } = record;
  const listed = parts.slice(0, parts.length > MOST_PARTS ? MOST_PARTS - 1 : MOST_PARTS);
  const partTexts = listed.map(({ name, quantity, price }) => [
    name,
    `${quantity}`,
    yuan(price),
    yuan(price * quantity),
  ]);
  if (parts.length > listed.length)
    partTexts.push([word('part.more', { count: parts.length - listed.length }), '', '', '']);
  const recent = promises.length > MOST_PROMISES ? promises.slice(1 - MOST_PROMISES) : promises;
  const promiseTexts = recent.map(({ what, dueAt, settledAt, outcome }) => [
    what,
    dueAt,
    settledAt ?? '',
    word(`outcome.${outcome ?? 'open'}`),
  ]);
  if (promises.length > recent.length)
    promiseTexts.unshift([word('promise.more', { count: promises.length - recent.length }), '', '', '']);

  const texts = [record.description, record.workDone ?? '', record.followUpWords ?? ''];
  const wanted = texts.map((text) => (heightOf(text, textWidth(WIDE), 10.5) * 25.4) / 72 + 3);
  const plan = (dense: boolean) => {
    const row = dense ? 7 : 8;
    const part = { height: dense ? 4.6 : 6.5, count: Math.max(dense ? 2 : 3, Math.ceil(partTexts.length / 2)) };
    const promise = { height: dense ? 4.6 : 5.6 };
    const sign = dense ? [11, 6] : [14, 7];
    const head = dense ? [8, 11, 6] : [9, 13, 7];
    const list = (heights: number, count: number) => (count ? heights * (count + 1) : 0);
    const fixed =
      head.reduce((sum, one) => sum + one) +
      row * 9 +
      list(part.height, part.count) +
      list(promise.height, promiseTexts.length) +
      sign[0] +
      sign[1];
    return { row, part, promise, sign, head, room: PAGE_HEIGHT - fixed };
  };
  // An empty field is written in by hand and wants more room than a short text.
  const least = [14, record.workDone ? 14 : 20, 9];
  const roomy = plan(false);
  const { row, part, promise, sign, head, room } =
    wanted.reduce((sum, want, at) => sum + Math.max(want, least[at]), 0) <= roomy.room ? roomy : plan(true);
  const [description, workDone, words] = share(room, least, wanted);

  const group = [
    { key: 'part.name', width: 41.5 },
    { key: 'part.quantity', width: 10 },
    { key: 'part.price', width: 16 },
    { key: 'part.amount', width: 18 },
  ];
  const partRow = (left: string[] = [], right: string[] = []): FormRow => ({
    height: part.height,
    cells: [left, right].flatMap((texts) =>
      group.map(({ width }, at) => ({ text: texts[at] ?? '', width, as: 'small', align: at ? 'right' : 'left' }))
    ),
  });
  const promiseWidths = [57, 48, 48, 18];

  const main: FormBlock = {
    kind: 'form',
    remark: word('remark'),
    sections: [
      {
        label: word('section.request'),
        rows: [
          {
            height: row,
            cells: [
              label('place'),
              value(record.place, WIDE - LABEL - VALUES[2]),
              label('category'),
              value(record.category, VALUES[2]),
            ],
          },
          three(row, [
            ['reporter', record.reporter],
            ['contactTelephone', record.telephone],
            ['reportedAt', record.reportedAt],
          ]),
          three(row, [
            ['priority', choice(TICKET_PRIORITIES, record.priority, 'priority')],
            ['source', record.source && word(`source.${record.source}`)],
            ['wishedFor', record.wishedFor],
          ]),
          writing('description', record.description, description),
        ],
      },
      {
        label: word('section.dispatch'),
        rows: [
          three(row, [
            ['acceptedAt', record.acceptedAt],
            ['dispatchedAt', record.dispatchedAt],
            ['promisedAt', record.promisedAt],
          ]),
          three(row, [
            ['assignee', record.assignee],
            ['startedAt', record.startedAt],
            ['completedAt', record.completedAt],
          ]),
        ],
      },
      {
        label: word('section.work'),
        rows: [
          writing('workDone', record.workDone, workDone),
          {
            height: row,
            cells: [
              label('photos'),
              value(record.photoCount ? word('photos.count', { count: record.photoCount }) : '', 67.5),
              label('rework'),
              value(record.reworkCount ? word('rework.count', { count: record.reworkCount }) : '', 67.5),
            ],
          },
        ],
      },
      {
        label: word('section.parts'),
        rows: [
          {
            height: part.height,
            cells: [...group, ...group].map(({ key, width }) => ({ text: word(key), width, as: 'head' })),
          },
          ...Array.from({ length: part.count }, (_, at) => partRow(partTexts[at * 2], partTexts[at * 2 + 1])),
          {
            height: row,
            cells: [
              label('partsTotal'),
              value(
                parts.length
                  ? word('yuan', { amount: yuan(parts.reduce((sum, one) => sum + one.price * one.quantity, 0)) })
                  : '',
                67.5
              ),
              label('cost'),
              value(record.cost === null ? '' : word('yuan', { amount: yuan(record.cost) }), 67.5),
            ],
          },
        ],
      },
      ...(promiseTexts.length
        ? [
            {
              label: word('section.promises'),
              rows: [
                ['what', 'dueAt', 'settledAt', 'outcome'].map((key) => word(`promise.${key}`)),
                ...promiseTexts,
              ].map((texts, line): FormRow => ({
                height: promise.height,
                cells: texts.map((text, at) => ({
                  text,
                  width: promiseWidths[at],
                  as: line ? 'small' : 'head',
                  align: at ? 'center' : line ? 'left' : 'center',
                })),
              })),
            },
          ]
        : []),
      {
        label: word('section.followUp'),
        rows: [
          three(row, [
            ['quality', stars(record.ratings.quality)],
            ['attitude', stars(record.ratings.attitude)],
            ['overall', stars(record.ratings.overall)],
          ]),
          {
            height: row,
            cells: [label('followUp'), value(choice(FOLLOW_UP_OUTCOMES, record.followUpOutcome, 'followUp'), WIDE)],
          },
          writing('words', record.followUpWords, words),
        ],
      },
      {
        label: word('section.signatures'),
        rows: [
          {
            height: sign[0],
            cells: ['engineer', 'resident', 'desk'].map((who, at) => ({
              text: word(`sign.${who}`),
              width: [57, 57, 57][at],
              vertical: 'center',
              open: ['bottom'],
            })),
          },
          {
            height: sign[1],
            cells: [57, 57, 57].map((width) => ({
              text: word('sign.date'),
              width,
              align: 'right',
              vertical: 'top',
              open: ['top'],
            })),
          },
        ],
      },
    ],
  };

  const full = PAGES.form.text.width;
  const top: FormBlock = {
    kind: 'form',
    ruled: false,
    remark: word('remark'),
    sections: [
      {
        rows: [
          { height: head[0], cells: [{ text: record.company, width: full, as: 'masthead' }] },
          { height: head[1], cells: [{ text: word('title'), width: full, as: 'banner' }] },
          {
            height: head[2],
            cells: [
              value(word('community', { name: record.community }), 43),
              value(record.companyTelephone && word('telephone', { telephone: record.companyTelephone }), 54),
              value(word('state', { label: record.state }), 29),
              { ...value(word('number', { number: record.number }), 52), align: 'right' },
            ],
          },
        ],
      },
    ],
  };

  return {
    title: `${word('title')} ${record.number}`,
    creator: record.company,
    page: 'form',
    footer: {
      kind: 'text',
      left: word('printed', { by: record.printedBy, at: record.printedAt }),
      right: word('note'),
    },
    blocks: [top, main],
  };
}

/**
 * Heights of the fields that grow: each gets its least; the smallest wishes are met first; what nobody needs becomes
 * writing room, mostly for what was done.
 */
function share(room: number, least: number[], wanted: number[]): number[] {
  const heights = [...least];
  let spare = room - least.reduce((sum, one) => sum + one);
  const needs = wanted.map((want, at) => ({ at, need: Math.max(0, want - least[at]) })).sort((a, b) => a.need - b.need);
  needs.forEach(({ at, need }, done) => {
    const given = Math.min(need, Math.max(0, spare) / (needs.length - done));
    heights[at] += given;
    spare -= given;
  });
  [0.3, 0.55, 0.15].forEach((part, at) => (heights[at] += Math.max(0, spare) * part));
  return heights;
}
