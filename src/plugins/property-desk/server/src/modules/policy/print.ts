import { say, type Blocks, type Locale, type PolicyState } from '../../../../contracts';
import { fileName, type Block, type DocumentSpec } from '../../kernel/print';

/** What the paper of a policy says. Days are formatted already; `null` is what nobody has entered. */
export interface PolicyRecord {
  /** `ZD-2026-0001`: names the version. */
  number: string;
  state: PolicyState;
  title: string;
  company: string;
  community: string;
  draftedBy: string | null;
  draftedOn: string | null;
  approver: string | null;
  approvedOn: string | null;
  effectiveOn: string | null;
  endedOn: string | null;
  /** The version that it supersedes. */
  supersedes: string | null;
  chapters: {
    number: number;
    title: string;
    articles: { number: number; title: string | null; body: Blocks }[];
  }[];
  /** Name and value in words. */
  rules: { name: string; value: string; article: number }[];
  pictures: Record<string, Uint8Array>;
}

const DIGITS = '零一二三四五六七八九';

/** `二十三`: numbers of chapters and articles, up to 999. */
export function chinese(number: number): string {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  const ten = tens === 0 ? (hundreds && ones ? '零' : '') : tens === 1 && !hundreds ? '十' : `${DIGITS[tens]}十`;
  return `${hundreds ? `${DIGITS[hundreds]}百` : ''}${ten}${ones ? DIGITS[ones] : number ? '' : '零'}`;
}

/** The file's name: `客户服务管理制度-ZD-2026-0001.docx`. */
export const policyFileName = ({ title, number }: Pick<PolicyRecord, 'title' | 'number'>): string =>
  fileName(`${title.slice(0, 60)}-${number}.docx`);

/**
 * 管理制度: title, company and version, the chapters with their articles (each a bookmark, its number as text, since
 * automatic numbers begin anew in each chapter), who drafted and approved it, and the rules that it sets as an annex.
 */
export function policy(record: PolicyRecord, locale: Locale = 'zh-Hans'): DocumentSpec {
  const word = (key: string, params: Record<string, unknown> = {}) => say(locale, `print.policy.${key}`, params);
  const ordinal = (number: number) => (locale === 'en' ? String(number) : chinese(number));
  const centred = (text: string): Block => ({ kind: 'body', text, align: 'center' });
  const said = (key: string, value: string | null) => (value ? [word(key, { value })] : []);

  const article = ({ number, title, body }: PolicyRecord['chapters'][number]['articles'][number]): Block[] => {
    const name = word('article', { number: ordinal(number) });
    const bookmark = `article_${number}`;
    const { pictures } = record;
    // A heading stands on a line of its own; without one the text follows the number.
    if (!title) return [{ kind: 'blocks', blocks: body, pictures, lead: { text: name, bookmark } }];
    return [
      { kind: 'blocks', blocks: [], lead: { text: `${name}　${title}`, bookmark } },
      { kind: 'blocks', blocks: body, pictures },
    ];
  };

  return {
    title: `${record.title} ${record.number}`,
    creator: record.company,
    footer: { kind: 'pageNumber' },
    ...(record.state !== 'effective' && { remark: word(`remark.${record.state}`) }),
    blocks: [
      { kind: 'title', text: record.title },
      centred(record.company),
      centred(
        `（${[
          word('version', { number: record.number }),
          ...said('effectiveOn', record.effectiveOn),
          ...said('endedOn', record.endedOn),
          ...said('supersedes', record.supersedes),
        ].join('　')}）`
      ),
      ...record.chapters.flatMap((chapter): Block[] => [
        { kind: 'chapter', text: word('chapter', { number: ordinal(chapter.number), title: chapter.title }) },
        ...chapter.articles.flatMap(article),
      ]),
      ...(record.rules.length
        ? ([
            { kind: 'chapter', text: word('annex') },
            {
              kind: 'table',
              columns: [
                { title: word('rule'), width: 50 },
                { title: word('value'), width: 30, align: 'center' },
                { title: word('ofArticle'), width: 20, align: 'center' },
              ],
              rows: record.rules.map(({ name, value, article: number }) => [
                name,
                value,
                word('article', { number: ordinal(number) }),
              ]),
            },
          ] as Block[])
        : []),
      {
        kind: 'grid',
        pairs: (['draftedBy', 'draftedOn', 'approver', 'approvedOn'] as const).map((key) => [
          word(key),
          record[key] ?? '',
        ]),
      },
      {
        kind: 'signatures',
        labels: ['drafter', 'approver', 'company'].map((who) => word(`sign.${who}`)),
        date: word('sign.date'),
      },
      {
        kind: 'printLine',
        left: record.company,
        right: record.number,
        copies: word('copies', { name: record.community }),
      },
    ],
  };
}
