import ExcelJS from 'exceljs';
import { bomb, withConnection, withDde, withMacros, withOutsideBook } from '../../kernel/files/testing/office-files';
import { bootWorld, type World } from '../../testing/world';
import { bookOf, checked, confirm, reportOf, SMALL, standing, upload, written, type Rows } from './testing/books';

let world: World;
const find = (type: string, where: Record<string, unknown> = {}) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const count = async (type: string) => (await find(type)).length;
const lead = () => world.staff.supervisor;

/** Neither the book nor what was made of it lies anywhere any more. */
const expectGone = async (documentId: string) => {
  const [row] = await find('archive-import', { documentId });
  expect([row.book, row.plan, row.report]).toEqual([null, null, null]);
  const tasks = await find('archive-task', { caseDocumentId: documentId });
  expect(tasks.every(({ finishedAt }) => finishedAt !== null)).toBe(true);
  for (const { file } of tasks.filter(({ kind }) => kind === 'drop'))
    expect(await world.kernel.files.content(file as string)).toBeNull();
};

beforeAll(async () => {
  world = await bootWorld();
});
afterAll(() => world?.desk.stop());

describe('an import', () => {
  it('shows first what would be new, and writes it once that is confirmed', async () => {
    const before = await count('household');
    const item = await checked(world, lead(), await bookOf(SMALL));
    expect(item).toMatchObject({
      state: 'checked',
      fileName: '住户.xlsx',
      found: { added: 10, changed: 0, unchanged: 0, leftOut: 0 },
      counts: { problems: 0, changes: 0, additions: 10 },
    });
    expect(await count('household')).toBe(before);
    expect(await reportOf(lead(), item.documentId, 'additions')).toContainEqual(
      expect.objectContaining({ sheet: '成员', row: 2, about: '3栋2单元601 张三' })
    );

    const done = await written(world, lead(), item.documentId);
    expect(done).toMatchObject({ state: 'done', written: { added: 10, changed: 0, unchanged: 0, leftOut: 0 } });
    const [home] = await find('household', { roomKey: '3-2-601' });
    expect(home).toMatchObject({
      name: '3栋2单元601',
      unit: '2',
      room: '601',
      area: 98.5,
      occupancy: 'owner_occupied',
      paperPlace: '柜 A-3',
      fileNumber: expect.stringMatching(/^DA-\d{5}$/),
      community: world.garden.id,
      building: world.building.id,
    });
    const people = await find('resident', { household: home.id });
    expect(people).toMatchObject([
      { name: '张三', initials: 'zs', kind: 'owner', relation: '本人', verified: false },
      { name: '张小妹', kind: 'family', telephone: null, telephoneHash: null },
    ]);
    const { confidential, clock } = world.kernel;
    const open = (field: string) =>
      confidential.open('plugin::property-desk.resident', people[0].documentId, field, people[0][field]);
    expect([open('telephone'), open('identityNumber'), open('mail')]).toEqual([
      '138 1111 2222',
      '11010119900307803X',
      'zhang@example.org',
    ]);
    expect(people[0].telephoneHash).toBe(confidential.hash('telephone', '13811112222'));
    expect(clock.dayText(people[0].movedInAt as Date)).toBe('2020-05-01');
    const [space] = await find('parking-space', { number: 'B1-012' });
    expect(await find('vehicle', {})).toMatchObject([
      { plate: '沪A12345', plateKey: '沪A12345', household: home.id, parkingSpace: space.id, energy: 'fuel' },
    ]);
    expect(await find('key', {})).toMatchObject([{ number: 'YS-1', household: home.id, copies: 2 }]);
    expect(await find('parking-space', { number: 'B1-001' })).toMatchObject([{ household: null, kind: 'public' }]);
  });

  it('changes nothing when the same book comes again', async () => {
    const tables = ['household', 'resident', 'vehicle', 'key', 'parking-space'];
    const before = await Promise.all(tables.map((type) => find(type)));
    const item = await checked(world, lead(), await bookOf(SMALL));
    expect(item).toMatchObject({
      state: 'checked',
      found: { added: 0, changed: 0, unchanged: 10, leftOut: 0 },
    });
    const { status, body } = await lead()
      .client.post(`/property-desk/archive-imports/${item.documentId}/actions/confirm`)
      .send({ input: {} });
    expect([status, body.error?.message]).toEqual([403, '没有需要写入的内容']);
    expect(await Promise.all(tables.map((type) => find(type)))).toEqual(before);
  });
});

