import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { runFolder } from '@harness';
import type { Response } from 'supertest';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { COLUMNS, SHEETS, type SheetName } from './book/columns';
import { word } from './book/dress';
import { bookOf, checked, reportOf, SMALL, written } from './testing/books';

let world: World;
let second: Colleague;
const find = (type: string, where: Record<string, unknown> = {}) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, `plugin::property-desk.${type}`, where);
const lead = () => world.staff.supervisor;
const binary = (request: ReturnType<Colleague['client']['get']>) =>
  request.buffer().parse((response, done) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => done(null, Buffer.concat(chunks)));
  });
const take = (who: Colleague, more: object = {}) =>
  who.client
    .post('/property-desk/archive-exports')
    .set('Accept-Language', 'zh-Hans')
    .send({ community: world.garden.documentId, ...more });
const taken = async (who: Colleague, more: object = {}) => (await binary(take(who, more)).expect(200)).body as Buffer;
const act = (who: Colleague, path: string, input: object = {}) =>
  who.client.post(`/property-desk/archive-exports${path}`).set('Accept-Language', 'zh-Hans').send({ input });
const looks = async () => (await find('access-log-entry')).filter(({ kind }) => kind === 'export');

const loaded = async (file: Buffer) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file as unknown as ExcelJS.Buffer);
  return book;
};
const rowsOf = (book: ExcelJS.Workbook, sheet: SheetName): unknown[][] => {
  const lines: unknown[][] = [];
  book.getWorksheet(word(`archive.sheet.${sheet}`))!.eachRow((row, number) => {
    if (number > 1) lines.push(COLUMNS[sheet].map((_column, index) => row.getCell(index + 1).value));
  });
  return lines;
};

/** What somebody would type into a cell that should run when it is opened. */
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '=cmd|"/c calc"!A1', '\t=1+1', '\r=1+1'];

beforeAll(async () => {
  world = await bootWorld();
  second = await world.hire('supervisor', [world.garden], '第二主管');
  const item = await checked(world, lead(), await bookOf(SMALL));
  await written(world, lead(), item.documentId);
  for (const [index, notes] of FORMULAS.entries())
    await world.create('household', {
      community: world.garden.documentId,
      building: world.building.documentId,
      unit: '9',
      room: String(index),
      notes,
    });
});
afterAll(() => world?.desk.stop());

