import { surnameOf } from './surnames';
import { CASES, type WrittenCase } from '../testing/cases';
import { anonymise, createAnonymiser, type Identifiers, type ListedRoom } from './anonymise';

/** Written again for the test, on another principle than the rules: everything that can stand between signs is taken away. */
const DIGITS = '零一二三四五六七八九';
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[〇零一二三四五六七八九]/gu, (sign) => String(Math.max(DIGITS.indexOf(sign), 0)))
    .replace(/[\s·•.,、()\-—–_/]/gu, '');
/** 十二 → 12, 三十 → 30. */
const tens = (text: string): string =>
  text.replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/gu, (_whole, ten: string, one: string) =>
    String((ten ? DIGITS.indexOf(ten) : 1) * 10 + (one ? DIGITS.indexOf(one) : 0))
  );

const TITLES = [
  ...[
    '先生',
    '女士',
    '小姐',
    '太太',
    '阿姨',
    '大爷',
    '奶奶',
    '爷爷',
    '老师',
    '师傅',
    '经理',
    '主管',
    '主任',
    '队长',
    '工程师',
    '老板',
  ],
  ...['某', '姓业主', '姓住户'],
];

const roomForms = ({ building, unit, room }: ListedRoom): string[] => {
  const forms: string[] = [];
  const code = bare(building!.code);
  const buildings = ['栋', '幢', '座', '号楼', '#', '楼', '号', ''].map((suffix) => `${code}${suffix}`);
  const floor = room.length > 2 ? [`${room.slice(0, -2)}楼`, `${room.slice(0, -2)}层`, ''] : [''];
  const units = unit ? ['单元', '门', ''].map((suffix) => `${unit}${suffix}`) : [];
  for (const b of buildings)
    for (const u of [...units, ''])
      for (const f of floor) {
        // Digits alone may be any number once the dashes are gone.
        if (b === code && u === '') continue;
        forms.push(`${b}${u}${f}${room}`);
      }
  for (const u of units.filter((each) => each !== unit)) forms.push(`${u}${room}`);
  forms.push(`${room}室`, `${room}号房`, `${room}业主`, `${room}住户`);
  return forms.map(bare).filter((form) => /[^\d]/.test(form) || form.length >= 5);
};

/** What of the listed identifiers can still be read in a text, by whatever spelling. */
const leaks = (text: string, on: Partial<Identifiers>, keeps: string[] = []): string[] => {
  // Ordinary words are ordinary words, whoever is called so.
  const plain = bare(tens(keeps.reduce((rest, word) => rest.split(word).join('。'), text)));
  const found: string[] = [];
  const look = (form: string) => {
    if (form !== '' && plain.includes(form)) found.push(form);
  };
  for (const { name } of on.names ?? []) {
    const whole = bare(name.replace(/(师傅|先生|女士)$/u, ''));
    if (whole.length > 1) look(whole);
    if (!/^\p{Script=Han}/u.test(name)) continue;
    const surname = bare(surnameOf(name));
    for (const title of TITLES) look(`${surname}${title}`);
    for (const familiar of ['老', '小']) look(`${familiar}${surname}`);
  }
  for (const telephone of on.telephones ?? []) {
    const digits = bare(telephone)
      .replace(/^\+?86(?=1)/, '')
      .replace(/\D/g, '');
    look(digits);
    if (digits.length > 8) look(digits.slice(digits.startsWith('0') ? -8 : 0));
    look(`${digits.slice(0, 3)}****${digits.slice(-4)}`);
  }
  for (const plate of on.plates ?? []) look(bare(plate).slice(1));
  for (const mail of on.mails ?? []) look(bare(mail));
  for (const number of on.identityNumbers ?? []) look(bare(number));
  for (const account of on.accounts ?? []) look(bare(account));
  for (const room of on.rooms ?? []) roomForms(room).forEach(look);
  return found;
};

const textsOf = ({ title, facts, course, lesson }: WrittenCase) => [title, facts, course, lesson];

