import type { Office } from '../../staff';
import type { LedgerLine, LedgerRecord, LetterRecord, WriteUpRecord } from '../print-record';

const office: Office = {
  company: '上海晨光物业服务有限公司',
  community: '阳光花园',
  officeTelephone: '021-5555 0100',
};

/** An urgent complaint that went all the way, every field filled. */
export const fullCase: WriteUpRecord = {
  ...office,
  number: 'TS-20261123-0001',
  state: '待归档',
  printedAt: '2026-11-27 09:12',
  printedBy: '王敏',
  kind: 'complaint',
  severity: 'urgent',
  severityReason: '消防通道被占用，涉及人身安全，且业主表示将向街道反映。',
  category: '公共秩序',
  place: '3栋2单元501',
  source: '电话',
  complainant: '陈建国',
  telephone: '138****5678',
  receivedAt: '2026-11-23 14:58',
  handler: '周晓（客服专员）',
  promisedAt: '2026-11-25 15:00',
  resolvedAt: '2026-11-25 10:20',
  repeats: { number: 'TS-20260930-0004', count: 2 },
  content:
    '三号楼北侧消防通道连续一周夜间被装修车辆占用，多次向门岗反映无人处理，昨晚孩子发烧，救护车无法开到楼下，只能用担架走了近百米。要求物业给出说法并彻底解决。',
  demands: '立即清理消防通道；公开道歉；夜间派人值守；今后不得再停放装修车辆。',
  evidence: [
    { kind: 'material', description: '业主提供的消防通道被占用照片三张，拍摄于 11 月 22 日 23 时 10 分。' },
    { kind: 'person', description: '门岗夜班保安李强，当晚曾劝离未果。' },
  ],
  praised: null,
  courseOfEvents:
    '11 月 16 日起，三号楼 902 室装修，施工方车辆夜间停放于北侧消防通道。业主于 11 月 19 日、21 日两次向门岗反映，门岗口头劝离后未上报。11 月 22 日 23 时许，救护车因通道被占无法驶入。',
  course: [
    {
      at: '2026-11-23 14:58',
      action: '登记投诉',
      by: '刘芳',
      text: '来源：电话\n诉求：立即清理消防通道；公开道歉',
    },
    {
      at: '2026-11-23 15:06',
      action: '判定等级',
      by: '刘芳',
      text: '等级：紧急\n原因：消防通道被占用，涉及人身安全',
    },
    { at: '2026-11-23 16:06', action: '逾期', by: '系统', text: '事项：一小时内介入' },
    { at: '2026-11-23 16:06', action: '上报项目经理', by: '系统', text: '原因：一小时内无人介入' },
    {
      at: '2026-11-23 16:21',
      action: '主管介入',
      by: '孙主管',
      text: '处理方案：立即清障，调取监控，约谈施工方；经办人：周晓；承诺时间：2026-11-25 15:00',
    },
    {
      at: '2026-11-23 16:40',
      action: '成立专项小组',
      by: '孙主管',
      text: '组长：孙主管；成员：周晓、赵师傅；目标：三日内消除通道占用',
    },
    { at: '2026-11-23 18:05', action: '反馈进展', by: '周晓', text: '已清障，车辆全部移出，通道画线中。方式：电话' },
    { at: '2026-11-24 09:30', action: '作出决定', by: '何经理', text: '决定：扣罚当班秩序队，向业主书面道歉。' },
    { at: '2026-11-25 10:20', action: '办结', by: '周晓', text: '通道画线完毕，加装地桩，夜间每小时巡查一次。' },
    { at: '2026-11-25 16:10', action: '回访', by: '王敏', text: '结果：满意；评分：4' },
    { at: '2026-11-26 17:00', action: '复盘', by: '孙主管', text: '列整改措施两项' },
  ],
  rootCause:
    '装修车辆备案未约定夜间停放地点，门岗对占用消防通道的处置没有上报时限，前两次反映未录入系统，主管无从得知。',
  plan: '立即清障；调取监控，核实占用车辆；约谈施工方并签署承诺书；北侧通道画线、加装可升降地桩。',
  taskForce: { leader: '孙主管', members: ['周晓', '赵师傅'], aim: '三日内消除通道占用', formedAt: '2026-11-23 16:40' },
  noTaskForceReason: null,
  decision: '扣罚当班秩序队，向业主书面道歉，装修押金条款中增加占用消防通道的约定。',
  measures: '北侧通道画线、加装地桩，夜间每小时巡查一次并签到。',
  result: '占用车辆已全部移出，施工方书面致歉并承诺不再占用；物业当面向业主道歉。',
  compensation: 128_000,
  answer: null,
  dismissReason: null,
  withdrawReason: null,
  followUp: { outcome: 'satisfied', rating: 4, words: '处理得还算快，希望以后门岗能把话当回事。' },
  lessons: '门岗接到的反映就是投诉，须当场录入；涉及消防通道的，一律按紧急上报。',
  prevention: [
    {
      number: 'ZG-20261126-0001',
      what: '修订装修管理协议，增加夜间停放与消防通道条款，在办装修户补签。',
      owner: '何经理',
      dueAt: '2026-12-10 18:00',
      state: 'open',
    },
    {
      number: 'ZG-20261126-0002',
      what: '门岗值班记录改为系统登记，培训全体秩序队员。',
      owner: '孙主管',
      dueAt: '2026-12-03 18:00',
      state: 'done',
    },
  ],
  promises: [
    {
      what: '判定等级',
      by: '前台接待',
      dueAt: '2026-11-23 15:28',
      settledAt: '2026-11-23 15:06',
      outcome: 'kept',
      level: 1,
    },
    {
      what: '首次回复',
      by: '周晓',
      dueAt: '2026-11-24 14:58',
      settledAt: '2026-11-23 18:05',
      outcome: 'kept',
      level: 1,
    },
    {
      what: '一小时内介入',
      by: '客服主管',
      dueAt: '2026-11-23 16:06',
      settledAt: '2026-11-23 16:21',
      outcome: 'broken',
      level: 1,
    },
    {
      what: '一小时内介入',
      by: '项目经理',
      dueAt: '2026-11-23 18:06',
      settledAt: '2026-11-23 16:21',
      outcome: 'kept',
      level: 2,
    },
    {
      what: '按约办结',
      by: '周晓',
      dueAt: '2026-11-25 15:00',
      settledAt: '2026-11-25 10:20',
      outcome: 'kept',
      level: 1,
    },
    { what: '归档', by: '客服专员', dueAt: '2026-11-29 17:00', settledAt: null, outcome: null, level: 1 },
  ],
};

