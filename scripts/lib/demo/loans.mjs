import { hours, later } from './time.mjs';

const DAY = hours(24);

/** The keys on the office's board. */
export const KEYS = [
  { number: 'K-001', name: '1栋屋顶', place: '前台钥匙柜 1 排' },
  { number: 'K-002', name: '地下车库配电房', place: '前台钥匙柜 1 排' },
  { number: 'K-003', name: '生活水泵房', place: '前台钥匙柜 1 排' },
  { number: 'K-004', name: '2栋电梯机房', place: '前台钥匙柜 2 排' },
  { number: 'K-005', name: '业主活动室', place: '前台钥匙柜 2 排' },
  { number: 'K-006', name: '消防控制室备用', place: '前台钥匙柜 2 排' },
];

/** By whom, what, what for; how long ago it was asked for and for how many days, in days; and how far it has come. */
const LOANS = [
  ['engineer', 'K-002', '更换车库照明回路', 41, 2, 'returned'],
  ['specialist', '2-1-302', '办理房屋过户，核对产权资料', 33, 3, 'returned'],
  ['engineer2', 'K-001', '检修屋面防水', 26, 2, 'damaged'],
  ['specialist2', 'K-005', '社区活动布置', 19, 1, 'returned'],
  ['engineer', 'K-006', '检查消防备用电源', 15, 2, 'lost'],
  ['specialist2', '1-1-301', '核对家庭成员信息', 12, 2, 'rejected'],
  ['engineer2', 'K-001', '清理屋面排水口', 9, 3, 'cancelled'],
  ['engineer', 'K-003', '水泵房换季检修', 8, 3, 'overdue'],
  ['specialist', '3-2-501', '核对装修申请与户型图', 1.2, 4, 'lent'],
  ['engineer2', 'K-003', '更换水泵房压力表', 0.9, 5, 'requested'],
  ['specialist2', 'K-005', '元旦活动布置', 0.6, 3, 'approved'],
  ['engineer2', 'K-004', '配合电梯维保单位检修机房', 0.5, 2, 'outsider'],
];

/** Puts the loans of household files and keys on the timeline, in every state; one is overdue. */
export const loans = (desk, timeline) => {
  for (const loan of LOANS) timeline.add(later(timeline.end, -loan[3] * DAY), lend(desk, ...loan));
};

/** What is lent: a key by its number, a household's file by its room. */
const itemOf = ({ keys, households }, name) =>
  keys[name]
    ? { itemType: 'key', item: keys[name].documentId }
    : { itemType: 'household', item: households.find(({ key }) => key === name).documentId };

async function* lend({ world, now, loan }, who, name, purpose, _ago, days, course) {
  const outside = course === 'outsider' ? { forWhom: '孙师傅', forWhomTelephone: '13800006601' } : {};
  const { documentId } = await loan(who, 'request', {
    community: world.community.documentId,
    ...itemOf(world, name),
    purpose,
    until: later(now(), days * DAY),
    ...outside,
  });
  const act = (by, action, input = {}) => loan(by, action, input, documentId);
  if (course === 'requested') return;
  yield later(now(), hours(1));
  if (course === 'rejected') return act('supervisor', 'reject', { reason: '住户已提出更正申请，请按更正流程办理' });
  await act('supervisor', 'approve');
  if (course === 'approved') return;
  yield later(now(), hours(2));
  if (course === 'cancelled') return act(who, 'cancel', { reason: '改由维保单位处理' });
  await act('receptionist', 'hand-over');
  if (['overdue', 'lent', 'outsider'].includes(course)) return;
  yield later(now(), hours(20));
  if (course === 'lost') return act(who, 'report-lost', { lostText: '巡检途中遗失，已更换锁芯' });
  await act('receptionist', 'return', {
    condition: course === 'damaged' ? 'damaged' : 'intact',
    ...(course === 'damaged' ? { conditionNote: '钥匙环断裂，已更换' } : {}),
  });
}