describe('fifty written cases', () => {
  it('are fifty, and give people away before they are anonymised', () => {
    expect(CASES).toHaveLength(50);
    expect(CASES.filter((each) => leaks(textsOf(each).join('\n'), each.on, each.keeps).length < 2)).toEqual([]);
  });

  it.each(CASES.map((each) => [each.title, each] as const))('%s', (_title, written) => {
    const anonymiser = createAnonymiser(written.on);
    const done = textsOf(written).map((text) => anonymiser.anonymise(text));
    const text = done.map((each) => each.text).join('\n');
    expect({ text, leaks: leaks(text, written.on, written.keeps) }).toEqual({ text, leaks: [] });
    expect(anonymiser.remaining(text)).toEqual([]);
    for (const word of written.keeps) expect(text).toContain(word);
    const suspects = done.flatMap((each) => each.suspects.map((suspect) => suspect.text));
    for (const word of written.suspects) expect(suspects).toContain(word);
    // The lesson names nobody and stays word for word.
    expect(done.at(-1)!.text).toBe(written.lesson);
    // Twice the same: an anonymised text has nothing left to take out.
    for (const each of done) expect(anonymiser.anonymise(each.text).text).toBe(each.text);
    for (const { text: whole, suspects: pieces } of done)
      for (const { start, end, text: piece } of pieces) expect(whole.slice(start, end)).toBe(piece);
  });

  it('marks little that is nothing', () => {
    const all = CASES.flatMap((each) => {
      const anonymiser = createAnonymiser(each.on);
      return textsOf(each).flatMap((text) => anonymiser.anonymise(text).suspects.map((suspect) => suspect.text));
    });
    const idle = all.filter((text) => !CASES.some(({ suspects }) => suspects.includes(text)));
    expect({ idle: idle.length < 5, list: idle }).toEqual({ idle: true, list: idle });
  });
});

const ON: Partial<Identifiers> = {
  names: [
    { name: '王小明', kind: 'resident' },
    { name: '李红（租户）', kind: 'resident' },
    { name: '赵师傅', kind: 'staff' },
    { name: '孙丽', kind: 'staff' },
    { name: '欧阳静', kind: 'other' },
  ],
  telephones: ['13800005678', '021-55551234'],
  plates: ['川A12345', '沪AD12345'],
  rooms: [{ building: { code: '3', name: '3栋' }, unit: '2', room: '501' }],
  mails: ['Wang@example.org'],
  identityNumbers: ['510107199001011234'],
  accounts: ['wxm_1990'],
};

describe('what is listed is taken out', () => {
  const HOME = '某栋某单元某室';
  it.each([
    // Names and forms of address.
    ['王小明来电', '业主甲来电'],
    ['王 小 明说', '业主甲说'],
    ['业主王小明先生', '业主甲'],
    ['王先生、王女士、老王、小王、王某', '业主甲、业主甲、业主甲、业主甲、业主甲'],
    ['王某某称，王××称，姓王的业主称', '业主甲称，业主甲称，业主甲称'],
    ['李红与李阿姨', '业主甲与业主甲'],
    ['赵师傅、老赵、赵工', '工作人员甲、工作人员甲、工作人员甲'],
    ['欧阳女士说', '相关人员甲说'],
    // Telephones.
    ['电话13800005678', '电话【电话】'],
    ['１３８００００５６７８', '【电话】'],
    ['+86 138-0000-5678', '【电话】'],
    ['0086 138 0000 5678', '【电话】'],
    ['一三八零零零零五六七八', '【电话】'],
    ['138****5678或尾号5678', '【电话】或【电话】'],
    ['（021）55551234转802', '【电话】'],
    ['021 5555 1234、5555-1234', '【电话】、【电话】'],
    // Plates.
    ['川A12345', '【车牌】'],
    ['川A·12345、川a 12345、A12345', '【车牌】、【车牌】、【车牌】'],
    ['沪ＡＤ１２３４５', '【车牌】'],
    // Rooms.
    ['3栋2单元501', HOME],
    ['3-2-501', HOME],
    ['三号楼501室', HOME],
    ['3号楼二单元501', HOME],
    ['3#501', HOME],
    ['3幢2单元５０１室', HOME],
    ['3座2单元5楼501', HOME],
    ['03栋02单元501号房', HOME],
    ['三栋二单元五〇一室', HOME],
    ['3—2—501', HOME],
    ['3栋 2单元 501', HOME],
    ['2单元501室', '某单元某室'],
    ['501室漏水，501业主', '某室漏水，某室业主'],
    // The rest.
    ['邮箱WANG@example.org', '邮箱【邮箱】'],
    ['身份证510107 19900101 1234', '身份证【证件号】'],
    ['微信wxm_1990', '微信【账号】'],
  ])('%s', (text, expected) => {
    expect(anonymise(text, ON).text).toBe(expected);
  });

  it('keeps everybody apart, and the same through all fields', () => {
    const { anonymise: next } = createAnonymiser(ON);
    expect(next('孙主管与王小明').text).toBe('工作人员甲与业主甲');
    expect(next('李女士、老王、赵师傅、孙丽').text).toBe('业主乙、业主甲、工作人员乙、工作人员甲');
  });

  it('tells of several who have a surname the one who can be meant, and else nobody', () => {
    const both = { names: [...ON.names!, { name: '王强', kind: 'staff' as const }] };
    expect(anonymise('王师傅见到王女士', both).text).toBe('工作人员甲见到业主甲');
    const three = { names: [...ON.names!, { name: '王大壮', kind: 'resident' as const }] };
    expect(anonymise('王先生说', three).text).toBe('有关人员说');
  });

  it('says what it took out', () => {
    expect(anonymise('王小明（13800005678）', ON).replaced).toEqual([
      { text: '王小明', kind: 'name', by: '业主甲' },
      { text: '13800005678', kind: 'telephone', by: '【电话】' },
    ]);
  });

  it('gives nobody a letter that is somebody’s surname', () => {
    const names = ['丁一', '王小', '李大', '张三', '刘四'].map((name) => ({ name, kind: 'resident' as const }));
    const { text } = anonymise('王小、李大、张三、刘四、丁一到场', { names });
    expect(text).toBe('业主甲、业主乙、业主丙、业主戊、业主己到场');
  });
});

