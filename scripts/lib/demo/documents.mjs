import { atHour, hours, later } from './time.mjs';

/** Where a kind of paper stands: cabinet and box. */
const SHELF = {
  notice: ['1', '1'],
  letter: ['1', '3'],
  contract: ['2', '1'],
  minutes: ['1', '5'],
  plan: ['2', '4'],
  report: ['2', '5'],
  policy: ['1', '7'],
  'write-up': ['1', '8'],
  other: ['3', '1'],
};

/**
 * What the office filed by hand: days before today and the hour; `scan` minutes until its electronic copy, `paper`
 * whether it was put into its box at once.
 */
const FILED = [
  {
    on: [-86, 10],
    kind: 'contract',
    title: '电梯维护保养合同（2026—2027年度）',
    party: '申城电梯工程有限公司',
    pages: 18,
    scan: 12,
  },
  { on: [-82, 15], kind: 'contract', title: '绿化养护服务合同', party: '青禾园林有限公司', pages: 12, scan: 9 },
  { on: [-77, 9.5], kind: 'plan', title: '客户服务部第四季度工作计划', pages: 6, scan: 5 },
  { on: [-70, 17], kind: 'minutes', title: '客户服务部周例会纪要（第35周）', pages: 2, scan: 15, items: 'kept' },
  { on: [-61, 11], kind: 'letter', title: '关于协调夜间施工噪音的函', party: '街道城市管理办公室', pages: 2, scan: 20 },
  { on: [-55, 14], kind: 'report', title: '第三季度客户满意度调查报告', pages: 14, scan: 7 },
  {
    on: [-49, 17],
    kind: 'minutes',
    title: '业主委员会沟通会纪要',
    party: '阳光花园业主委员会',
    pages: 4,
    scan: 30,
    items: 'kept',
  },
  {
    on: [-40, 10],
    kind: 'letter',
    title: '关于二次供水水箱清洗的告知函',
    party: '阳光花园业主委员会',
    pages: 1,
    scan: 8,
  },
  {
    on: [-33, 16],
    kind: 'plan',
    title: '冬季安全用电用火宣传方案',
    pages: 5,
    scan: 6,
    paper: false,
    never: '仅有电子版方案，未打印',
  },
  { on: [-26, 9], kind: 'report', title: '消防设施季度检测报告', party: '安平消防检测有限公司', pages: 22, scan: 11 },
  {
    on: [-19, 13],
    kind: 'contract',
    title: '垃圾清运服务合同补充协议',
    party: '洁城环卫有限公司',
    pages: 3,
    secrecy: 'confidential',
    scan: 14,
  },
  { on: [-12, 17], kind: 'minutes', title: '客户服务部周例会纪要（第44周）', pages: 3, scan: 10, items: 'kept' },
  { on: [-9, 10], kind: 'other', title: '2015年度旧表单一批', date: '2015-12-20', pages: 40, scan: 45 },
  // The scan was forgotten: broken, and the supervisor's to see to.
  { on: [-8, 15], kind: 'letter', title: '关于门禁系统升级报价的回复函', party: '智联安防有限公司', pages: 2 },
  { on: [-1, 11], kind: 'report', title: '水泵房巡检月报', pages: 8, scan: 10, paper: false },
  { on: [-1, 16.5], kind: 'minutes', title: '年末收费工作协调会纪要', pages: 3, scan: 18, items: 'open' },
  { on: [0, 8.2], kind: 'contract', title: '停车场道闸维保合同', party: '智联安防有限公司', pages: 9 },
];

/** What people took on at the meetings. */
const TAKEN_ON = [
  ['更新前台常用联系电话表并张贴', 'receptionist', 2],
  ['统计各楼栋公共照明报修情况并提交清单', 'engineer', 4],
  ['整理夜间施工投诉，约谈施工方', 'specialist2', 5],
];

/** A scan of one page, as small as a PDF can be. */
function scanOf(text) {
  const stream = `BT /F1 14 Tf 72 760 Td (${text}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = file.length;
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** The document archive: what was filed by hand, what filed itself and was put into its box in the evening, minutes. */
export function documents(desk, timeline) {
  const { clock } = desk;
  const at = ([day, hour]) => atHour(clock, timeline.end, hour, day);
  const dayOf = (instant) => clock.dayKey(instant).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  let slot = 0;
  const shelf = (kind) => ({ cabinet: SHELF[kind][0], box: SHELF[kind][1], slot: String((slot += 1)) });

  async function* filed({ on, kind, title, party, pages, secrecy, scan, paper = true, never, date, items }) {
    const { documentId, number } = await desk.document('receptionist', 'file', {
      community: desk.world.community.documentId,
      kind,
      title,
      date: date ?? dayOf(at(on)),
      party,
      pages,
      secrecy,
      ...(paper ? shelf(kind) : {}),
      actionItems:
        items &&
        TAKEN_ON.map(([what, owner, days]) => ({
          what,
          owner: desk.world.staff[owner].documentId,
          promisedAt: atHour(clock, desk.now(), 18, days),
        })),
    });
    if (scan) {
      yield later(desk.now(), scan);
      await desk.attach('document', 'receptionist', documentId, { name: `${title}.pdf`, buffer: scanOf(number) });
    }
    if (never) {
      yield later(desk.now(), 40);
      await desk.document('supervisor', 'no-paper', { reason: never }, documentId);
    }
    if (items === 'kept')
      for (const item of await desk.itemsOf(documentId)) {
        yield later(desk.now(), hours(9));
        const { key } = TAKEN_ON.map(([what, owner]) => ({ what, key: owner })).find(({ what }) => what === item.what);
        await desk.item(key, 'done', { doneText: '已办妥，情况已在群里通报。' }, item.documentId);
      }
  }

  /** In the evening the day's notices and write-ups are printed and put into their boxes. */
  async function* evening(day) {
    await desk.copies();
    const lacking = await desk.lackingPaper();
    for (const { documentId, kind } of lacking.filter(({ filedBy }) => filedBy === null).slice(0, day > -2 ? 0 : 50)) {
      yield later(desk.now(), 2);
      await desk.document('receptionist', 'record-paper', { ...shelf(kind), pages: 1 + (slot % 3) }, documentId);
    }
  }

  for (const each of FILED) timeline.add(at(each.on), filed(each));
  for (let day = -95; day <= 0; day += 1) {
    const instant = atHour(clock, timeline.end, 17.4, day);
    if (instant <= timeline.end) timeline.add(instant, evening(day));
  }
}