describe('what is wrong with a book', () => {
  const faulty: Rows = {
    households: [
      ['3', '2', '701', '', '', '', '', '', ''],
      ['9', '2', '702', '', '', '', '', '', ''],
      ['3', '2', '703', '', '空着', '', '', '', ''],
      ['3', '2', '701', '', '', '', '', '', ''],
      ['3', '2', '704', '', '', '', '', '', ''],
      ['3', '2', '705', '', '', '', '', '', ''],
    ],
    residents: [
      ['3', '2', '704', '赵一', '业主', '', 13800001111, '', '', '', ''],
      ['3', '2', '704', '赵二', '家属', '', '', '', '', '', ''],
      ['3', '2', '705', '钱一', '业主', '', '13800002222', '110101199003078030', '', '', ''],
      ['3', '2', '799', '孙一', '业主', '', '', '', '', '', ''],
    ],
    vehicles: [
      ['3', '2', '501', '沪B1', '', '', '', '', '', '', ''],
      ['3', '2', '501', '沪B12345', '', '', '', 'X-9', '', '', ''],
      ['3', '2', '501', '沪B12346', '', '', '', '', '2024-05-02', '2024-05-01', ''],
      ['3', '2', '501', '沪B12347', '', '', '', '', '', '', ''],
    ],
    keys: [['K-1', '钥匙', '3', '', '', '', '', '', '', '']],
  };

  it('is listed by sheet, row and column, with the reason; a bad row stops no good one', async () => {
    const item = await checked(world, lead(), await bookOf(faulty));
    const problems = await reportOf(lead(), item.documentId, 'problems');
    const named = problems.map(({ sheet, row, column, text }) => `${sheet} ${row} ${column ?? ''}: ${text}`);
    expect(named).toEqual([
      expect.stringMatching(/^住户 2 : 同一户/),
      expect.stringMatching(/^住户 3 楼栋: 没有楼栋“9”/),
      expect.stringMatching(/^住户 4 入住状态: “空着”不在可选范围内/),
      '住户 5 : 与第 2 行重复',
      expect.stringMatching(/^住户 6 : 同一户/),
      expect.stringMatching(/^住户 7 : 同一户/),
      expect.stringMatching(/^成员 2 电话: 单元格是数字/),
      expect.stringMatching(/^成员 3 : 同一户/),
      expect.stringMatching(/^成员 4 证件号码: 身份证号末位校验不符/),
      expect.stringMatching(/^成员 5 房号: 档案中没有这一户/),
      expect.stringMatching(/^车辆 2 车牌号: 不是有效的车牌号/),
      expect.stringMatching(/^车辆 3 停放车位号: 没有车位“X-9”/),
      expect.stringMatching(/^车辆 4 注销日期: 结束日期早于开始日期/),
      expect.stringMatching(/^钥匙 2 房号: 楼栋和房号须一起填写/),
    ]);
    expect(item.found).toEqual({ added: 1, changed: 0, unchanged: 0, leftOut: 14 });
    const done = await written(world, lead(), item.documentId);
    expect(done.written).toEqual({ added: 1, changed: 0, unchanged: 0, leftOut: 0 });
    expect(await find('vehicle', { plate: '沪B12347' })).toMatchObject([{ household: world.household.id }]);
    expect(await find('household', { roomKey: '3-2-704' })).toEqual([]);
  });

  it('comes as a workbook too', async () => {
    const item = await checked(world, lead(), await bookOf(faulty));
    const { body, headers } = await lead()
      .client.get(`/property-desk/archive-imports/${item.documentId}/report/file?part=problems`)
      .set('Accept-Language', 'zh-Hans')
      .buffer()
      .parse((response, done) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => done(null, Buffer.concat(chunks)));
      })
      .expect(200);
    expect(headers['cache-control']).toBe('private, no-store');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(body);
    const [sheet] = book.worksheets;
    expect(sheet.getRow(1).values).toEqual([undefined, '表', '行', '列', '说明']);
    expect(sheet.rowCount).toBe(15);
  });

  it('leaves nothing behind when it is no book at all', async () => {
    const item = await checked(world, lead(), Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]));
    expect(item).toMatchObject({ state: 'failed', failure: expect.stringMatching(/已损坏/), found: null });
    await expectGone(item.documentId);
    const { status, body } = await upload(world, lead(), Buffer.from('楼栋,房号'));
    expect([status, body.error.message]).toEqual([400, '请上传 .xlsx 工作簿（用模板填写）']);
    const none = await lead()
      .client.post('/property-desk/archive-imports/actions/upload')
      .send({
        input: { community: world.garden.documentId },
      });
    expect([none.status, none.body.error.details.errors[0].path]).toEqual([400, ['files']]);
  });
});

