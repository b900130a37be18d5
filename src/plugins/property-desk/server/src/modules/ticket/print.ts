import { FOLLOW_UP_OUTCOMES, TICKET_PRIORITIES, say, type Locale } from '../../../../contracts';
import {
  PAGES,
  STRIP,
  fileName,
  textWidth,
  type DocumentSpec,
  type FormBlock,
  type FormCell,
  type FormRow,
} from '../../kernel/print';
import { planHeights } from './print-heights';
import type { WorkOrderRecord } from './print-record';

export type { WorkOrderRecord } from './print-record';

/** Promises and parts that are listed; of more, the order says how many the system holds. */
export const MOST_PROMISES = 6;
export const MOST_PARTS = 30;

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
    options.map((option) => `${option === chosen ? '■' : '□'}${say(locale, `${key}.${option}`)}`).join('　');
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
    outcome ? say(locale, `outcome.${outcome}`) : word('open'),
  ]);
  if (promises.length > recent.length)
    promiseTexts.unshift([word('promise.more', { count: promises.length - recent.length }), '', '', '']);

  const {
    row,
    part,
    promise,
    sign,
    head,
    writing: heights,
  } = planHeights(record, textWidth(WIDE), {
    parts: Math.ceil(partTexts.length / 2),
    promises: promiseTexts.length,
  });

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
  const promiseWidths = [57, 45, 45, 24];

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
            ['priority', choice(TICKET_PRIORITIES, record.priority, 'ticket.priority')],
            ['source', record.source && say(locale, `ticket.source.${record.source}`)],
            ['wishedFor', record.wishedFor],
          ]),
          writing('description', record.description, heights.description),
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
          writing('workDone', record.workDone, heights.workDone),
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
            cells: [
              label('followUp'),
              value(choice(FOLLOW_UP_OUTCOMES, record.followUpOutcome, 'ticket.outcome'), WIDE),
            ],
          },
          writing('words', record.followUpWords, heights.words),
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