describe('ordinary text is left as it is', () => {
  it.each([
    '3月5日上午，24小时内，第10条，501元，共501户',
    '王者荣耀、王牌电器、大王路',
    '小孙子与小孙女',
    '停车2小时15分，第3-2条',
    '5-10天，3-5次，2026-11-23',
    '电梯停在5楼，3栋门前',
    '赵州桥、李子树、红色警戒',
    '编号TS-20261123-0001',
  ])('%s', (text) => {
    expect(anonymise(text, ON)).toEqual({ text, replaced: [], suspects: [] });
  });
});

describe('what merely looks like an identifier is marked', () => {
  it.each([
    ['张女士说', 'name', '张女士'],
    ['保安刘强在场', 'name', '刘强'],
    ['老周说', 'name', '老周'],
    ['陈某称', 'name', '陈某'],
    ['小明在家', 'name', '小明'],
    ['电话13912345678', 'telephone', '13912345678'],
    ['１３９ １２３４ ５６７８', 'telephone', '１３９ １２３４ ５６７８'],
    ['致电010-88887777', 'telephone', '010-88887777'],
    ['证件110101199003072316', 'identityNumber', '110101199003072316'],
    ['车辆粤B12345', 'plate', '粤B12345'],
    ['新能源车京AD99999', 'plate', '京AD99999'],
    ['5栋1单元302', 'room', '5栋1单元302'],
    ['住5-1-302', 'room', '5-1-302'],
    ['楼上601', 'room', '601'],
    ['1202室', 'room', '1202室'],
    ['房间501漏水', 'room', '501'],
    ['a.b@example.com', 'mail', 'a.b@example.com'],
    ['微信号abc12345', 'account', 'abc12345'],
  ])('%s', (text, kind, piece) => {
    const { text: same, suspects } = anonymise(text, ON);
    expect(same).toBe(text);
    expect(suspects).toEqual([
      { start: text.indexOf(piece), end: text.indexOf(piece) + piece.length, text: piece, kind },
    ]);
  });
});

it('comes to an end on whatever is pasted, and has no trouble with what cannot be read', () => {
  for (const part of ['1', '3-', '王', '一', '138 ', '川A', '\ud83d', 'a@', '　', '3栋'])
    expect(anonymise(part.repeat(Math.ceil(10_000 / part.length)), ON)).toHaveProperty('suspects');
});
