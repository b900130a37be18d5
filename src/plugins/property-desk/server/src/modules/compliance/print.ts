import {
  rateInWords,
  say,
  spanInWords,
  speaker,
  type ComplianceArticle,
  type ComplianceMap,
  type Locale,
} from '../../../../contracts';
import { fileName, type Block, type DocumentSpec, type FormRow } from '../../kernel/print';

/** What the report is made of. */
export interface ReportRecord {
  map: ComplianceMap;
  company: string;
  /** In the office's zone. */
  printedAt: string;
  printedBy: string;
}

/** Widths in millimetres of a week's line: its Monday, kept, late, and the bar with its rate. */
const WEEK = { monday: 36, kept: 24, broken: 24, bar: 56, rate: 16 };
/** The shortest piece of a bar that Word can draw. */
const SLIVER = 1;

const wordsOf =
  (locale: Locale) =>
  (key: string, params: Record<string, unknown> = {}): string =>
    say(locale, `print.compliance.${key}`, params);

/** Whom the report is about. */
const whereOf = (map: ComplianceMap, locale: Locale): string => {
  const one = map.community ?? (map.communities.length === 1 ? map.communities[0] : null);
  return one?.name ?? wordsOf(locale)('allCommunities');
};

/** The file's name: `制度执行报告-阳光花园-2026-11-01至2026-11-30.docx`. */
export const reportFileName = ({ map }: ReportRecord, locale: Locale): string =>
  fileName(
    `${wordsOf(locale)('fileName', { where: whereOf(map, locale).slice(0, 40), from: map.from, to: map.to })}.docx`
  );

/** What the figures come to, in sentences. */
export const summary = (map: ComplianceMap, locale: Locale): string => {
  const word = wordsOf(locale);
  const { total, articles, from, to, policy } = map;
  const how = (each: ComplianceArticle['how']) => articles.filter((article) => article.how === each).length;
  const worst = [...articles].sort((one, other) => other.broken - one.broken)[0];
  return [
    total.opened === 0
      ? word('summary.none')
      : word('summary.total', { ...total, where: whereOf(map, locale), from, to }),
    ...(total.rate === null
      ? []
      : [
          word('summary.rate', {
            done: total.kept + total.broken,
            kept: total.kept,
            rate: rateInWords(total.rate),
            median: spanInWords(speaker(locale), total.medianMinutes),
          }),
        ]),
    word('summary.how', {
      all: articles.length,
      workflow: how('workflow'),
      evidence: how('evidence'),
      hand: how('hand'),
    }),
    ...(worst && worst.broken > 0 ? [word('summary.worst', { ...worst })] : []),
    ...(policy ? [word('policy', { number: policy.name })] : []),
  ].join('\n');
};

/** `9 报修处理` and what records show of it. */
const articleLine = (article: ComplianceArticle, locale: Locale): string[] => {
  const word = wordsOf(locale);
  const count = (value: number) => (article.opened > 0 ? String(value) : '');
  return [
    `${word('number', { number: article.number })} ${article.title}`,
    say(locale, `compliance.how.${article.how}`),
    count(article.opened),
    count(article.kept),
    count(article.broken),
    count(article.open),
    count(article.renegotiated + article.void),
    article.opened > 0 ? rateInWords(article.rate) : '',
    article.opened > 0 ? spanInWords(speaker(locale), article.medianMinutes) : '',
    article.evidence
      .filter(({ count: records }) => records > 0)
      .map(({ name, count: records }) => word('evidenceCount', { name, count: records }))
      .join('\n'),
  ];
};

const articleTable = ({ articles }: ComplianceMap, locale: Locale): Block => {
  const word = wordsOf(locale);
  const figure = (key: string, width: number) => ({
    title: word(`column.${key}`),
    width,
    align: 'center' as const,
  });
  return {
    kind: 'table',
    set: 'fine',
    columns: [
      { title: word('column.article'), width: 32 },
      figure('how', 13),
      figure('opened', 12),
      figure('kept', 12),
      figure('broken', 12),
      figure('open', 12),
      figure('other', 15),
      figure('rate', 14),
      figure('median', 20),
      { title: word('column.evidence'), width: 34 },
    ],
    rows: articles.map((article) => articleLine(article, locale)),
  };
};