/** A complaint that was just taken down, anonymous, with as little as can be. */
export const freshCase: WriteUpRecord = {
  ...office,
  officeTelephone: null,
  number: 'TS-20261123-0002',
  state: '待判定',
  printedAt: '2026-11-23 15:00',
  printedBy: '刘芳',
  kind: 'complaint',
  severity: null,
  severityReason: null,
  category: null,
  place: '未说明地点',
  source: '小程序',
  complainant: null,
  telephone: null,
  receivedAt: '2026-11-23 14:59',
  handler: null,
  promisedAt: null,
  resolvedAt: null,
  repeats: { number: null, count: 0 },
  content: '电梯太慢。',
  demands: null,
  evidence: [],
  praised: null,
  courseOfEvents: null,
  course: [{ at: '2026-11-23 14:59', action: '登记投诉', by: '住户', text: '' }],
  rootCause: null,
  plan: null,
  taskForce: null,
  noTaskForceReason: null,
  decision: null,
  measures: null,
  result: null,
  compensation: null,
  answer: null,
  dismissReason: null,
  withdrawReason: null,
  followUp: { outcome: null, rating: null, words: null },
  lessons: null,
  prevention: [],
  promises: [],
};

/** A hundred entries, one of them longer than a page, and long texts everywhere. */
export const worstCase: WriteUpRecord = {
  ...fullCase,
  company: '上海晨光城市更新与社区综合服务（集团）股份有限公司浦东新区第三分公司',
  community: '阳光花园三期（原人民路一百二十八号院改造安置小区）',
  number: 'TS-20261123-0003',
  content: '电梯困人，等候救援四十分钟，无人安抚。'.repeat(100),
  rootCause: '维保单位未按约定更换制动器。\n物业未在系统中登记维保记录。'.repeat(20),
  course: Array.from({ length: 100 }, (_, at) => ({
    at: `2026-11-${String(1 + (at % 28)).padStart(2, '0')} 08:${String(at % 60).padStart(2, '0')}`,
    action: `反馈进展（第 ${at + 1} 次）`,
    by: '欧阳阿卜杜热合曼·买买提江',
    text:
      at === 7
        ? `开始${'维保单位到场，检查制动器、限速器与门锁。'.repeat(100)}结束`
        : '已与维保单位联系，等待配件到货。',
  })),
  promises: Array.from({ length: 40 }, (_, at) => ({
    what: `按约办结（第 ${at + 1} 次约定）`,
    by: '周晓',
    dueAt: '2026-11-25 15:00',
    settledAt: at % 2 ? '2026-11-25 10:20' : null,
    outcome: at % 2 ? 'kept' : 'renegotiated',
    level: 1,
  })),
  prevention: Array.from({ length: 20 }, (_, at) => ({
    number: `ZG-20261126-${String(at + 1).padStart(4, '0')}`,
    what: '修订电梯维保合同，增加困人响应时限与违约责任。'.repeat(5),
    owner: '何经理',
    dueAt: '2026-12-10 18:00',
    state: at % 2 ? 'open' : 'recurred',
  })),
};

