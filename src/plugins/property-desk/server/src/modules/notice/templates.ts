import type { BlockNode, Blocks, Locale, NoticeChannel, NoticeKind, NoticeTemplate } from '../../../../contracts';
import { say } from '../../../../contracts';

const text = (said: string): BlockNode => ({ type: 'text', text: said });
const line = (said: string): BlockNode => ({ type: 'paragraph', children: [text(said)] });
const steps = (...said: string[]): BlockNode => ({
  type: 'list',
  format: 'ordered',
  children: said.map((each) => ({ type: 'list-item', children: [text(each)] })),
});

const GREETING = line('尊敬的各位业主、住户：');
const THANKS = line('由此给您带来不便，敬请谅解。如有疑问，请致电客户服务中心。感谢您的理解与配合!');

/** The usual notices; what stands in braces is to be filled in. People of the office write them in Chinese. */
const USUAL: {
  key: string;
  kind: NoticeKind;
  title: string;
  body: Blocks;
  channels: NoticeChannel[];
  pinned?: true;
}[] = [
  {
    key: 'waterOutage',
    kind: 'outage',
    title: '关于{日期}临时停水的通知',
    channels: ['portal', 'board', 'wecom', 'sms'],
    pinned: true,
    body: [
      GREETING,
      line('接{供水单位}通知，因{管网检修/水箱清洗}，将于{开始时间}至{结束时间}对{停水范围}临时停止供水。'),
      line('为减少对您生活的影响，请注意以下事项：'),
      steps(
        '请提前储备必要的生活用水；',
        '停水期间请关好家中水龙头，外出时尤须检查，以防来水时跑水；',
        '恢复供水之初水质可能略显浑浊，属正常现象，请放水片刻后再使用；',
        '太阳能及燃气热水器等设备请暂停使用。'
      ),
      THANKS,
    ],
  },
  {
    key: 'powerOutage',
    kind: 'outage',
    title: '关于{日期}临时停电的通知',
    channels: ['portal', 'board', 'wecom', 'sms'],
    pinned: true,
    body: [
      GREETING,
      line('因{配电设备检修/供电线路改造}，将于{开始时间}至{结束时间}对{停电范围}临时停止供电。'),
      line('停电期间请注意以下事项：'),
      steps(
        '请提前关闭电脑等用电设备并拔下插头，以免来电时损坏；',
        '停电期间电梯停止运行，请走楼梯，照看好老人和儿童；',
        '请谨慎使用明火照明，注意防火；',
        '家中有依赖用电的医疗设备者，请提前与客户服务中心联系。'
      ),
      line('如提前完工将提前恢复供电，不再另行通知。'),
      THANKS,
    ],
  },
  {
    key: 'liftInspection',
    kind: 'outage',
    title: '关于{楼栋}电梯检修暂停使用的通知',
    channels: ['portal', 'board', 'wecom'],
    body: [
      GREETING,
      line('为保障电梯安全运行，定于{开始时间}至{结束时间}对{楼栋及电梯编号}进行{年度检验/维护保养}。'),
      steps(
        '检修期间该电梯暂停使用，请改乘其他电梯或走楼梯；',
        '请勿移动、跨越检修围挡，请照看好儿童；',
        '行动不便需要协助的住户，请提前与客户服务中心联系。'
      ),
      THANKS,
    ],
  },
  {
    key: 'payment',
    kind: 'payment',
    title: '关于缴纳{期间}物业服务费的温馨提示',
    channels: ['portal', 'board', 'mail'],
    body: [
      GREETING,
      line('{期间}物业服务费已开始收取，请您于{截止日期}前缴纳。'),
      line('缴费方式：'),
      steps(
        '客户服务中心现场缴纳，可刷卡、扫码；',
        '线上缴纳：{公众号/小程序名称}；',
        '银行转账：{账户信息}，请备注楼栋房号。'
      ),
      line('如您已缴纳，请忽略本提示。对账单有疑问的，欢迎到客户服务中心查询。'),
      line('感谢您一直以来的支持!'),
    ],
  },
  {
    key: 'pestControl',
    kind: 'reminder',
    title: '关于{日期}开展消杀工作的通知',
    channels: ['portal', 'board', 'wecom'],
    body: [
      GREETING,
      line('为防治蚊蝇、蟑螂及鼠害，营造整洁的居住环境，定于{开始时间}至{结束时间}对{公共区域范围}开展消杀。'),
      steps(
        '所用药剂为{药剂名称}，符合国家卫生标准；',
        '消杀期间请关闭门窗，收好室外衣物，避免在作业区域停留；',
        '请看护好儿童和宠物，勿触碰已投放的药饵；',
        '如有不适，请立即到通风处休息并及时就医。'
      ),
      THANKS,
    ],
  },
  {
    key: 'activity',
    kind: 'activity',
    title: '“{活动名称}”社区活动邀请',
    channels: ['portal', 'board', 'wecom'],
    body: [
      GREETING,
      line('为丰富社区文化生活，增进邻里情谊，我们将举办“{活动名称}”活动，诚邀您和家人参加。'),
      steps(
        '时间：{活动时间}；',
        '地点：{活动地点}；',
        '内容：{活动内容}；',
        '报名：请于{截止日期}前到客户服务中心登记，名额{人数}人，额满为止。'
      ),
      line('活动免费。请勿携带危险物品，儿童须由家长陪同。期待您的到来!'),
    ],
  },
  {
    key: 'renovation',
    kind: 'reminder',
    title: '关于规范装饰装修行为的温馨提示',
    channels: ['portal', 'board'],
    body: [
      GREETING,
      line('为维护房屋安全和良好的居住环境，请装修住户遵守以下规定：'),
      steps(
        '开工前到客户服务中心办理装修登记，签订装饰装修管理服务协议；',
        '不得拆改承重结构、擅自改动燃气及公共管线；',
        '施工时间为工作日{上午时段}、{下午时段}，法定节假日不得进行有噪声的施工；',
        '装修垃圾袋装后堆放至指定地点，不得占用消防通道；',
        '施工人员凭证出入，现场配备灭火器材。'
      ),
      line('感谢您共同维护我们的家园!'),
    ],
  },
  {
    key: 'typhoon',
    kind: 'emergency',
    title: '关于防御台风“{台风名称}”的紧急通知',
    channels: ['portal', 'board', 'wecom', 'sms'],
    pinned: true,
    body: [
      GREETING,
      line('据气象部门消息，台风“{台风名称}”预计于{时间}影响本地，将带来大风和强降雨。请您做好以下防范：'),
      steps(
        '关好门窗，收回阳台、窗台及空调外机平台上的花盆、衣物等易坠物品；',
        '清理阳台和露台地漏，防止积水倒灌；',
        '车辆请勿停放在树下、广告牌下及低洼处，地下车库住户请留意水位通知；',
        '台风期间减少外出，远离玻璃幕墙、围墙、临时搭建物；',
        '备好手电、饮用水和食品，遇紧急情况请拨打110、119，或与客户服务中心联系。'
      ),
      line('我们已安排人员二十四小时值守。请相互转告，共同做好防范。'),
    ],
  },
];

/** The templates, named in somebody's language. */
export const templatesIn = (locale: Locale): NoticeTemplate[] =>
  USUAL.map(({ pinned = false, ...template }) => ({
    ...template,
    pinned,
    name: say(locale, `notice.template.${template.key}`),
  }));