describe('an export', () => {
  it('has the template’s sheets and columns, numbers masked, and is on the log', async () => {
    const before = (await looks()).length;
    const book = await loaded(await taken(lead()));
    expect(book.worksheets.map(({ name }) => name)).toEqual(SHEETS.map((sheet) => word(`archive.sheet.${sheet}`)));
    expect(rowsOf(book, 'residents')[0]).toEqual([
      ...['3', '2', '601', '张三', '业主', '本人'],
      ...['138****2222', '110***********803X', 'z***@example.org', '2020-05-01', null],
    ]);
    expect(rowsOf(book, 'vehicles')).toEqual([
      ['3', '2', '601', '沪A12345', '大众朗逸', '白', '燃油', 'B1-012', null, null, null],
    ]);
    expect(rowsOf(book, 'keys')).toEqual([['YS-1', '备用钥匙', '3', '2', '601', '前台', '2', null, null, null]]);
    expect(rowsOf(book, 'parking').map(([number]) => number)).toEqual(['B1-012', 'B1-001']);
    const households = (await find('household', { community: world.garden.id })).length;
    expect(rowsOf(book, 'households')).toHaveLength(households);
    expect((await looks()).slice(before)).toMatchObject([
      { kind: 'export', records: households, field: null, actorName: lead().staff.name, community: world.garden.id },
    ]);
  });

  it('comes in again as it went out: nothing changes', async () => {
    const item = await checked(world, lead(), await taken(lead()));
    expect(await reportOf(lead(), item.documentId, 'problems')).toEqual([]);
    expect(item.found).toMatchObject({ added: 0, changed: 0, leftOut: 0 });
  });

  it('shows full numbers only with the right and a reason', async () => {
    const refused = await take(lead(), { plain: true });
    expect([refused.status, refused.body.error.details.errors[0].path]).toEqual([400, ['reason']]);
    const book = await loaded(await taken(lead(), { plain: true, reason: '换系统核对' }));
    expect(rowsOf(book, 'residents')[0].slice(6, 9)).toEqual([
      '138 1111 2222',
      '11010119900307803X',
      'zhang@example.org',
    ]);
    expect((await looks()).at(-1)).toMatchObject({ field: 'plain', reason: '换系统核对' });
    for (const who of [world.staff.specialist, world.staff.receptionist, world.staff.engineer])
      expect((await take(who)).status).toBe(403);
    expect((await take(world.elsewhere.supervisor)).status).toBe(400);
  });

  it('is of texts alone: nothing in it is a formula, to exceljs and to LibreOffice', async () => {
    const file = await taken(lead());
    const notes = rowsOf(await loaded(file), 'households')
      .map((line) => line[7])
      .filter(Boolean);
    expect(notes).toEqual(['转租中', ...FORMULAS].map((text) => expect.stringContaining(text.trim())));
    for (const note of notes) expect(typeof note).toBe('string');

    const folder = fs.mkdtempSync(path.join(runFolder(), 'csv-'));
    fs.writeFileSync(path.join(folder, 'book.xlsx'), file);
    let office = true;
    try {
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'csv', '--outdir', folder, 'book.xlsx'], {
        cwd: folder,
        stdio: 'ignore',
        timeout: 100_000,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      office = false;
      console.warn('LibreOffice is not installed: read back by exceljs only');
    }
    if (!office) return;
    const csv = fs.readFileSync(path.join(folder, 'book.csv'), 'utf8');
    for (const text of FORMULAS.slice(0, 3)) expect(csv).toContain(text);
    expect(csv).toContain('=cmd|');
    expect(csv).not.toMatch(/#NAME|#REF|Err:/);
  }, 120_000);
});

describe('more than one person takes away alone', () => {
  let documentId: string;
  const state = async () => (await find('archive-export', { documentId }))[0];

  beforeAll(async () => {
    const { rulebook } = world.kernel;
    const of = rulebook.of.bind(rulebook);
    jest.spyOn(rulebook, 'of').mockImplementation(async (...asked) => {
      const rules = await of(...asked);
      return { ...rules, number: (key) => (key === 'exchange.exportCap' ? 2 : rules.number(key)) };
    });
  });
  afterAll(() => jest.restoreAllMocks());

  it('is not given out at once, and says so beforehand', async () => {
    const { status, body } = await take(lead());
    expect([status, body.error.message]).toEqual([400, expect.stringMatching(/超过一人可直接导出的 2 户/)]);
    const scope = await lead().client.get(`/property-desk/archive-exports/scope?community=${world.garden.documentId}`);
    expect(scope.body.data).toMatchObject({ cap: 2, needsApproval: true, plainAllowed: true });
  });

  it('is asked for, and granted by another', async () => {
    const { body } = await act(lead(), '/actions/request', {
      community: world.garden.documentId,
      plain: true,
      reason: '换系统',
    }).expect(200);
    documentId = body.data.documentId;
    expect(body.data.number).toMatch(/^DC-\d{8}-\d{4}$/);
    const own = await act(lead(), `/${documentId}/actions/approve`);
    expect([own.status, own.body.error.message]).toEqual([403, expect.stringMatching(/申请人本人不能批准/)]);
    await act(world.staff.specialist, `/${documentId}/actions/approve`).expect(403);
    await act(second, `/${documentId}/actions/approve`, { reason: '同意' }).expect(200);
    expect(await state()).toMatchObject({ state: 'preparing', decidedBy: '第二主管' });
  });

  const fetched = (who: Colleague): Promise<Response> =>
    binary(who.client.get(`/property-desk/archive-exports/${documentId}/file`)) as unknown as Promise<Response>;

  it('is made by the clock, kept encrypted, and fetched by whoever asked, each time on the log', async () => {
    expect((await fetched(lead())).status).toBe(404);
    await world.kernel.rounds.work.run();
    expect(await state()).toMatchObject({ state: 'ready' });
    const before = (await looks()).length;
    const { status, body } = await fetched(lead());
    expect(status).toBe(200);
    expect(rowsOf(await loaded(body), 'residents')[0][6]).toBe('138 1111 2222');
    await fetched(lead());
    expect((await looks()).slice(before)).toMatchObject(Array(2).fill({ reason: '换系统', field: 'plain' }));
    expect((await fetched(second)).status).toBe(403);
    expect((await fetched(world.elsewhere.supervisor)).status).toBe(404);
    const [stored] = (await find('case-file')).filter(({ action }) => action === 'prepare');
    const sealed = fs.readFileSync(path.join(runFolder(), 'files', stored.storedAs as string));
    expect(sealed.subarray(0, 2).toString()).not.toBe('PK');
  });

  it('is gone when its time is up', async () => {
    world.kernel.clock.advance(4 * 24 * 3_600_000);
    expect((await fetched(lead())).status).toBe(404);
    await world.kernel.tick();
    expect(await state()).toMatchObject({ state: 'expired', file: null });
    expect((await find('case-file')).filter(({ action }) => action === 'prepare')).toEqual([]);
    world.kernel.clock.run();
  });

  it('lapses when nobody decides, and is refused with a reason', async () => {
    const ask = async () =>
      (await act(lead(), '/actions/request', { community: world.garden.documentId, reason: '盘点' }).expect(200)).body
        .data.documentId as string;
    documentId = await ask();
    await act(second, `/${documentId}/actions/reject`).expect(400);
    await act(second, `/${documentId}/actions/reject`, { reason: '不必要' }).expect(200);
    expect(await state()).toMatchObject({ state: 'rejected', decision: '不必要' });
    documentId = await ask();
    await act(second, `/${documentId}/actions/cancel`).expect(403);
    world.kernel.clock.advance(8 * 24 * 3_600_000);
    await world.kernel.tick();
    expect(await state()).toMatchObject({ state: 'expired' });
    world.kernel.clock.run();
  });
});
