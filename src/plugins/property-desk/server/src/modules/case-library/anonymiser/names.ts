import type { ListedPerson, Person } from './identifiers';
import { surnameOf } from './surnames';
import { literally, plainly } from './view';

/** How people are addressed whoever they are. */
export const PERSONAL =
  '老先生|先生|女士|小姐|太太|夫人|老太太|老太|阿姨|大爷|大妈|大叔|大姐|大哥|大娘|大伯|叔叔|伯伯|婶婶|奶奶|爷爷|同志|医生|大夫|律师|夫妇|夫妻|业主|住户|姐(?!妹|夫)|哥|叔|婶|姨|伯|嫂|氏';

/** How people are addressed by what they do; most of those on a case who are, work for the office. */
export const WORKING =
  '老师傅|师傅|老师|经理|主管|主任|队长|班长|组长|店长|工程师|专员|管家|老板|队(?!伍|员)|工(?![作程人地具期资伤会序商业厂装种艺])|总(?![是共之会部体结算归数量的要在])';

const HAN = /^\p{Script=Han}+$/u;
const TITLED = new RegExp(`(?:${PERSONAL}|${WORKING})$`, 'u');

/** A name as it was listed, without what stands in brackets or is a form of address: 王女士（租户） → 王. */
const core = (name: string): string => {
  const bare = plainly(name)
    .replace(/[([【].*$/u, '')
    .trim();
  const joined = bare.replace(/[\s·•.]+/gu, '');
  if (!HAN.test(joined)) return bare.replace(/\s+/g, ' ');
  const rest = joined.replace(TITLED, '');
  // 工 and 哥 end given names too: 李建工 is no 李建.
  const byOne = joined.length - rest.length === 1;
  return rest === '' || (byOne && rest !== surnameOf(joined)) ? joined : rest;
};

/** Whether only the surname is known: 王女士. */
const surnameOnly = (name: string): boolean => HAN.test(name) && name === surnameOf(name);

/**
 * The people behind the names that were listed. A name listed twice is one person, and so is 王女士 where exactly one
 * listed 王 of the same kind can be meant.
 */
export const peopleOf = (listed: ListedPerson[]): Person[] => {
  const people: Person[] = [];
  const entries = listed
    .flatMap(({ name, kind }) => name.split(/[、,，;；/]/).map((each) => ({ name: core(each), kind })))
    .filter(({ name }) => name !== '');
  const add = (name: string, kind: ListedPerson['kind']) => {
    const known = people.find((person) => person.names.includes(name));
    if (!known) people.push({ names: [name], kind });
  };
  entries.filter(({ name }) => !surnameOnly(name)).forEach(({ name, kind }) => add(name, kind));
  for (const { name, kind } of entries.filter((entry) => surnameOnly(entry.name))) {
    const meant = people.filter(
      (person) => person.kind === kind && person.names.some((each) => surnameOf(each) === name)
    );
    if (meant.length === 1) meant[0].names.push(name);
    else add(name, kind);
  }
  return people;
};

/** The surname of a person with a Chinese name. */
export const surnamesOf = ({ names }: Person): string[] => [
  ...new Set(names.filter((name) => HAN.test(name)).map(surnameOf)),
];

/** What is left of a full Chinese name without its surname. */
export const givenNamesOf = ({ names }: Person): string[] =>
  names
    .filter((name) => HAN.test(name))
    .map((name) => name.slice(surnameOf(name).length))
    .filter((given) => [...given].length >= 2);

/** A full name, its characters apart or not, with the form of address that follows it. */
export const fullName = (name: string): RegExp | null => {
  if (surnameOnly(name) || [...name].length < 2) return null;
  if (!HAN.test(name)) {
    const words = name.split(/\s+/).map(literally).join('[\\s.·]*');
    return new RegExp(`(?<![a-z])${words}(?![a-z])`, 'gu');
  }
  const letters = [...name].map(literally).join('[\\s·•.]{0,2}');
  const titles = [...PERSONAL.split('|'), ...WORKING.split('|')].filter((title) => /^\p{Script=Han}{2,}$/u.test(title));
  return new RegExp(`${letters}(?:${titles.join('|')})?`, 'gu');
};
