import type { ListedPiece, Person, Piece } from './identifiers';
import { fullName, givenNamesOf, PERSONAL, surnamesOf, WORKING } from './names';
import { AFTER, BEFORE, EVERYDAY, NOT_BEFORE_SMALL, startsLikeAName } from './surnames';
import { literally, places, type View } from './view';

/** Words after which 先生 and 女士 cannot follow a surname either: 保安大叔, 工程大哥. */
const NEVER = new Set(['安', '程', '司', '包', '管']);

const before = (surname: string) => (BEFORE[surname] ? `(?<![${BEFORE[surname]}])` : '');
const after = (surname: string) => (AFTER[surname] ? `(?![${AFTER[surname]}])` : '');

/** 王先生, 王师傅, 王某, 王××, 姓王的, 王家; what stands behind tells who of several can be meant. */
const addressed = (surname: string): { pattern: RegExp; works: boolean }[] => {
  const name = literally(surname);
  const guard = before(surname);
  // 施工 is no Mr Shi.
  const working = '施竣水石木技焊'.includes(surname)
    ? WORKING.split('|').filter((title) => !title.startsWith('工('))
    : WORKING.split('|');
  return [
    { pattern: new RegExp(`${NEVER.has(surname) ? guard : ''}${name}[\\s]?(?:${PERSONAL})`, 'gu'), works: false },
    { pattern: new RegExp(`${guard}${name}[\\s]?(?:${working.join('|')})`, 'gu'), works: true },
    { pattern: new RegExp(`${name}(?:某[某人]?|[*×x〇○●]{1,3}(?![a-z0-9]))`, 'gu'), works: false },
    {
      pattern: new RegExp(`姓${name}(?:的|(?=[，,。、的\\s]))(?:${PERSONAL}|${WORKING}|男子|女子|员工)?`, 'gu'),
      works: false,
    },
    {
      pattern: new RegExp(`${name}姓(?:业主|住户|租户|男子|女子|女士|先生|师傅|员工|保安|保洁|经理|主管)`, 'gu'),
      works: false,
    },
    { pattern: new RegExp(`${guard}${name}家(?=[的里人中漏楼门，,。]|$)`, 'gu'), works: false },
  ];
};

/** 老王, 小王, 阿王. */
const familiar = (surname: string): RegExp =>
  new RegExp(
    `(?<![${NOT_BEFORE_SMALL}])[小老阿]${literally(surname)}(?:${PERSONAL.split('|').slice(0, 2).join('|')}|师傅|家)?${after(surname)}`,
    'gu'
  );

/** Who is meant by a surname: the only one who has it, or the only one who has it and works, or lives, here. */
const meant = (people: Person[], surname: string, works: boolean): Person | null => {
  const all = people.filter((person) => surnamesOf(person).includes(surname));
  if (all.length === 1) return all[0];
  const fitting = all.filter(({ kind }) => (kind === 'staff') === works);
  return fitting.length === 1 ? fitting[0] : null;
};

/** What stands for one of several who have the same surname. */
const SOMEBODY = '有关人员';

const asPerson = (person: Person | null): ListedPiece['as'] => (person ? { person } : { word: SOMEBODY });

/** The names of people on the case in every form in which they are usually written. */
export const listedNames = (view: View, original: string, people: Person[]): ListedPiece[] => {
  const found: ListedPiece[] = [];
  const look = (pattern: RegExp, as: ListedPiece['as']) => {
    for (const { start, end } of places(view, pattern))
      found.push({ start, end, text: original.slice(start, end), kind: 'name', as });
  };
  for (const person of people)
    for (const name of person.names) {
      const pattern = fullName(name);
      if (pattern) look(pattern, { person });
    }
  for (const surname of new Set(people.flatMap(surnamesOf))) {
    for (const { pattern, works } of addressed(surname)) look(pattern, asPerson(meant(people, surname, works)));
    if (!EVERYDAY.includes(surname)) look(familiar(surname), asPerson(meant(people, surname, false)));
  }
  return found;
};

