import {
  COMPLAINT_KINDS,
  FOLLOW_UP_OUTCOMES,
  SEVERITIES,
  say,
  type Locale,
  type ObligationOutcome,
} from '../../../../contracts';
import { fileName, type DocumentSpec } from '../../kernel/print';
import { brief, outcomeWord } from './print-words';
import type { LedgerLine, LedgerRecord, PromiseRecord } from './print-record';

/** Characters of a complaint and of its result that a line has room for; the case itself holds the rest. */
const CONTENT = 60;
const RESULT = 40;

/** Columns with their shares of the page's width. */
const COLUMNS: [key: string, width: number, align?: 'center'][] = [
  ['number', 20],
  ['receivedAt', 14, 'center'],
  ['complainant', 12, 'center'],
  ['place', 20],
  ['kind', 9, 'center'],
  ['severity', 9, 'center'],
  ['category', 14, 'center'],
  ['content', 38],
  ['handler', 13, 'center'],
  ['firstReply', 24, 'center'],
  ['intervention', 24, 'center'],
  ['resolution', 24, 'center'],
  ['result', 28],
  ['satisfaction', 12, 'center'],
  ['state', 12, 'center'],
];

/** The file's name: `投诉台账-阳光花园-2026-11.docx`. */
export const ledgerFileName = (community: string, month: string, locale: Locale = 'zh-Hans'): string =>
  fileName(`${say(locale, 'print.complaintLedger.fileName', { community, month })}.docx`);

const PROMISES = ['firstReply', 'intervention', 'resolution'] as const;

/** `2026-11-23 14:58` without its year: the head of the page names the month. */
const short = (at: string): string => at.replace(/^\d{4}-/, '');

/** What a month's complaints come to, in one sentence. */
export function totals(lines: LedgerLine[], locale: Locale): string {
  const word = (key: string, params: Record<string, unknown> = {}) =>
    say(locale, `print.complaintLedger.${key}`, params);
  const tally = <V extends string>(of: (line: LedgerLine) => V | null, choices: readonly V[], prefix: string) =>
    choices
      .map((one) => `${say(locale, `${prefix}.${one}`)} ${lines.filter((line) => of(line) === one).length}`)
      .join(say(locale, 'print.listComma'));
  const complaints = lines.filter(({ kind }) => kind === 'complaint');
  const kept = (key: (typeof PROMISES)[number]) => {
    const counted = (outcome: ObligationOutcome | null) =>
      lines.filter((line) => line[key] !== null && line[key].outcome === outcome).length;
    return word('kept', {
      what: word(`column.${key}`),
      kept: counted('kept'),
      broken: counted('broken'),
      open: counted(null),
    });
  };
  return word('totals', {
    count: lines.length,
    kinds: tally(({ kind }) => kind, COMPLAINT_KINDS, 'complaint.kind'),
    severities: [
      tally(({ severity }) => severity, SEVERITIES, 'complaint.severity'),
      word('unclassified', { count: complaints.filter(({ severity }) => severity === null).length }),
    ].join(say(locale, 'print.listComma')),
    promises: PROMISES.map(kept).join(word('semicolon')),
    satisfaction: tally(({ satisfaction }) => satisfaction, FOLLOW_UP_OUTCOMES, 'ticket.outcome'),
  });
}

/** 投诉台账: what came in within a month and what became of it, a line each, on A4 lying down. */
export function ledger(record: LedgerRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) =>
    say(locale, `print.complaintLedger.${key}`, params);
  const choice = (prefix: string, value: string | null) => (value ? say(locale, `${prefix}.${value}`) : '—');
  const promise = (one: PromiseRecord | null) =>
    one
      ? [
          word('due', { at: short(one.dueAt) }),
          ...(one.settledAt ? [word('settled', { at: short(one.settledAt) })] : []),
          outcomeWord(one.outcome, locale),
        ].join('\n')
      : '—';
  const [year, month] = record.month.split('-').map(Number);
  const title = word('title', { community: record.community, month: say(locale, 'print.month', { year, month }) });

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
        rows: record.lines.map((line) => [
          line.number,
          short(line.receivedAt),
          line.complainant ?? (line.anonymous ? word('anonymous') : '—'),
          line.place,
          choice('complaint.kind', line.kind),
          choice('complaint.severity', line.severity),
          line.category ?? '—',
          brief(line.content, CONTENT),
          line.handler ?? '—',
          promise(line.firstReply),
          promise(line.intervention),
          promise(line.resolution),
          brief(line.result, RESULT) || '—',
          [
            choice('ticket.outcome', line.satisfaction),
            ...(line.rating === null ? [] : [word('rating', { score: line.rating })]),
          ].join('\n'),
          choice('complaint.state', line.state),
        ]),
        foot: totals(record.lines, locale),
      },
    ],
  };
}
