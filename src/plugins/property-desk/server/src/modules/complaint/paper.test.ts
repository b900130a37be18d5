import mammoth from 'mammoth';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { lastPromise } from './paper-ledger';
import { complaintDesk, HOUR, MINUTE, type ComplaintDesk } from './testing/desk';

const TELEPHONE = '13800005678';
const NEIGHBOUR = '13912345678';
const SOON = { message: '已约楼上住户面谈', way: 'phone' };

describe('the papers of complaints', () => {
  let world: World;
  let on: ComplaintDesk;

  beforeAll(async () => {
    world = await bootWorld();
    on = await complaintDesk(world);
  });
  afterAll(() => world?.desk.stop());
  beforeEach(() => world.kernel.clock.freeze(new Date('2026-11-23T02:00:00Z')));

  const fetched = (who: Colleague, path: string) =>
    who.client
      .get(`/property-desk/complaints/${path}`)
      .set('Accept-Language', 'zh-Hans')
      .buffer(true)
      .parse((answer, done) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => done(null, Buffer.concat(chunks)));
      });
  const linesOf = async (file: Buffer) =>
    (await mammoth.extractRawText({ buffer: file })).value.split('\n').filter(Boolean);
  const paper = async (who: Colleague, path: string) => {
    const answer = await fetched(who, path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${String(answer.body)}`);
    return { headers: answer.headers as Record<string, string>, lines: await linesOf(answer.body as Buffer) };
  };
  const refused = (who: Colleague, path: string) =>
    who.client.get(`/property-desk/complaints/${path}`).set('Accept-Language', 'zh-Hans');
  const logged = (documentId: string) =>
    world.kernel.rows.find(world.kernel.strapi.db.connection, 'plugin::property-desk.access-log-entry', {
      recordDocumentId: documentId,
    });

  /** An urgent complaint whose hour was missed, all the way to its review. */
  const reviewed = async () => {
    const { staff, kernel } = world;
    const documentId = await on.lodge({
      content: `楼上每晚十一点后拍球，楼上电话${NEIGHBOUR}`,
      evidence: [{ kind: 'person', description: '隔壁李阿姨可以作证' }],
    });
    await on.take(staff.receptionist, documentId, 'classify', on.judged('urgent'));
    kernel.clock.advance(HOUR + MINUTE);
    await kernel.tick();
    await on.take(staff.supervisor, documentId, 'intervene', on.planned({ plan: '内部方案：先查监控' }));
    await on.take(staff.supervisor, documentId, 'form-task-force', {
      leader: staff.supervisor.staff.documentId,
      members: [staff.specialist.staff.documentId, staff.engineer.staff.documentId],
      aim: '三日内解决',
    });
    await on.take(staff.specialist, documentId, 'progress', { ...SOON, note: '内部备注：业主情绪激动' });
    await on.take(staff.specialist, documentId, 'resolve', {
      result: '楼上住户已铺设地垫，并承诺二十二时后不再拍球',
      measures: '管家每晚巡查一周',
      compensation: 12_800,
    });
    await on.take(staff.supervisor, documentId, 'follow-up', { outcome: 'satisfied', ratingOverall: 4, words: '还行' });
    await on.take(staff.supervisor, documentId, 'review', {
      ...on.learnt({ rootCause: '内部原因：入住交底没有做' }),
      preventiveActions: [
        { what: '入住时交底噪音公约', owner: staff.specialist.staff.documentId, dueAt: on.later(72 * HOUR) },
      ],
    });
    return documentId;
  };

  it('writes up a case from the ledgers: its course, its promises kept and broken, its prevention', async () => {
    const { staff } = world;
    const documentId = await reviewed();
    const { number } = (await on.row(documentId)) as unknown as { number: string };
    const { headers, lines } = await paper(staff.supervisor, `${documentId}/print`);
    expect(decodeURIComponent(headers['content-disposition'])).toBe(
      `attachment; filename*=UTF-8''投诉案例-${number}.docx`
    );
    expect(headers['cache-control']).toBe('private, no-store');
    for (const line of [
      '投诉案例',
      number,
      '阳光花园',
      '王小明',
      TELEPHONE,
      '紧急',
      '噪音扰民',
      '诉求：请制止',
      '证据1（人证）：隔壁李阿姨可以作证',
      '处理方案：内部方案：先查监控',
      '专项小组：组长supervisor，成员specialist、赵师傅，2026-11-23 11:01成立，目标：三日内解决',
      '采取措施：管家每晚巡查一周',
      '补偿：人民币128.00元',
      '回访结果：满意',
      '内部原因：入住交底没有做',
      '及早约谈',
      '入住时交底噪音公约',
      '整改中',
    ])
      expect(lines).toContain(line);
    // The course, in order: what the clock did stands in it as well.
    const story = [
      '登记投诉',
      '判定',
      '逾期',
      '上报经理',
      '主管介入',
      '成立专项小组',
      '反馈进展',
      '处理完毕',
      '回访',
      '复盘',
    ];
    const table = lines.slice(lines.indexOf('内容'));
    const places = story.map((action) => table.indexOf(action));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(table[table.indexOf('逾期') + 1]).toBe('系统');
    expect(table.slice(table.indexOf('反馈进展'))[2]).toContain('内部备注：业主情绪激动');
    expect(table.slice(table.indexOf('成立专项小组'))[2]).toContain('组长：supervisor成员：specialist、赵师傅');
    const promises = lines.slice(lines.indexOf('八、时限履行'));
    const hour = promises.indexOf('主管按时介入');
    expect(hour).toBeGreaterThan(-1);
    expect(promises.slice(hour, hour + 5)).toEqual([
      '主管按时介入',
      '客服主管',
      '2026-11-23 11:00',
      '2026-11-23 11:01',
      '逾期',
    ]);
  });

  it('writes to the complainant what they may know, and nothing else', async () => {
    const { staff } = world;
    const documentId = await reviewed();
    const { lines, headers } = await paper(staff.specialist, `${documentId}/print/letter`);
    expect(decodeURIComponent(headers['content-disposition'])).toContain('投诉回复函-');
    for (const line of [
      '尊敬的王小明先生/女士：',
      '您的诉求：请制止',
      '楼上住户已铺设地垫，并承诺二十二时后不再拍球',
      '管家每晚巡查一周',
      '经与您协商，补偿人民币128.00元。',
      '阳光物业服务有限公司',
      '阳光花园客户服务中心',
      '2026年11月23日',
    ])
      expect(lines).toContain(line);
    const text = lines.join('\n');
    // Their words, without the telephone of somebody else that stands in them.
    expect(text).toContain('楼上电话139****5678');
    for (const secret of [
      NEIGHBOUR,
      TELEPHONE,
      '内部',
      '李阿姨',
      '三日内解决',
      '赵师傅',
      'supervisor',
      'specialist',
      '紧急',
      '反复发生',
      '逾期',
      '及早约谈',
      '交底',
      '还行',
    ])
      expect([secret, text.includes(secret)]).toEqual([secret, false]);
  });

  it('tells in the letter how far it is, until there is a result', async () => {
    const { staff } = world;
    const letter = async (documentId: string) =>
      (await paper(staff.specialist, `${documentId}/print/letter`)).lines.join('\n');
    const documentId = await on.lodge();
    expect(await letter(documentId)).toContain('正由专人核实处理。\n有了结果');
    await on.take(staff.receptionist, documentId, 'classify', on.judged('general'));
    await on.take(staff.specialist, documentId, 'progress', SOON);
    expect(await letter(documentId)).toContain('已约楼上住户面谈\n我们将在2026-11-25 10:00前');
    await on.take(staff.supervisor, documentId, 'dismiss', { reason: '经查为雷声' });
    expect(await letter(documentId)).toContain('二、核实情况\n经查为雷声');

    const suggestion = await on.lodge({ kind: 'suggestion', content: '增设长椅' });
    await on.take(staff.specialist, suggestion, 'answer', { answerText: '明年增设', way: 'phone' });
    expect(await letter(suggestion)).toContain('二、答复意见\n明年增设');

    const withdrawn = await on.lodge();
    await on.take(staff.receptionist, withdrawn, 'withdraw', { reason: '家里商量过了' });
    expect(await letter(withdrawn)).toContain('您已撤回');
    expect(await letter(withdrawn)).not.toContain('家里商量过了');
  });

  it('tells whoever is anonymous what was published, and names nobody', async () => {
    const { staff } = world;
    const nobody = { household: undefined, reporterName: undefined, contactTelephone: undefined };
    const documentId = await on.handled('general', { ...nobody, anonymous: true, publicPlace: '地下车库' });
    await on.take(staff.specialist, documentId, 'resolve', { result: '已约谈 901 室', measures: '夜间巡查' });
    const letter = async () => (await paper(staff.specialist, `${documentId}/print/letter`)).lines;
    expect((await letter()).join()).not.toContain('901');
    await on.take(staff.supervisor, documentId, 'publish-result', { publicResult: '已与有关住户约谈' });
    const lines = await letter();
    for (const line of ['尊敬的业主/住户：', '已与有关住户约谈']) expect(lines).toContain(line);
    for (const word of ['901', '夜间巡查', 'null']) expect(lines.join()).not.toContain(word);
    expect((await paper(staff.specialist, `${documentId}/print`)).lines).toContain('匿名');
  });

  it('shows a telephone in full to those who may, masked to the others, and logs each print', async () => {
    const { staff } = world;
    const documentId = await on.lodge();
    const seen = async (who: Colleague) => (await paper(who, `${documentId}/print`)).lines;
    expect(await seen(staff.receptionist)).toContain('138****5678');
    expect(await seen(staff.receptionist)).not.toContain(TELEPHONE);
    expect(await seen(staff.specialist)).toContain(TELEPHONE);
    await paper(staff.receptionist, `${documentId}/print/letter`);
    expect(
      (await logged(documentId)).map(({ kind, recordType, field, actorName }) => [kind, recordType, field, actorName])
    ).toEqual([
      ['print', 'complaint', null, 'receptionist'],
      ['print', 'complaint', null, 'receptionist'],
      ['print', 'complaint', 'contactTelephone', 'specialist'],
      ['print', 'complaint', null, 'receptionist'],
    ]);
  });

  it('knows nothing of another community’s complaints, nor of unknown ones', async () => {
    const documentId = await on.lodge();
    for (const path of [`${documentId}/print`, `${documentId}/print/letter`, 'a23456789012345678901234/print/letter']) {
      await refused(world.elsewhere.supervisor, path).expect(404);
    }
    await refused(world.staff.supervisor, `${documentId}/print/letter?full=1`).expect(400);
    expect(await logged(documentId)).toEqual([]);
    await refused(world.staff.engineer, `ledger/print?month=2026-11&community=${world.garden.documentId}`).expect(403);
  });

  describe('the month’s ledger', () => {
    const path = (month: string, more = '') =>
      `ledger/print?month=${month}&community=${world.garden.documentId}${more}`;

    it('has every complaint that came in within the month, in the office’s zone, with names masked', async () => {
      const { kernel, staff } = world;
      const numberOf = async (documentId: string) => (await on.row(documentId)).number as string;
      // The last moment of October and the first of December in Shanghai, and what lies between.
      kernel.clock.freeze(new Date('2027-03-31T15:59:59.999Z'));
      const before = await numberOf(await on.lodge());
      kernel.clock.freeze(new Date('2027-03-31T16:00:00Z'));
      const first = await on.handled('general');
      await on.take(staff.specialist, first, 'progress', SOON);
      kernel.clock.freeze(new Date('2027-04-10T02:00:00Z'));
      const urgent = await on.lodge({ content: '电梯困人' });
      await on.take(staff.receptionist, urgent, 'classify', on.judged('urgent'));
      kernel.clock.freeze(new Date('2027-04-30T15:59:59.999Z'));
      const last = await numberOf(await on.lodge({ kind: 'praise' }));
      kernel.clock.freeze(new Date('2027-04-30T16:00:00Z'));
      const after = await numberOf(await on.lodge());

      const { lines, headers } = await paper(staff.manager, path('2027-04'));
      expect(decodeURIComponent(headers['content-disposition'])).toContain('投诉台账-阳光花园-2027-04.docx');
      const numbers = lines.filter((line) => /^TS-\d{8}-\d{4}$/.test(line));
      expect(numbers).toEqual([await numberOf(first), await numberOf(urgent), last]);
      expect(numbers).not.toContain(before);
      expect(numbers).not.toContain(after);
      expect(lines[0]).toBe('阳光花园投诉台账（2027年4月）');
      const text = lines.join('\n');
      expect(text).toContain('王**');
      for (const secret of ['王小明', TELEPHONE, '138****5678']) expect(text).not.toContain(secret);
      // The hour ran out long ago, although no clock has come round to mark it.
      expect(lines[lines.length - 1]).toContain(
        '合计 3 件：投诉 2、建议 0、表扬 1。等级：一般 1、重大 0、紧急 1、未定级 0。'
      );
      expect(lines[lines.length - 1]).toContain('一小时介入按时 0、逾期 1、进行中 0');
      expect(lines[lines.length - 1]).toContain('首次回复按时 1、逾期 1、进行中 1');

      const [entry, ...more] = await logged(world.garden.documentId);
      expect(more).toEqual([]);
      expect(entry).toMatchObject({
        kind: 'print',
        recordType: 'complaint-ledger',
        reason: '2027-04',
        actorName: 'manager',
      });
    });

    it.each([
      ['month', () => `ledger/print?community=${world.garden.documentId}`],
      ['month', () => path('2026-13')],
      ['month', () => path('november')],
      ['month', () => `${path('2026-11')}&month=2026-12`],
      ['community', () => 'ledger/print?month=2026-11'],
      ['community', () => 'ledger/print?month=2026-11&community=nowhere'],
      ['community', () => `ledger/print?month=2026-11&community=${world.river.documentId}`],
      ['format', () => path('2026-11', '&format=pdf')],
    ])('refuses a bad question by its %s', async (field, at) => {
      const { body } = await refused(world.staff.manager, at()).expect(400);
      expect(body.error.details.errors.map(({ path: [name] }: { path: string[] }) => name)).toEqual([field]);
    });

    it('prints two thousand, and names the month when there are more', async () => {
      const { kernel, garden, staff } = world;
      const at = new Date('2028-02-10T02:00:00Z');
      const line = (index: number) => ({
        number: `TS-20280210-${String(index).padStart(4, '0')}`,
        title: '噪音',
        state: 'received',
        revision: 1,
        community: garden.id,
        kind: 'complaint',
        anonymous: index % 2 === 0,
        place: '',
        content: '楼上拍球',
        contactWay: 'phone',
        source: 'phone',
        reporterName: '王小明',
        repeatCount: 0,
      });
      const insert = async (from: number, count: number) => {
        for (let done = 0; done < count; done += 25)
          await kernel.strapi.db.transaction(({ trx }) =>
            kernel.rows.insertMany(
              trx as never,
              'plugin::property-desk.complaint',
              Array.from({ length: Math.min(25, count - done) }, (_, index) => line(from + done + index)),
              at
            )
          );
      };
      await insert(1, 2000);
      const { lines } = await paper(staff.manager, path('2028-02'));
      expect(lines.filter((each) => /^TS-\d{8}-\d{4}$/.test(each))).toHaveLength(2000);
      await insert(2001, 1);
      const { body } = await refused(staff.manager, path('2028-02')).expect(400);
      expect(body.error.details.errors).toEqual([{ path: ['month'], message: '这个月超过 2000 件，一份台账印不下' }]);
    }, 60_000);
  });
});

describe('a promise made several times over', () => {
  const one = (outcome: 'kept' | 'broken' | 'renegotiated' | 'void' | null, dueAt = '1') => ({
    dueAt,
    settledAt: null,
    outcome,
  });
  test.each([
    ['none at all', [], null],
    ['kept', [one('kept')], one('kept')],
    ['agreed anew, then kept', [one('renegotiated'), one('kept', '2')], one('kept', '2')],
    ['broken, then kept', [one('broken'), one('kept', '2')], one('broken', '2')],
    ['broken, then running', [one('broken'), one(null, '2')], one('broken', '2')],
    ['fallen away', [one('void')], one('void')],
  ])('%s', (_, promises, shown) => expect(lastPromise(promises)).toEqual(shown));
});
