import {
  LOAN_ITEMS,
  say,
  type LoanCondition,
  type LoanItemType,
  type LoanState,
  type Locale,
} from '../../../../contracts';
import { fileName, type DocumentSpec } from '../../kernel/print';
import type { MonthPaper } from '../staff';

/** One loan in a month's register. Times are formatted already. */
export interface RegisterLine {
  number: string;
  itemType: LoanItemType;
  itemName: string;
  itemNumber: string;
  purpose: string;
  borrower: string;
  approvedBy: string;
  handedOverBy: string;
  lentAt: string;
  until: string;
  takenBackBy: string;
  returnedAt: string | null;
  condition: LoanCondition | null;
  conditionNote: string | null;
  state: LoanState;
  /** Came back late, or has not come back in time. */
  late: boolean;
}

/** What was handed over within a month. */
export interface RegisterRecord extends MonthPaper {
  lines: RegisterLine[];
}

/** Columns with their shares of the page's width. */
const COLUMNS: [key: string, width: number, align?: 'center'][] = [
  ['number', 22],
  ['itemType', 14, 'center'],
  ['item', 34],
  ['purpose', 44],
  ['borrower', 16, 'center'],
  ['approvedBy', 16, 'center'],
  ['handedOverBy', 16, 'center'],
  ['lentAt', 18, 'center'],
  ['until', 18, 'center'],
  ['returnedAt', 18, 'center'],
  ['takenBackBy', 16, 'center'],
  ['condition', 26],
  ['signature', 20],
];

/** The file's name: `借阅登记簿-阳光花园-2026-11.docx`. */
export const registerFileName = (community: string, month: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.loanRegister.fileName', { community, month })}.docx`);

/** `2026-11-23 14:58` without its year: the head of the page names the month. */
const short = (at: string): string => at.replace(/^\d{4}-/, '');

/** 借阅登记簿: what was handed over within a month and what became of it, a line each, on A4 lying down. */
export function register(record: RegisterRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.loanRegister.${key}`, params);
  const [year, month] = record.month.split('-').map(Number);
  const title = word('title', { community: record.community, month: say(locale, 'print.month', { year, month }) });
  const { lines } = record;
  const back = ({ returnedAt, state, late }: RegisterLine) => {
    const at = returnedAt ? short(returnedAt) : state === 'lost' ? say(locale, 'loan.state.lost') : '';
    return [at, ...(late ? [word('late')] : [])].filter(Boolean).join('\n');
  };
  const kinds = LOAN_ITEMS.map(
    (type) => `${say(locale, `loan.itemType.${type}`)} ${lines.filter(({ itemType }) => itemType === type).length}`
  ).join(say(locale, 'print.listComma'));

  return {
    title,
    creator: record.company,
    page: 'landscape',
    footer: {
      kind: 'text',
      left: word('printed', { by: record.printedBy, at: record.printedAt }),
      pages: say(locale, 'print.pages'),
      right: record.company,
    },
    blocks: [
      { kind: 'title', text: title },
      {
        kind: 'table',
        set: 'fine',
        columns: COLUMNS.map(([key, width, align]) => ({ title: word(`column.${key}`), width, align })),
        rows: lines.map((line) => [
          line.number,
          say(locale, `loan.itemType.${line.itemType}`),
          [line.itemName, line.itemNumber].filter(Boolean).join('\n'),
          line.purpose,
          line.borrower,
          line.approvedBy,
          line.handedOverBy,
          short(line.lentAt),
          short(line.until),
          back(line),
          line.takenBackBy,
          [line.condition && say(locale, `loan.condition.${line.condition}`), line.conditionNote]
            .filter(Boolean)
            .join('\n'),
          '',
        ]),
        foot: word('totals', {
          count: lines.length,
          kinds,
          back: lines.filter(({ state }) => state === 'returned').length,
          out: lines.filter(({ state }) => state === 'lent').length,
          lost: lines.filter(({ state }) => state === 'lost').length,
          late: lines.filter(({ late }) => late).length,
        }),
      },
    ],
  };
}