/** Praise for an engineer: nothing to be improved. */
export const praiseCase: WriteUpRecord = {
  ...freshCase,
  number: 'TS-20261123-0009',
  kind: 'praise',
  complainant: '林女士',
  content: '赵师傅上门修水管，干活利索，走时还把地拖了。',
  praised: '赵师傅',
  answer: '已转告赵师傅，记入员工表现档案。',
  state: '已归档',
};

/** The letter that ends the full case. */
export const resolvedLetter: LetterRecord = {
  ...office,
  number: 'TS-20261123-0001',
  kind: 'complaint',
  addressee: '陈建国',
  receivedOn: '2026年11月23日',
  writtenOn: '2026年11月25日',
  place: '三号楼北侧消防通道',
  content: fullCase.content,
  demands: fullCase.demands,
  outcome: {
    kind: 'resolved',
    result: fullCase.result as string,
    measures: fullCase.measures,
    compensation: fullCase.compensation,
  },
};

/** One for every other way in which it may stand. */
export const letters: Record<string, LetterRecord> = {
  resolved: resolvedLetter,
  open: {
    ...resolvedLetter,
    outcome: { kind: 'open', told: '已清障，车辆全部移出，通道画线中。', promisedAt: '2026-11-25 15:00' },
  },
  'just received, anonymous, without a place': {
    ...resolvedLetter,
    addressee: null,
    place: null,
    demands: null,
    officeTelephone: null,
    outcome: { kind: 'open', told: null, promisedAt: null },
  },
  dismissed: { ...resolvedLetter, outcome: { kind: 'dismissed', reason: '经核查监控，该车辆为执行任务的消防车。' } },
  withdrawn: { ...resolvedLetter, outcome: { kind: 'withdrawn' } },
  'an answered suggestion': {
    ...resolvedLetter,
    kind: 'suggestion',
    content: '建议在中心花园增设长椅。',
    demands: null,
    outcome: { kind: 'answered', answer: '已列入明年一季度公共设施改造计划，届时在公告栏公示。' },
  },
  praise: {
    ...resolvedLetter,
    kind: 'praise',
    outcome: { kind: 'answered', answer: '我们会把这份认可当作鼓励，继续把服务做好。' },
  },
  'longer than a page': {
    ...resolvedLetter,
    company: '上海晨光城市更新与社区综合服务（集团）股份有限公司浦东新区第三分公司',
    outcome: {
      kind: 'resolved',
      result: '维保单位已更换制动器并复检合格。'.repeat(60),
      measures: '每月公示维保记录。'.repeat(30),
      compensation: null,
    },
  },
};

const KINDS = ['complaint', 'complaint', 'suggestion', 'complaint', 'praise'] as const;
const SEVERITY = ['general', 'urgent', null, 'major', null] as const;

/** A line of each sort, in turn. */
export const ledgerLine = (at: number): LedgerLine => {
  const severity = SEVERITY[at % 5];
  const grave = severity === 'urgent' || severity === 'major';
  const late = at % 7 === 3;
  return {
    number: `TS-202611${String(1 + (at % 30)).padStart(2, '0')}-${String(at + 1).padStart(4, '0')}`,
    receivedAt: `2026-11-${String(1 + (at % 30)).padStart(2, '0')} 14:58`,
    complainant: at % 6 === 5 ? null : '陈**',
    anonymous: at % 6 === 5,
    place: ['3栋2单元501', '三号楼北侧消防通道', '地下车库 B2 层'][at % 3],
    kind: KINDS[at % 5],
    severity,
    category: severity ? ['公共秩序', '设施设备', '保洁绿化'][at % 3] : null,
    content: [
      '夜间装修车辆占用消防通道，多次反映无人处理，要求立即清理并公开道歉，今后不得再停放装修车辆，请派人夜间值守并给出书面答复。',
      '电梯太慢。',
      '楼道有异味，地面三天没有拖。',
    ][at % 3],
    handler: severity ? '周晓' : null,
    firstReply: {
      dueAt: '2026-11-24 14:58',
      settledAt: late ? '2026-11-24 18:05' : '2026-11-23 18:05',
      outcome: late ? 'broken' : 'kept',
    },
    intervention: grave
      ? { dueAt: '2026-11-23 16:06', settledAt: '2026-11-23 15:40', outcome: late ? 'broken' : 'kept' }
      : null,
    resolution: severity
      ? { dueAt: '2026-11-25 15:00', settledAt: at % 4 ? '2026-11-25 10:20' : null, outcome: at % 4 ? 'kept' : null }
      : null,
    result: at % 4 ? '占用车辆已全部移出，施工方书面致歉并承诺不再占用。' : null,
    satisfaction: at % 4 ? 'satisfied' : null,
    rating: at % 4 ? 4 : null,
    state: at % 4 ? 'archived' : 'handling',
  };
};

export const monthOf = (count: number): LedgerRecord => ({
  ...office,
  month: '2026-11',
  printedAt: '2026-12-01 09:00',
  printedBy: '王敏',
  lines: Array.from({ length: count }, (_, at) => ledgerLine(at)),
});