/** What was late, most first. */
const brokenTable = ({ articles }: ComplianceMap, locale: Locale): Block => {
  const word = wordsOf(locale);
  const late = articles
    .flatMap(({ obligations }) => obligations)
    .filter(({ broken }) => broken > 0)
    .sort((one, other) => other.broken - one.broken || (one.what < other.what ? -1 : 1));
  if (late.length === 0) return { kind: 'body', text: word('broken.none') };
  const figure = (key: string, width: number) => ({ title: word(`column.${key}`), width, align: 'center' as const });
  return {
    kind: 'table',
    columns: [
      { title: word('column.what'), width: 62 },
      figure('article', 18),
      figure('broken', 18),
      figure('kept', 18),
      figure('rate', 18),
      figure('median', 32),
    ],
    rows: late.map((line) => [
      say(locale, `obligation.${line.what}`),
      line.article,
      String(line.broken),
      String(line.kept),
      rateInWords(line.rate),
      spanInWords(speaker(locale), line.medianMinutes),
    ]),
  };
};

/** Kept and broken of all articles together, week by week. */
export const weekTotals = ({ weeks }: ComplianceMap): { week: string; kept: number; broken: number }[] => {
  const totals = new Map<string, { week: string; kept: number; broken: number }>();
  for (const { week, kept, broken } of weeks) {
    const total = totals.get(week) ?? { week, kept: 0, broken: 0 };
    total.kept += kept;
    total.broken += broken;
    totals.set(week, total);
  }
  return [...totals.values()];
};

const weekRow = ({ week, kept, broken }: { week: string; kept: number; broken: number }): FormRow => {
  const rate = kept / (kept + broken);
  const grey = rate === 0 ? 0 : rate === 1 ? WEEK.bar : Math.min(WEEK.bar - SLIVER, Math.max(SLIVER, WEEK.bar * rate));
  return {
    height: 6.5,
    cells: [
      { text: week, width: WEEK.monday, as: 'small', align: 'center' },
      { text: String(kept), width: WEEK.kept, as: 'small', align: 'center' },
      { text: String(broken), width: WEEK.broken, as: 'small', align: 'center' },
      // The shade is a head's; the bar has no rule between its two parts.
      ...(grey > 0
        ? [{ text: '', width: grey, as: 'head' as const, open: grey < WEEK.bar ? (['right'] as 'right'[]) : undefined }]
        : []),
      ...(grey < WEEK.bar
        ? [
            {
              text: '',
              width: WEEK.bar - grey,
              as: 'small' as const,
              open: grey > 0 ? (['left'] as 'left'[]) : undefined,
            },
          ]
        : []),
      { text: rateInWords(rate), width: WEEK.rate, as: 'small', align: 'center' },
    ],
  };
};

const trend = (map: ComplianceMap, locale: Locale): Block[] => {
  const word = wordsOf(locale);
  const totals = weekTotals(map);
  if (totals.length === 0) return [{ kind: 'body', text: word('trend.none') }];
  const head = (key: string, width: number) => ({ text: word(`column.${key}`), width, as: 'label' as const });
  return [
    {
      kind: 'form',
      sections: [
        {
          rows: [
            {
              height: 7,
              cells: [
                head('week', WEEK.monday),
                head('kept', WEEK.kept),
                head('broken', WEEK.broken),
                head('rate', WEEK.bar + WEEK.rate),
              ],
            },
            ...totals.map(weekRow),
          ],
        },
      ],
    },
    { kind: 'body', text: word('trendNote') },
  ];
};

/** 制度执行报告: what the figures of a period come to, on official pages; every number is one of the call's. */
export const report = (record: ReportRecord, locale: Locale = 'zh-Hans'): DocumentSpec => {
  const { map, company, printedAt, printedBy } = record;
  const word = wordsOf(locale);
  const heading = (key: string): Block => ({ kind: 'heading', level: 1, text: word(`heading.${key}`) });
  return {
    title: `${whereOf(map, locale)}${word('title')}`,
    creator: company,
    page: 'official',
    footer: { kind: 'pageNumber' },
    blocks: [
      { kind: 'title', text: `${whereOf(map, locale)}\n${word('title')}` },
      {
        kind: 'body',
        align: 'center',
        text: word('period', { from: map.from, to: map.to }),
      },
      { kind: 'body', text: summary(map, locale) },
      heading('articles'),
      articleTable(map, locale),
      heading('broken'),
      brokenTable(map, locale),
      heading('trend'),
      ...trend(map, locale),
      {
        kind: 'signatures',
        labels: [word('sign.supervisor'), word('sign.manager')],
        date: say(locale, 'print.complaintCase.sign.date'),
      },
      { kind: 'printLine', left: company, right: word('printed', { by: printedBy, at: printedAt }) },
    ],
  };
};
