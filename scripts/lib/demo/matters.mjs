/** Complaint categories by code. */
export const COMPLAINT_CATEGORIES = {
  noise: '噪音扰民',
  parking: '停车秩序',
  cleaning: '环境卫生',
  security: '秩序安保',
  attitude: '服务态度',
  facilities: '设施维护',
  renovation: '装修管理',
  pets: '宠物管理',
};

const matter = (code, text, demands, more) => ({ code, text, demands, ...more });

/** What people complain of, how it is handled, and what is learnt from it. */
export const MATTERS = [
  matter('noise', '楼上每晚十点以后拖动家具、拍球，老人休息不好', '请制止并给个说法', {
    told: '已上门与楼上沟通，对方答应铺设地垫，晚十点后不再拍球',
    result: '楼上已铺设地垫，连续两晚回访未再出现噪音',
    measures: '专员两次上门沟通，协助双方互留联系方式',
    cause: '楼上家庭对楼板隔音不了解，此前无人提醒',
    lesson: '噪音投诉应当天上门，先讲清影响再谈约定',
    prevention: '在各单元公告栏张贴邻里公约，入户时提醒',
  }),
  matter('parking', '地面消防通道常年停私家车，昨晚救护车进不来', '清走车辆并长期管住', {
    told: '已联系车主挪车，秩序队今晚起加派巡逻',
    result: '通道已清空，划线和警示牌已补齐，连续三晚无违停',
    measures: '补划禁停线，增设警示牌两块，夜间巡逻每两小时一次',
    cause: '夜间巡逻未覆盖北侧通道，警示标线磨损',
    lesson: '消防通道须列入每班交接检查内容',
    prevention: '把消防通道列入夜间巡逻路线并拍照留存',
    grave: true,
  }),
  matter('cleaning', '垃圾投放点下午溢满无人清，气味飘进家里', '增加清运次数', {
    told: '已安排保洁加清一次，并冲洗地面',
    result: '傍晚清运已固定为每日一次，现场复查无溢满',
    measures: '调整清运班次，投放点每日冲洗消杀',
    cause: '清运时间与居民投放高峰错开',
    lesson: '班次应按投放高峰排，不能只按习惯',
    prevention: '保洁班次按投放高峰重排，主管每周抽查两次',
  }),
  matter('security', '外卖人员不登记就进单元，快递丢过一次', '门岗要认真登记', {
    told: '已调看监控并约谈当班人员，登记要求重新交底',
    result: '门岗登记恢复执行，丢失快递已协助向快递公司理赔',
    measures: '当班人员批评教育，门岗增加登记抽查',
    cause: '高峰时段门岗一人值守，登记流于形式',
    lesson: '登记制度要配足人手，光有制度不行',
    prevention: '晚高峰门岗增至两人，登记簿每日由班长签字',
  }),
  matter('attitude', '前台电话里语气生硬，问两句就挂断', '请当事人道歉', {
    told: '已听取通话录音，情况属实，主管将当面致歉',
    result: '主管与当事人上门致歉，业主接受',
    measures: '当事人书面检讨，调离前台一周培训',
    cause: '高峰时段一人接听，情绪未及时疏导',
    lesson: '投诉电话应及时转主管，不要与来电人争辩',
    prevention: '前台接听话术复训，每月抽听录音十通',
    grave: true,
  }),
  matter('facilities', '儿童乐园地垫破损多处，孩子摔了一跤', '尽快更换并检查其他设施', {
    told: '破损处已围挡，更换材料后天到货',
    result: '破损地垫已全部更换，其余设施逐件检查完毕',
    measures: '更换地垫十二块，围挡期间专人提醒',
    cause: '设施月检只查器材，未查地面',
    lesson: '公共设施检查表要写到地面和周边',
    prevention: '月检表增加地面、围栏两项，拍照归档',
  }),
  matter('renovation', '隔壁装修中午也在打孔，物业不管', '按规定时间施工', {
    told: '已到现场叫停，向施工队重申施工时间',
    result: '施工队签收整改通知，午间未再施工',
    measures: '下发整改通知一份，装修押金备案提示',
    cause: '装修巡查集中在上午，午间无人到场',
    lesson: '装修巡查要覆盖午间和傍晚',
    prevention: '装修巡查增加午间一次，记录贴在装修户门口',
  }),
  matter('pets', '有住户遛狗不牵绳，电梯里吓到老人', '规范养犬', {
    told: '已与养犬住户沟通，请其牵绳并避让老人小孩',
    result: '养犬住户致歉并承诺牵绳，电梯内已张贴文明养犬提示',
    measures: '张贴提示六处，约谈养犬住户',
    cause: '文明养犬宣传半年未更新',
    lesson: '宠物纠纷先致歉安抚，再谈规则',
    prevention: '每季度更新一次文明养犬提示',
  }),
];

/** Suggestions, with what becomes of them. */
export const SUGGESTIONS = [
  ['建议在东门加装一个快递柜，现在排队太久', '已与快递柜公司对接，下月在东门增设一组'],
  ['能不能在花园多放几张长椅，老人没处坐', '采纳，计划本季度增加长椅六张'],
  ['建议把停水通知提前三天发到群里', '采纳，今后计划停水提前三天在业主群和公告栏告知'],
  ['地下车库转弯处最好装反光镜', '已列入下月设施改造，转弯处装反光镜三面'],
];

/** Praise, with the person whom it is for. */
export const PRAISES = [
  ['钱师傅半夜来修漏水，还帮忙把地拖干净，非常感谢', 'engineer2'],
  ['前台小林耐心帮老人查缴费，态度特别好', 'receptionist'],
  ['赵师傅一小时就把停电修好了，技术好', 'engineer'],
  ['何专员跟进很及时，每一步都打电话告知', 'specialist2'],
];

export const WITHDRAWN = ['双方已自行和解，不再追究', '来电人称误会，撤回'];
export const DISMISSED = [
  '经核实属相邻单位施工，不在物业管理范围，已转告城管热线',
  '经查监控，所述情况未发生，已当面说明',
];
