import { unlawfulIn } from '.';

const office = ['021-55551234'];
const rulesIn = (body: string, people: string[] = []) =>
  unlawfulIn({ title: '', body }, { office, people: new Set(people) }).map(({ rule }) => rule);

it.each([
  ['请联系13812345678', ['telephone']],
  ['请联系 138-1234-5678', ['telephone']],
  ['请联系１３８ １２３４ ５６７８', ['telephone']],
  ['请联系一三八一二三四五六七八', ['telephone']],
  ['请联系+86 138 1234 5678', ['telephone']],
  ['座机(0755)8888 6666', ['telephone']],
  ['联系电话:66668888', ['telephone']],
  ['客服电话021-55551234,或拨55551234', []],
  ['客服电话:55551234', []],
  ['请拨打110、119、120或12345', []],
  ['燃气公司热线95598,客服400-820-8820', []],
  ['时间2026年11月23日9:00至2026年11月24日18:00', []],
  ['金额1200.50元,订单号20261123000100020003', []],
  ['身份证11010519491231002X', ['identityNumber']],
  ['身份证 110105 19491231 0021', ['identityNumber']],
  ['身份证110105491231002', ['identityNumber']],
  ['3栋501王先生欠物业费1200元', ['nameWithDebt']],
  ['王先生捐款1200元帮助修缮凉亭', ['nameWithDebt']],
  ['本期物业费每平方米2.5元,请于月底前缴纳', []],
  ['关于11月25日临时停水停电的通知,因管网检修将停止供水', []],
  ['逾期不缴物业费的,我司将停止供水', ['cutOff']],
  ['欠费业主将被断电', ['cutOff']],
  ['请尽快缴清。逾期未缴者,一律停水停电', ['cutOff']],
  ['物业费尚未缴清的住户,公司将采取限电措施', ['cutOff']],
  ['欠费三个月以上的,不予购电', ['cutOff']],
  ['物业公司不得因欠费停水停电', []],
  ['请按时缴费,逾期将依法通过诉讼解决', []],
] as const)('%s → %j', (text, rules) => {
  expect(rulesIn(text)).toEqual(rules);
});

it('knows a resident by name beside what they owe, and not elsewhere', () => {
  expect(rulesIn('王小明 应缴 1200元', ['王小明'])).toEqual(['nameWithDebt']);
  expect(rulesIn('感谢王小明的帮助', ['王小明'])).toEqual([]);
});
