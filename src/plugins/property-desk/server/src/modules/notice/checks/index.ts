import type { Blocks, Locale, NoticeFinding } from '../../../../../contracts';
import { say } from '../../../../../contracts';
import { plainOf } from '../../../kernel/blocks/blocks';
import { invalid } from '../../../kernel/errors';
import type { Acting } from '../../../kernel/workflow/define';
import { COMMUNITY_UID } from '../../staff';
import type { Linked } from '../content';
import { namesAmong } from '../queries';
import type { NoticeRow } from '../row';
import { cutOffsIn } from './cut-off';
import { namedDebtsIn, possibleNames } from './debts';
import { identityNumbersIn, telephonesIn, type Found } from './numbers';

/** What a text may not hold, found. */
export type Unlawful = Omit<NoticeFinding, 'why'>;

type Texts = Record<NoticeFinding['field'], string>;

/** What is known besides the texts: the office's own telephones, and which names its residents bear. */
export interface Known {
  office: string[];
  people: Set<string>;
}

const FIELDS = ['title', 'body'] as const;

/** All that may not go out, field by field; pure, so that a table of texts can try it. */
export const unlawfulIn = (texts: Texts, { office, people }: Known): Unlawful[] =>
  FIELDS.flatMap((field) => {
    const text = texts[field];
    const of = (rule: Unlawful['rule'], found: Found[]) =>
      found.map(({ words }) => ({ field, rule, words: [...words].slice(0, 120).join('') }));
    return [
      ...of('identityNumber', identityNumbersIn(text)),
      ...of('telephone', telephonesIn(text, office)),
      ...of('nameWithDebt', namedDebtsIn(text, people)),
      ...of('cutOff', cutOffsIn(text)),
    ];
  });

type Reader = Pick<Acting, 'trx' | 'rows'>;

/** The same with what the community knows: its office's telephone and its residents' names. */
export const findUnlawful = async (
  { trx, rows }: Reader,
  communities: number[] | 'all',
  texts: Texts
): Promise<Unlawful[]> => {
  const offices = await rows.find(trx, COMMUNITY_UID, {});
  const ours = offices.filter(({ id }) => communities === 'all' || communities.includes(id));
  const names = [...new Set([...possibleNames(texts.title), ...possibleNames(texts.body)])];
  return unlawfulIn(texts, {
    office: ours.map(({ telephone }) => String(telephone ?? '')),
    people: new Set(await namesAmong(trx, communities, names)),
  });
};

/** A finding with its reason, in somebody's language. */
export const explained = (found: Unlawful, locale: Locale): NoticeFinding => ({
  ...found,
  why: say(locale, `error.unlawful.${found.rule}`, { words: found.words }),
});

/** What the texts of a draft come to: its title, and its body with what else readers see. */
export const textsOf = (title: string, body: Blocks, more: string[] = []): Texts => ({
  title,
  body: [plainOf(body), ...more].filter(Boolean).join('\n'),
});

/** @throws ValidationError with the words, the field and why, for the first of what may not go out */
export const refuseUnlawful = async (acting: Acting<NoticeRow>, notice: NoticeRow, { attachments }: Linked) => {
  const more = [notice.issuer, ...attachments.map(({ name }) => String(name))];
  const [found] = await findUnlawful(acting, [notice.community], textsOf(notice.title, notice.body, more));
  if (found) throw invalid(found.field, `error.unlawful.${found.rule}`, { words: found.words, article: '12' });
};
