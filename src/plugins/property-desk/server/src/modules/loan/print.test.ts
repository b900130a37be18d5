import mammoth from 'mammoth';
import type { LoanItemType } from '../../../../contracts';
import { renderDocument, type DocumentSpec } from '../../kernel/print';
import { faults, layOut, noOffice, schemaErrors, unpack } from '../../kernel/print/testing/inspect';
import { bootWorld, type World } from '../../testing/world';
import { loanForm, type LoanFormRecord } from './print-form';
import { register, type RegisterLine, type RegisterRecord } from './print-register';
import { DAY, loanDesk, type LoanDesk } from './testing/desk';

const office = noOffice();
if (office) console.info(`no layout is measured: ${office}`);
const withOffice = office ? test.skip : test;

const form = (more: Partial<LoanFormRecord> = {}): LoanFormRecord => ({
  company: '阳光物业服务有限公司',
  community: '阳光花园',
  officeTelephone: '021-55551234',
  number: 'JY-2026-0001',
  state: '已归还',
  printedAt: '2026-11-26 10:00',
  printedBy: '李主管',
  itemType: 'key',
  itemName: '地下车库配电房',
  itemNumber: 'K-003',
  place: '前台钥匙柜',
  household: null,
  borrower: '赵师傅',
  requestedBy: null,
  requestedAt: '2026-11-23 09:00',
  purpose: '检修地下车库照明回路',
  from: '2026-11-23 09:00',
  until: '2026-11-30 23:59',
  forWhom: '张师傅',
  forWhomTelephone: '139****5678',
  decision: { approved: true, by: '李主管', at: '2026-11-23 09:30', reason: null },
  handedOverBy: '陈前台',
  lentAt: '2026-11-23 10:00',
  extensions: [{ at: '2026-11-25 10:00', until: '2026-12-02 18:00', by: '李主管', reason: '配件未到' }],
  takenBackBy: '陈前台',
  returnedAt: '2026-11-26 09:40',
  condition: 'damaged',
  conditionNote: '钥匙环断裂',
  lost: null,
  ...more,
});

/** As soon as it is asked for: the rest is written in by hand. */
const asked = form({
  decision: null,
  handedOverBy: null,
  lentAt: null,
  extensions: [],
  takenBackBy: null,
  returnedAt: null,
  condition: null,
  conditionNote: null,
});

const line = (more: Partial<RegisterLine> = {}): RegisterLine => ({
  number: 'JY-2026-0001',
  itemType: 'household',
  itemName: '3栋2单元501',
  itemNumber: 'YG-00012',
  purpose: '办理过户手续，核对产权证复印件',
  borrower: '王专员',
  approvedBy: '李主管',
  handedOverBy: '陈前台',
  lentAt: '2026-11-03 09:00',
  until: '2026-11-10 23:59',
  takenBackBy: '陈前台',
  returnedAt: '2026-11-12 09:40',
  condition: 'intact',
  conditionNote: null,
  state: 'returned',
  late: true,
  ...more,
});

const month = (lines: RegisterLine[]): RegisterRecord => ({
  company: '阳光物业服务有限公司',
  community: '阳光花园',
  officeTelephone: null,
  month: '2026-11',
  printedAt: '2026-11-30 18:00',
  printedBy: '李主管',
  lines,
});

const textOf = async (spec: DocumentSpec) =>
  (await mammoth.extractRawText({ buffer: Buffer.from(await renderDocument(spec)) })).value;

describe('the loan form', () => {
  it.each([
    ['of what came back', form()],
    ['of what is asked for', asked],
    ['of what was lost', form({ condition: null, lost: { at: '2026-11-25 18:00', text: '在地库遗失' } })],
    [
      'of what was refused',
      form({ ...asked, decision: { approved: false, by: '李主管', at: null, reason: '另有安排' } }),
    ],
  ])('%s is sound in both languages', async (_what, record) => {
    for (const locale of ['zh-Hans', 'en'] as const) {
      const spec = loanForm(record, locale);
      expect(JSON.stringify(spec)).not.toMatch(/(print|loan)\.\w|\{\w+\}/);
      const file = await renderDocument(spec);
      expect(faults(await unpack(file))).toEqual([]);
      expect(await schemaErrors(file)).toEqual([]);
    }
  });

  it('says what happened, and leaves the rest to be written in', async () => {
    const text = await textOf(loanForm(form()));
    for (const said of [
      '■钥匙',
      'K-003',
      '赵师傅',
      '张师傅',
      '■同意',
      '续至 2026-12-02 18:00',
      '■有损坏',
      '钥匙环断裂',
    ])
      expect(text).toContain(said);
    const blank = await textOf(loanForm(asked));
    expect(blank).toContain('□同意　□不同意');
    expect(blank).not.toContain('■同意');
    expect(blank).toContain('收件人（签字）');
  });

  withOffice(
    'is one page, however much is written',
    async () => {
      const long = '检修'.repeat(240);
      const worst = form({
        purpose: long,
        conditionNote: long,
        itemName: '名'.repeat(60),
        forWhom: '人'.repeat(50),
        lost: { at: '2026-11-25 18:00', text: long },
        extensions: Array.from({ length: 9 }, () => ({
          at: '',
          until: '2026-12-02 18:00',
          by: '李主管',
          reason: long,
        })),
      });
      const pages = await layOut(
        await Promise.all([form(), asked, worst].map((each) => renderDocument(loanForm(each))))
      );
      expect(pages.map((each) => each.pages)).toEqual([1, 1, 1]);
    },
    120_000
  );
});