describe('a book that would do something when it is opened', () => {
  it.each<[string, (book: Buffer) => Promise<Buffer>, RegExp]>([
    ['macros', withMacros, /含有宏.*另存为不含宏/],
    ['cells from another book', withOutsideBook, /外部链接.*断开链接/],
    ['cells that start a program', withDde, /外部链接.*断开链接/],
    ['a table from the web', withConnection, /外部链接.*断开链接/],
    ['hundreds of megabytes in a few bytes', bomb, /解开后过大.*分成几份/],
  ])('%s: is refused in words that say what to do, and nothing of it is kept', async (_what, change, said) => {
    const before = await count('household');
    const item = await checked(world, lead(), await change(await bookOf(SMALL)));
    expect(item).toMatchObject({ state: 'failed', failure: expect.stringMatching(said), found: null });
    expect(await count('household')).toBe(before);
    await expectGone(item.documentId);
  });
});

describe('what is there already', () => {
  const home = (room: string, more: Rows = {}): Rows => ({
    households: [['3', '2', room, '90', '自住', '', '', '', '']],
    residents: [['3', '2', room, '周一', '业主', '本人', '13900003333', '11010119900307803X', '', '', '']],
    ...more,
  });
  const bring = async (rows: Rows) => {
    const item = await checked(world, lead(), await bookOf(rows));
    return written(world, lead(), item.documentId);
  };

  it('is changed field by field, shown masked before; blank cells leave what is there', async () => {
    await bring(home('801', { vehicles: [['3', '2', '801', '沪C00001', '大众', '白', '燃油', '', '', '', '']] }));
    const again = await checked(
      world,
      lead(),
      await bookOf({
        households: [['3', '2', '801', '', '出租', '赵师傅', '', '', '']],
        residents: [
          ['3', '2', '801', '周一', '业主', '', '13900004444', '11010119900307803X', 'zhou@example.org', '', ''],
          ['3', '2', '801', '吴一', '租户', '', '13900005555', '', '', '', ''],
        ],
        vehicles: [['3', '2', '501', '沪C00001', '', '黑', '', '', '', '', '']],
      })
    );
    expect(again.found).toEqual({ added: 1, changed: 3, unchanged: 0, leftOut: 0 });
    const changes = await reportOf(lead(), again.documentId, 'changes');
    expect(changes.map(({ about, column, from, to }) => [about, column, from, to])).toEqual([
      ['3栋2单元801', '入住状态', '自住', '出租'],
      ['3栋2单元801', '档案责任人', null, '赵师傅'],
      ['3栋2单元801 周一', '电话', '139****3333', '139****4444'],
      ['3栋2单元801 周一', '邮箱', null, 'z***@example.org'],
      ['3栋2单元501 沪C00001', '颜色', '白', '黑'],
      ['3栋2单元501 沪C00001', '所属住户', '3栋2单元801', '3栋2单元501'],
    ]);
    await written(world, lead(), again.documentId);
    const [row] = await find('household', { roomKey: '3-2-801' });
    expect(row).toMatchObject({ area: 90, occupancy: 'rented_out', responsible: world.staff.engineer.staff.id });
    const people = await find('resident', { household: row.id });
    expect(people.map(({ name, kind, relation }) => [name, kind, relation])).toEqual([
      ['周一', 'owner', '本人'],
      ['吴一', 'tenant', null],
    ]);
    expect(people[0].telephoneHash).toBe(world.kernel.confidential.hash('telephone', '13900004444'));
    expect(await find('vehicle', { plate: '沪C00001' })).toMatchObject([
      { household: world.household.id, brand: '大众', colour: '黑' },
    ]);
  });

  it('is not overwritten where somebody has changed it since it was checked', async () => {
    await bring(home('802'));
    const item = await checked(
      world,
      lead(),
      await bookOf({
        households: [
          ['3', '2', '802', '95', '', '', '', '', ''],
          ['3', '2', '803', '', '', '', '', '', ''],
        ],
      })
    );
    const [{ documentId }] = await find('household', { roomKey: '3-2-802' });
    await world.desk.strapi
      .documents('plugin::property-desk.household')
      .update({ documentId, data: { area: 91 } as never });
    const done = await written(world, lead(), item.documentId);
    expect(done.written).toEqual({ added: 1, changed: 0, unchanged: 0, leftOut: 1 });
    expect(await find('household', { roomKey: '3-2-802' })).toMatchObject([{ area: 91 }]);
    const [left] = await reportOf(lead(), item.documentId, 'leftOut');
    expect(left).toMatchObject({ sheet: '住户', row: 2, text: expect.stringMatching(/检查之后有人改动过/) });
  });

  it('keeps its number where the book has its mask, and refuses another mask', async () => {
    await bring(home('804'));
    const book = (mask: string) =>
      bookOf({ residents: [['3', '2', '804', '周一', '业主', '户主', mask, '', '', '', '']] });
    const wrong = await checked(world, lead(), await book('139****9999'));
    expect(await reportOf(lead(), wrong.documentId, 'problems')).toMatchObject([
      { column: '电话', text: expect.stringMatching(/脱敏号码/) },
    ]);
    const item = await checked(world, lead(), await book('139****3333'));
    expect(await reportOf(lead(), item.documentId, 'changes')).toMatchObject([{ column: '与业主关系', to: '户主' }]);
  });
});

