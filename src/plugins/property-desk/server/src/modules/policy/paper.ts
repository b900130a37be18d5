import { say, type Locale, type RuleValue } from '../../../../contracts';
import { libraryPictures } from '../../kernel/files/library';
import { dayOnPaper } from '../../kernel/print';
import type { Print } from '../../kernel/workflow/define';
import { COMMUNITY_UID, STAFF_UID } from '../staff';
import { policy, policyFileName, type PolicyRecord } from './print';
import { contentOf } from './queries';
import { POLICY_UID, type PolicyRow } from './row';

const UNITS: Record<string, string> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  H: 'hour',
  TM: 'minute',
  S: 'second',
};

/** `24小时` of `PT24H`, `5个工作日`, `是`: what a rule sets, in words. */
export const inWords = (value: RuleValue, locale: Locale): string => {
  const word = (key: string, params = {}) => say(locale, `print.policy.unit.${key}`, params);
  if (typeof value === 'boolean') return word(value ? 'on' : 'off');
  const text = String(value);
  const working = text.match(/^(\d+) working days?$/);
  if (working) return word('workingDays', { n: working[1] });
  const [, days = '', hours = ''] = text.match(/^P((?:\d+[YMWD])*)(?:T((?:\d+[HMS])+))?$/) ?? [];
  const parts = [
    ...[...days.matchAll(/(\d+)([YMWD])/g)].map(([, n, unit]) => word(UNITS[unit], { n })),
    ...[...hours.matchAll(/(\d+)([HMS])/g)].map(([, n, unit]) => word(UNITS[unit === 'M' ? 'TM' : unit], { n })),
  ];
  return parts.length ? parts.join(locale === 'en' ? ' ' : '') : text;
};

/** The policy on paper: all its articles, and its rules as an annex. */
export const printPolicy: Print<PolicyRow> = async (kernel, row) => {
  const { locale } = kernel.settings;
  const { rows, strapi, clock } = kernel;
  const { connection } = strapi.db;
  const { articles, rules } = await contentOf(connection, rows, row.id);
  const chapters: PolicyRecord['chapters'] = [];
  for (const { chapter, chapterTitle, number, title, body } of articles) {
    let under = chapters.find((one) => one.number === chapter);
    if (!under) chapters.push((under = { number: chapter, title: chapterTitle, articles: [] }));
    under.articles.push({ number, title, body });
  }
  chapters.sort((one, other) => one.number - other.number);
  const named = async (uid: string, id: number | null) => (id ? await rows.first(connection, uid, { id }) : null);
  // Days are entered as `2026-12-01`; instants are read in the office's zone.
  const dayOf = (at: Date | string | null) =>
    at ? dayOnPaper(at instanceof Date ? clock.format(at) : String(at), locale) : null;
  return {
    name: policyFileName(row),
    document: policy(
      {
        number: row.number,
        state: row.state,
        title: row.title,
        company: row.companyName,
        community: String((await named(COMMUNITY_UID, row.community))?.name ?? ''),
        draftedBy: row.draftedBy,
        draftedOn: dayOf(row.draftedOn),
        approver: ((await named(STAFF_UID, row.approver))?.name as string | undefined) ?? null,
        approvedOn: dayOf(row.approvedAt),
        effectiveOn: dayOf(row.effectiveOn ?? row.effectiveAt),
        endedOn: dayOf(row.endedAt),
        supersedes: ((await named(POLICY_UID, row.supersedes))?.number as string | undefined) ?? null,
        chapters,
        rules: [...rules]
          .sort((one, other) => one.article - other.article || (one.key < other.key ? -1 : 1))
          .map(({ key, value, article }) => ({
            name: say(locale, `rule.${key}`),
            value: inWords(value, locale),
            article,
          })),
        pictures: await libraryPictures(strapi, ...articles.map(({ body }) => body)),
      },
      locale
    ),
  };
};
