import {
  LOAN_CONDITIONS,
  LOAN_ITEMS,
  say,
  type LoanCondition,
  type LoanItemType,
  type Locale,
} from '../../../../contracts';
import {
  fileName,
  PAGES,
  STRIP,
  type DocumentSpec,
  type FormBlock,
  type FormCell,
  type FormRow,
} from '../../kernel/print';
import type { Office } from '../staff';

/** What the loan form says. Times are formatted already; `null` is what is written in by hand. */
export interface LoanFormRecord extends Office {
  number: string;
  /** The state in the reader's language. */
  state: string;
  printedAt: string;
  printedBy: string;
  itemType: LoanItemType;
  itemName: string;
  itemNumber: string;
  place: string | null;
  household: string | null;
  borrower: string;
  requestedBy: string | null;
  requestedAt: string;
  purpose: string;
  from: string;
  until: string;
  forWhom: string | null;
  forWhomTelephone: string | null;
  /** What was decided, and what for; null while nobody has decided. */
  decision: { approved: boolean; by: string; at: string | null; reason: string | null } | null;
  handedOverBy: string | null;
  lentAt: string | null;
  /** Times that were agreed anew, oldest first. */
  extensions: { at: string; until: string; by: string; reason: string }[];
  takenBackBy: string | null;
  returnedAt: string | null;
  condition: LoanCondition | null;
  conditionNote: string | null;
  lost: { at: string; text: string } | null;
}

const WIDTH = PAGES.form.text.width - STRIP;
const LABEL = 24;
const HALF = (WIDTH - 2 * LABEL) / 2;
const WIDE = WIDTH - LABEL;
const ROW = 9;
/** Extensions that are listed; of more, the last. */
const MOST_EXTENSIONS = 4;

/** The file's name: `借阅登记表-JY-2026-0001.docx`. */
export const loanFormFileName = (number: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.loanForm.fileName', { number })}.docx`);

/** 借阅登记表: one A4 page that goes with the thing; what has not happened yet is left to write in. */
export function loanForm(record: LoanFormRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.loanForm.${key}`, params);
  const label = (key: string): FormCell => ({ text: word(key), width: LABEL, as: 'label' });
  const value = (text: string | null, width: number): FormCell => ({ text: text ?? '', width });
  const two = (...pairs: [string, string | null][]): FormRow => ({
    height: ROW,
    cells: pairs.flatMap(([key, text]) => [label(key), value(text, HALF)]),
  });
  const wide = (key: string, text: string | null, height = ROW): FormRow => ({
    height,
    cells: [label(key), { ...value(text, WIDE), vertical: text || height === ROW ? 'center' : 'top' }],
  });
  const box = (ticked: boolean, text: string) => `${ticked ? '■' : '□'}${text}`;
  const choice = (options: readonly string[], chosen: string | null, words: string) =>
    options.map((one) => box(one === chosen, say(locale, `${words}.${one}`))).join('　');
  const sign = (...labels: string[]): FormRow[] => {
    const width = WIDTH / labels.length;
    return [
      {
        height: 9,
        cells: labels.map((who) => ({ text: word(`sign.${who}`), width, vertical: 'center', open: ['bottom'] })),
      },
      {
        height: 7,
        cells: labels.map(() => ({ text: word('sign.date'), width, align: 'right', vertical: 'top', open: ['top'] })),
      },
    ];
  };

  const { decision, extensions, lost } = record;
  const outside = [record.forWhom, record.forWhomTelephone].filter(Boolean).join('　');
  const decided = [
    box(decision?.approved === true, word('approved')),
    box(decision?.approved === false, word('rejected')),
    decision?.reason,
  ]
    .filter(Boolean)
    .join('　');
  const agreed = extensions
    .slice(-MOST_EXTENSIONS)
    .map(({ until, by, reason }) => word('extension', { until, by, reason }))
    .join('\n');

  const main: FormBlock = {
    kind: 'form',
    remark: word('remark'),
    sections: [
      {
        label: word('section.item'),
        rows: [
          wide('itemType', choice(LOAN_ITEMS, record.itemType, 'loan.itemType')),
          two(['itemName', record.itemName], ['itemNumber', record.itemNumber]),
          two(['household', record.household], ['place', record.place]),
        ],
      },
      {
        label: word('section.request'),
        rows: [
          two(['borrower', record.borrower], ['requestedAt', record.requestedAt]),
          wide('purpose', record.purpose, 24),
          two(['from', record.from], ['until', record.until]),
          two(['forWhom', outside], ['requestedBy', record.requestedBy]),
        ],
      },
      {
        label: word('section.decision'),
        rows: [
          wide('decision', decided, 15),
          two(['decidedBy', decision?.by ?? null], ['decidedAt', decision?.at ?? null]),
          ...sign('approver'),
        ],
      },
      {
        label: word('section.handOver'),
        rows: [
          two(['handedOverBy', record.handedOverBy], ['lentAt', record.lentAt]),
          ...sign('handedOver', 'received'),
        ],
      },
      {
        label: word('section.extension'),
        rows: [wide('extensions', agreed, extensions.length > 1 ? 24 : 15)],
      },
      {
        label: word('section.return'),
        rows: [
          two(['takenBackBy', record.takenBackBy], ['returnedAt', record.returnedAt]),
          wide('condition', choice(LOAN_CONDITIONS, record.condition, 'loan.condition')),
          wide(
            'conditionNote',
            [record.conditionNote, lost && word('lost', lost)].filter(Boolean).join('\n') || null,
            18
          ),
          ...sign('returned', 'takenBack'),
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
          { height: 9, cells: [{ text: record.company, width: full, as: 'masthead' }] },
          { height: 13, cells: [{ text: word('title'), width: full, as: 'banner' }] },
          {
            height: 8,
            cells: [
              value(word('community', { name: record.community }), 62),
              value(word('state', { label: record.state }), 52),
              { ...value(word('number', { number: record.number }), 64), align: 'right' },
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