describe('two at once', () => {
  it('imports of the same households do not clash: one writes them, the other finds them there', async () => {
    const rows = (room: string): Rows => ({
      households: Array.from({ length: 30 }, (_, n) => ['3', '5', `${room}${n}`, '', '', '', '', '', '']),
    });
    const [one, other] = [
      await checked(world, lead(), await bookOf(rows('9'))),
      await checked(world, lead(), await bookOf(rows('9'))),
    ];
    await confirm(lead(), one.documentId);
    await confirm(lead(), other.documentId);
    await world.kernel.rounds.work.run();
    const results = [
      await standing(world, lead(), one.documentId),
      await standing(world, lead(), other.documentId),
    ].map(({ state, written: tally }) => [state, tally]);
    expect(results).toEqual([
      ['done', { added: 30, changed: 0, unchanged: 0, leftOut: 0 }],
      ['done', { added: 0, changed: 0, unchanged: 30, leftOut: 0 }],
    ]);
  });
});

describe('what is kept of it', () => {
  const files = async () =>
    (await find('case-file')).map(({ caseType, name }) => `${String(caseType)} ${String(name)}`);

  it('is the report alone once it is over: book and plan are deleted, when it lapses as well', async () => {
    await world.kernel.rounds.work.run();
    const before = (await files()).filter((name) => !name.endsWith('report.json'));
    const item = await checked(
      world,
      lead(),
      await bookOf({ households: [['3', '6', '101', '', '', '', '', '', '']] })
    );
    expect((await files()).filter((name) => name.endsWith('plan.json'))).not.toEqual([]);
    world.kernel.clock.advance(8 * 24 * 3_600_000);
    await world.kernel.tick();
    expect(await standing(world, lead(), item.documentId)).toMatchObject({ state: 'cancelled' });
    expect((await files()).filter((name) => !name.endsWith('report.json'))).toEqual(
      before.filter((name) => !name.endsWith('plan.json'))
    );
    world.kernel.clock.run();
  });

  it('holds no number in plain: not in rows, events, tasks or the log', async () => {
    const { connection } = world.desk.strapi.db;
    for (const table of [
      'pd_archive_imports',
      'pd_archive_tasks',
      'pd_events',
      'pd_access_log',
      'pd_case_files',
      'pd_residents',
    ])
      expect([table, JSON.stringify(await connection(table))]).toEqual([
        table,
        expect.not.stringMatching(/1390000[345]|11010119900307803|13811112222|138 1111/),
      ]);
  });

  it('shows nothing to the other community, and its looks are on the log', async () => {
    const [row] = await find('archive-import');
    const { supervisor } = world.elsewhere;
    for (const path of ['', '/progress', '/report', '/report/file'])
      await supervisor.client.get(`/property-desk/archive-imports/${row.documentId}${path}`).expect(404);
    await upload(world, supervisor, await bookOf(SMALL)).expect(400);
    await world.staff.receptionist.client.get('/property-desk/archive-imports/template').expect(403);
    const before = await count('access-log-entry');
    await reportOf(lead(), row.documentId, 'additions');
    expect((await find('access-log-entry')).slice(before)).toMatchObject([
      { kind: 'list', recordType: 'archive-import', recordDocumentId: row.documentId, records: 10 },
    ]);
  });
});
