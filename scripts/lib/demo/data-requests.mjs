import { hours, later } from './time.mjs';

const DAY = hours(24);

/** What was done and said at the end. */
const told = (outcomeText, text, toldWay = 'phone') => ({ outcomeText, told: text, toldWay });

/**
 * What residents asked about their own data: who of which home (`moved` for whoever has left), what, how many minutes
 * ago, and how it went on.
 */
const REQUESTS = [
  {
    key: '1-1-201',
    kind: 'copy',
    ago: -40 * DAY,
    details: '想核对登记的信息是否准确',
    steps: [[DAY, 'specialist', 'answer', told('已提供个人信息副本一份', '副本已当面交给您，请妥善保管', 'counter')]],
  },
  {
    key: '1-2-302',
    kind: 'correction',
    ago: -26 * DAY,
    details: '换了手机号',
    more: (dice) => ({ proposedTelephone: `1380000${dice.whole(9000, 9999)}` }),
    steps: [[hours(5), 'specialist', 'answer', told('已更正登记电话', '登记电话已更正')]],
  },
  {
    key: '2-1-201',
    kind: 'deletion',
    ago: -20 * DAY,
    details: '请删除我的全部信息',
    steps: [
      [
        hours(30),
        'supervisor',
        'refuse',
        {
          ground: 'contract_needed',
          told: '您仍在小区居住，登记信息为履行物业服务合同所必需；搬离并结清事项后可以再提出',
          toldWay: 'phone',
        },
      ],
    ],
  },
  {
    moved: true,
    kind: 'deletion',
    ago: -12 * DAY,
    details: '已退租搬离，请删除个人信息',
    identityCheck: 'callback',
    steps: [
      [hours(26), 'supervisor', 'approve', { approvalReason: '已搬离，没有未办结的事项，费用已结清' }],
      [hours(4), 'manager', 'execute', told('已删除住户成员登记及关联的个人信息', '您的个人信息已删除')],
    ],
  },
  {
    key: '2-2-401',
    kind: 'restriction',
    ago: -9 * DAY,
    details: '对登记信息有异议，核实期间请不要再使用',
    steps: [
      [hours(20), 'supervisor', 'approve', { approvalReason: '信息准确性有争议，核实期间限制处理' }],
      [
        hours(6),
        'manager',
        'execute',
        told('已限制处理，不再发送通知、不再导出', '在您要求恢复前，我们只保存、不使用'),
      ],
    ],
  },
  {
    key: '3-1-201',
    kind: 'explanation',
    ago: -6 * DAY,
    details: '想知道门禁照片保存多久',
    steps: [[hours(3), 'receptionist', 'withdraw', { reason: '已从告示中了解' }]],
  },
  { key: '3-2-501', kind: 'copy', ago: -13 * DAY, details: '查阅本人全部信息', login: 'resident2', steps: [] },
  {
    key: '1-1-401',
    kind: 'correction',
    ago: -5 * hours(1),
    identityCheck: null,
    more: () => ({ proposedRelation: '配偶' }),
    steps: [],
  },
  {
    key: '3-1-402',
    kind: 'restriction',
    ago: -2 * DAY,
    details: '不要再给我打电话推荐活动',
    steps: [[hours(8), 'supervisor', 'approve', { approvalReason: '本人撤回同意' }]],
  },
];

/** The requests of the demo, and what people agreed to on paper. */
export const dataRequests = (desk, timeline, dice) => {
  for (const request of REQUESTS) timeline.add(later(timeline.end, request.ago), ask(request));

  async function* ask({ key, moved, kind, details, identityCheck = 'id_document', more, login, steps }) {
    const resident = await desk.residentFor(key, moved);
    const input = {
      community: desk.world.community.documentId,
      resident: resident.documentId,
      kind,
      details,
      requestWay: login ? 'account' : 'counter',
      ...(identityCheck && !login && { identityCheck }),
      ...more?.(dice),
    };
    const { documentId } = await desk.dataRequest(login ?? 'receptionist', 'lodge', input);
    for (const [wait, who, action, entered] of steps) {
      yield later(desk.now(), wait);
      await desk.dataRequest(who, action, entered, documentId);
    }
  }
};