const ANY = '(?<surname>\\p{Script=Han})';

/** Roles behind which a name may follow: 业主李建国说. */
const ROLES =
  '业主|住户|租户|家属|保安|保洁|维修工|电工|司机|车主|员工|客服|专员|管家|楼长|经理|主管|主任|队长|师傅|证人|邻居|联系人';
const SAYING =
  '[说称讲问答叫来去到在将把向给和与跟及等的表反要因未已是被也又就便曾接查联登调立次当后从于认致拒报提通现书疏更换加派增排，,。、；;：:（(\\s]';

const LIKE_NAMES: { pattern: RegExp; works: boolean }[] = [
  {
    pattern: new RegExp(`${ANY}(?:先生|女士|小姐|太太|夫人|阿姨|大爷|大妈|大叔|奶奶|爷爷|老师|医生|律师)`, 'gu'),
    works: false,
  },
  { pattern: new RegExp(`${ANY}(?:师傅|经理|主管|主任|队长|班长|组长|工程师|老师傅)`, 'gu'), works: true },
  { pattern: new RegExp(`${ANY}某[某人]?(?!种|个|些|一|次|处|栋|单|户|室)`, 'gu'), works: true },
  { pattern: new RegExp(`姓${ANY}的?`, 'gu'), works: true },
  { pattern: new RegExp(`(?<![${NOT_BEFORE_SMALL}大])[小老]${ANY}(?=${SAYING}|$)`, 'gu'), works: true },
];

const NO_NAMES =
  '张贴 方便 高度 高空 马上 常常 常年 于是 时间 周边 周末 金额 安全 安装 安排 同意 代表 成员 许多 白天 黄色 全部 全体 明确 程度 任何 任意 解释 解决 应当 应该 左右 石材 华人 连续 关于 关门 路过 路面 段落 单独 单元 易燃 费用 水管 车辆 车位 房屋 和善 安静 高声 何时 何人 万元 施工 管理 支付 师傅 经理 主管 花园 谷物 文件 向上 温度 江边 海报 时候 时段 计划 乐意 盛怒 包括 项目 党员 单位 门口 关系 金属 全家 全程'.split(
    ' '
  );

/** Pieces that look like somebody's name. */
export const namesLike = (view: View, original: string, people: Person[]): Piece[] => {
  const found: Piece[] = [];
  const note = (start: number, end: number) => {
    const text = original.slice(start, end);
    if (!NO_NAMES.some((word) => text === word)) found.push({ start, end, text, kind: 'name' });
  };
  for (const { pattern, works } of LIKE_NAMES)
    for (const { start, end, groups } of places(view, pattern)) {
      const surname = groups[0];
      const ahead = original.slice(0, start).slice(-1);
      const partOfAWord = (works || NEVER.has(surname)) && (BEFORE[surname] ?? '').includes(ahead) && ahead !== '';
      const everyday = /^[小老]/u.test(original.slice(start, end)) && EVERYDAY.includes(surname);
      if (startsLikeAName(surname) && !partOfAWord && !everyday) note(start, end);
    }
  for (const { end, groups } of places(
    view,
    new RegExp(`(?:${ROLES})(?<name>\\p{Script=Han}{2,3}?)(?=${SAYING}|电话|$)`, 'gu')
  ))
    if (startsLikeAName(groups[0]) && !NO_NAMES.includes(groups[0].slice(0, 2))) note(end - groups[0].length, end);
  for (const given of new Set(people.flatMap(givenNamesOf)))
    for (const { start, end } of places(view, new RegExp(literally(given), 'gu'))) note(start, end);
  // Of a listed person, where it is as likely to be an everyday word.
  for (const surname of new Set(people.flatMap(surnamesOf)))
    if (EVERYDAY.includes(surname) && !'时路于门车雨雪水房家店板年人'.includes(surname))
      for (const { start, end } of places(view, new RegExp(`[小老]${literally(surname)}`, 'gu'))) note(start, end);
  return found;
};
