/** The demo community and its company: invented, like every person and number here. */
export const COMMUNITY = {
  name: '阳光花园',
  companyName: '阳光物业服务有限公司',
  address: '上海市浦东新区阳光路88号',
  telephone: '021-55551234',
  officeHours: '周一至周日 8:30–18:00，夜间值班电话同号',
  filePrefix: '阳光物业客',
};

/** Code, floors; two units of two flats on every floor: 72 + 72 + 56 households. */
export const BUILDINGS = [
  { code: '1', name: '1栋', floors: 18 },
  { code: '2', name: '2栋', floors: 18 },
  { code: '3', name: '3栋', floors: 14 },
];

/** Posts by key, from the top of the reporting line down. */
export const POSTS = {
  manager: {
    name: '项目经理',
    role: 'manager',
    duties: '统管项目客服工作；重大投诉与突发事件的最终决定；审批制度修订、催缴法律程序与奖惩。',
  },
  supervisor: {
    name: '客服主管',
    role: 'supervisor',
    reportsTo: 'manager',
    duties: '主持客服部日常工作；计划、检查与考核；1小时内介入重大紧急投诉；督办逾期事项；每月分析服务数据并上报。',
  },
  frontDesk: {
    name: '前台接待',
    role: 'receptionist',
    reportsTo: 'supervisor',
    duties: '来电来访接待与登记；报修当场建单并派工；不能当场答复的咨询约定答复时间；业主档案日常更新。',
  },
  specialistA: {
    name: '客服专员（水电维修）',
    role: 'specialist',
    reportsTo: 'supervisor',
    duties: '水电、维修类事项的派单、跟进与协调外单位；完工24小时内电话回访；工单归档。',
  },
  specialistB: {
    name: '客服专员（秩序投诉）',
    role: 'specialist',
    reportsTo: 'supervisor',
    duties: '秩序、环境、投诉类事项的受理与跟进；片区巡查与走访；公告与社区活动。',
  },
  electrician: {
    name: '水电工程师',
    role: 'engineer',
    reportsTo: 'supervisor',
    duties: '水电、照明、弱电维修；紧急报修30分钟到场；完工填写处理结果与用料。',
  },
  mechanic: {
    name: '综合维修工程师',
    role: 'engineer',
    reportsTo: 'supervisor',
    duties: '门窗、管道疏通、土建与公共设施维修；完工填写处理结果与用料。',
  },
};

/** Everybody who works here: key, mail address, surname and given name, post. */
export const STAFF = {
  manager: { email: 'manager@demo.local', lastname: '陈', firstname: '国栋', post: 'manager' },
  supervisor: { email: 'supervisor@demo.local', lastname: '周', firstname: '敏', post: 'supervisor' },
  specialist: { email: 'specialist@demo.local', lastname: '吴', firstname: '佳怡', post: 'specialistA' },
  specialist2: { email: 'specialist2@demo.local', lastname: '何', firstname: '静', post: 'specialistB' },
  receptionist: { email: 'receptionist@demo.local', lastname: '林', firstname: '晓燕', post: 'frontDesk' },
  engineer: { email: 'engineer@demo.local', lastname: '赵', firstname: '建军', post: 'electrician' },
  engineer2: { email: 'engineer2@demo.local', lastname: '钱', firstname: '永福', post: 'mechanic' },
};

/** The super admin, who has no post. */
export const ADMIN = { email: 'admin@demo.local', lastname: '系统', firstname: '管理员' };

/** Residents who log in on the front end, and where they live. */
export const LOGINS = [
  { email: 'resident1@demo.local', household: '2-1-302' },
  { email: 'resident2@demo.local', household: '3-2-501' },
];

const SURNAMES = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜',
];
const GIVEN = [
  [
    '建国',
    '志强',
    '海涛',
    '俊杰',
    '文博',
    '子轩',
    '永刚',
    '晓东',
    '立群',
    '明辉',
    '家伟',
    '宏伟',
    '振华',
    '思远',
    '浩然',
    '国平',
  ],
  [
    '秀英',
    '丽娟',
    '晓梅',
    '雅琴',
    '雨涵',
    '欣怡',
    '淑珍',
    '美玲',
    '静雯',
    '慧敏',
    '婷婷',
    '若曦',
    '春兰',
    '佩芳',
    '梦洁',
    '玉华',
  ],
];

const anybody = (dice, surname = dice.pick(SURNAMES)) => surname + dice.pick(dice.pick(GIVEN));

/** Every fourth owner has agreed to have notices by mail. */
const byMail = (key, index) => (index % 4 === 1 ? { mail: `${key}@demo.local`, agreesToMail: true } : {});

/** All 200 households with the people who live there, telephones from the block 1380000xxxx. */
export function neighbours(dice) {
  let last = 2000;
  const telephone = () => `1380000${(last += 7)}`;
  const living = (name, kind, more = {}) => ({ name, kind, telephone: telephone(), ...more });
  const households = [];
  for (const { code, floors } of BUILDINGS) {
    for (const unit of ['1', '2']) {
      for (let floor = 1; floor <= floors; floor += 1) {
        for (const flat of ['01', '02']) {
          const room = `${floor}${flat}`;
          const key = `${code}-${unit}-${room}`;
          const surname = dice.pick(SURNAMES);
          const residents = [living(anybody(dice, surname), 'owner', byMail(key, households.length))];
          const login = LOGINS.some(({ household }) => household === key);
          const use = login ? 'family' : dice.weighted({ alone: 45, family: 38, let: 14, moved: 3 });
          if (use === 'family') residents.push(living(anybody(dice), 'family'));
          if (use === 'family' && dice.chance(0.25)) residents.push(living(anybody(dice, surname), 'family'));
          if (use === 'let' || use === 'moved')
            residents.push(living(anybody(dice), 'tenant', { moved: use === 'moved' }));
          households.push({ key, building: code, unit, room, area: flat === '01' ? 118.6 : 89.4, residents });
        }
      }
    }
  }
  return households;
}