describe('the month’s register', () => {
  const lines = [
    line(),
    line({ state: 'lent', returnedAt: null, condition: null, late: false, itemType: 'key' }),
    line({ state: 'lost', returnedAt: null, condition: null, late: false }),
  ];

  it('counts what it lists', async () => {
    for (const locale of ['zh-Hans', 'en'] as const) {
      const spec = register(month(lines), locale);
      expect(JSON.stringify(spec.blocks)).not.toMatch(/(print|loan)\.\w|\{\w+\}/);
      expect(await schemaErrors(await renderDocument(spec))).toEqual([]);
    }
    const text = await textOf(register(month(lines)));
    expect(text).toContain('阳光花园借阅登记簿（2026年11月）');
    expect(text).toContain('共 3 件（户档 2、文件 0、钥匙 1）：已归还 1，借出中 1，遗失 1；逾期 1。');
  });

  withOffice(
    'lies down with its head on every page',
    async () => {
      const [laid] = await layOut([await renderDocument(register(month(Array.from({ length: 60 }, () => line()))))]);
      expect([Math.round(laid.width), Math.round(laid.height)]).toEqual([297, 210]);
      expect(laid.pages).toBeGreaterThan(1);
      for (const each of laid.lines.slice(0, laid.pages)) expect(each.join(' ')).toMatch(/借阅人.*审批人/);
    },
    120_000
  );
});

describe('as the desk prints them', () => {
  let world: World;
  let desk: LoanDesk;
  beforeAll(async () => {
    world = await bootWorld();
    desk = loanDesk(world);
  });
  afterAll(() => world?.desk.stop());

  const download = async (who: World['staff']['manager'], path: string) => {
    const answer = await who.client
      .get(`/property-desk/${path}`)
      .buffer(true)
      .parse((response, done) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => done(null, Buffer.concat(parts)));
      });
    return { status: answer.status, text: (await mammoth.extractRawText({ buffer: answer.body as Buffer })).value };
  };

  it('shows an outsider’s telephone to those who may, and is on the access log', async () => {
    const { staff, garden } = world;
    const key = await desk.newKey({ household: world.household.documentId });
    const outside = { forWhom: '张师傅', forWhomTelephone: '13912345678' };
    const id = await desk.lent(key, { ...outside, until: desk.later(DAY) });
    await desk.take(staff.supervisor, id, 'extend', { until: desk.later(3 * DAY), reason: '配件未到' });
    const full = await download(staff.supervisor, `loans/${id}/print`);
    expect(full.text).toContain('13912345678');
    expect(full.text).toContain('配件未到');
    expect(full.text).toContain('3栋2单元501');
    expect((await download(staff.receptionist, `loans/${id}/print`)).text).toContain('139****5678');
    const monthly = `loans/ledger/print?month=${desk.later(0).slice(0, 7)}&community=${garden.documentId}`;
    const paper = await download(staff.receptionist, monthly);
    expect([paper.status, paper.text]).toEqual([200, expect.stringContaining('赵师傅')]);
    expect(paper.text).not.toContain('13912345678');
    const looks = await world.desk.strapi.db
      .query('plugin::property-desk.access-log-entry')
      .findMany({ where: { kind: 'print' }, orderBy: 'id' });
    expect(looks.map(({ recordType, field }) => [recordType, field])).toEqual([
      ['loan', 'forWhomTelephone'],
      ['loan', null],
      ['loan-register', null],
    ]);
  });

  it('of every kind of thing', async () => {
    const contract = await desk.newDocument();
    const kinds: [LoanItemType, string, string][] = [
      ['household', world.neighbour.documentId, '户档'],
      ['document', contract, '文件'],
    ];
    for (const [itemType, item, word] of kinds) {
      const id = await desk.request({ documentId: item } as never, { itemType });
      const { status, text } = await download(world.staff.manager, `loans/${id}/print`);
      expect([status, text]).toEqual([200, expect.stringContaining(`■${word}`)]);
      await desk.take(world.staff.supervisor, id, 'reject', { reason: '另有安排' });
      const refused = await download(world.staff.manager, `loans/${id}/print`);
      expect(refused.text).toContain('■不同意　另有安排');
      expect(refused.text).toContain('supervisor');
    }
  });
});
