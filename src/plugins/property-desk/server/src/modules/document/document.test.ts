import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { bomb, withConnection, withMacros, withOutsideBook } from '../../kernel/files/testing/office-files';
import { renderDocument } from '../../kernel/print';
import { storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { noticeIn } from '../../testing/notices';
import { renderCopies } from './copies';
import { ACTION_ITEM_UID, DOCUMENT_UID } from './row';
import { acts, documentInput, files, itemInput, scans } from './testing/desk';

const DAY = 24 * 3_600_000;
const BECAUSE = { reason: '登记有误' };

let world: World;

beforeAll(async () => {
  world = await bootWorld();
  world.kernel.clock.freeze(new Date('2026-11-23T01:00:00.000Z'));
});
afterAll(() => world?.desk.stop());

const path = (documentId: string, action: string) => `/documents/${documentId}/actions/${action}`;
const story = (documentId: string) => storyOf(world, DOCUMENT_UID, documentId);
const owed = async (documentId: string) =>
  (await story(documentId)).obligations.map(({ what, outcome }) => [what, outcome]).sort();
const list = async (who: Colleague, query: string) =>
  (await who.client.get(`/property-desk/documents?${query}`).expect(200)).body;
const ids = async (query: string, who = world.staff.supervisor) =>
  (await list(who, query)).data.map(({ documentId }: { documentId: string }) => documentId);

describe('filing', () => {
  it('numbers by community, year and kind, without gaps', async () => {
    const { receptionist } = world.staff;
    const numberOf = async (more: object) =>
      (await acts(receptionist, '/documents/actions/file', documentInput(world, more as never))).data.number;
    expect(await numberOf({ kind: 'plan' })).toBe('WJ-2026-JH-0001');
    expect(await numberOf({ kind: 'plan' })).toBe('WJ-2026-JH-0002');
    expect(await numberOf({ kind: 'plan', date: '2025-12-31' })).toBe('WJ-2025-JH-0001');
    expect(await numberOf({ kind: 'report' })).toBe('WJ-2026-BG-0001');
    await acts(
      receptionist,
      '/documents/actions/file',
      documentInput(world, { kind: 'plan', date: '1910-01-01' }),
      400
    );
    expect(await numberOf({ kind: 'plan' })).toBe('WJ-2026-JH-0003');
    const { river } = world;
    const there = documentInput(world, { kind: 'plan', community: river.documentId });
    expect((await acts(world.elsewhere.receptionist, '/documents/actions/file', there)).data.number).toBe(
      'WJ-2026-JH-0001'
    );
  });

  it('keeps a document as long as its kind is kept, unless somebody says otherwise', async () => {
    const kept = async (more: object) => {
      const { row } = await story(await files(world, more as never));
      return [row.retention, row.keepUntil];
    };
    expect(await kept({ kind: 'policy' })).toEqual(['permanent', null]);
    expect(await kept({ kind: 'contract' })).toEqual(['years30', '2056-12-31']);
    expect(await kept({ kind: 'letter', date: '2020-02-29' })).toEqual(['years10', '2030-12-31']);
    expect(await kept({ kind: 'letter', retention: 'permanent' })).toEqual(['permanent', null]);
  });

  it.each([
    ['date', { date: '2026-02-30' }],
    ['date', { date: '1979-12-31' }],
    ['date', { date: '2028-01-01' }],
    ['kind', { kind: 'novel' }],
    ['title', { title: ' ' }],
    ['pages', { pages: 0 }],
    ['actionItems', { actionItems: [{ what: '某事' }] }],
    ['surprise', { surprise: 1 }],
  ])('refuses a wrong %s by name: %j', async (field, more) => {
    const { error } = await acts(world.staff.receptionist, '/documents/actions/file', documentInput(world, more), 400);
    expect(error.details.errors.map(({ path: at }: { path: string[] }) => at[0])).toContain(field);
  });
});

describe('twins', () => {
  it('a document with one copy owes the other, and shows since when, until it is there', async () => {
    const { receptionist, supervisor } = world.staff;
    const documentId = await files(world, { title: '秋季消防演练方案', kind: 'plan' });
    expect(await owed(documentId)).toEqual([
      ['document.electronic', null],
      ['document.paper', null],
    ]);
    const { obligations } = await story(documentId);
    for (const { ownerStaff, dueAt } of obligations) {
      expect(ownerStaff).toBe(receptionist.staff.id);
      // Three working days from Monday end with Thursday.
      expect(dueAt).toEqual(new Date('2026-11-26T15:59:59.999Z'));
    }
    expect((await scans(receptionist, documentId)).status).toBe(200);
    expect(await ids('lacks=electronic')).not.toContain(documentId);
    const [line] = (await list(supervisor, 'lacks=paper&q=消防演练')).data;
    expect(line).toMatchObject({
      documentId,
      paper: { at: null, lacksSince: '2026-11-23T01:00:00.000Z', never: null, place: null },
      electronic: { at: '2026-11-23T01:00:00.000Z', lacksSince: null, never: null },
    });
    const desk = (await receptionist.client.get('/property-desk/desk').expect(200)).text;
    expect(desk).toContain(documentId);
    await acts(receptionist, path(documentId, 'record-paper'), { cabinet: '3', box: '12', slot: '5' });
    expect(await owed(documentId)).toEqual([
      ['document.electronic', 'kept'],
      ['document.paper', 'kept'],
    ]);
    expect((await story(documentId)).row).toMatchObject({
      paperPlace: '3 / 12 / 5',
      lacksPaperSince: null,
      dueAt: null,
    });
    expect(await ids('lacks=paper')).not.toContain(documentId);
  });

  it('a copy that will never be is named by who leads, and never both', async () => {
    const { receptionist, supervisor } = world.staff;
    const documentId = await files(world);
    await acts(receptionist, path(documentId, 'no-paper'), BECAUSE, 403);
    await acts(supervisor, path(documentId, 'no-paper'), { reason: '原件已毁损' });
    expect(await owed(documentId)).toEqual([
      ['document.electronic', null],
      ['document.paper', 'void'],
    ]);
    await acts(supervisor, path(documentId, 'no-electronic'), BECAUSE, 403);
    await scans(receptionist, documentId);
    // Found after all.
    await acts(receptionist, path(documentId, 'record-paper'), { cabinet: '1' });
    expect((await story(documentId)).row).toMatchObject({ noPaperReason: null, paperPlace: '1' });
    expect(await acts(supervisor, path(documentId, 'no-electronic'), BECAUSE, 400)).toBeTruthy();
    await acts(receptionist, path(documentId, 'record-paper'), {}, 400);
  });

  it('what nobody hands in is broken, and the supervisor’s to see to', async () => {
    const documentId = await files(world, { cabinet: '9' });
    world.kernel.clock.advance(4 * DAY);
    await world.kernel.sweep.round();
    const { obligations } = await story(documentId);
    expect(obligations.map(({ what, level, outcome, ownerRole }) => [what, level, outcome, ownerRole])).toEqual([
      ['document.electronic', 1, 'broken', null],
      ['document.electronic', 2, null, 'supervisor'],
    ]);
    await scans(world.staff.receptionist, documentId);
    expect((await story(documentId)).obligations.filter(({ closedAt }) => closedAt === null)).toEqual([]);
  });

  it('takes office files that only lie there, and says why it refuses others', async () => {
    const { receptionist } = world.staff;
    const documentId = await files(world);
    const word = await renderDocument({ title: 'a', blocks: [{ kind: 'body', text: '正文' }] });
    expect((await scans(receptionist, documentId, word, '纪要.docx')).status).toBe(200);
    const zip = await JSZip.loadAsync(word);
    zip.file('word/vbaProject.bin', 'x');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('台账').addRow(['楼栋', '房号']);
    const table = Buffer.from(await book.xlsx.writeBuffer());
    for (const [bad, name, said] of [
      [await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' }), '纪要.docx', /“纪要”含有宏/],
      [await withMacros(table), '台账.xlsx', /不能入档.*不含宏/],
      [await withOutsideBook(table), '台账.xlsx', /“台账”含有外部链接.*断开链接/],
      [await withConnection(table), '台账.xlsx', /“台账”含有外部链接/],
      [await bomb(table), '台账.xlsx', /“台账”解开后过大/],
    ] as const) {
      const refused = await scans(receptionist, documentId, bad, name);
      expect([refused.status, refused.body.error.details.errors[0].message]).toEqual([
        400,
        expect.stringMatching(said),
      ]);
    }
    const { body } = await receptionist.client.get(`/property-desk/documents/${documentId}`).expect(200);
    expect(body.data.files.map(({ name }: { name: string }) => name)).toEqual(['纪要.docx']);
  });
});

describe('what goes wrong', () => {
  it('is amended within its year, and withdrawn where kind or year are wrong', async () => {
    const { receptionist, supervisor } = world.staff;
    const documentId = await files(world, { title: '旧题名甲乙丙' });
    await acts(receptionist, path(documentId, 'amend'), { date: '2025-11-20', ...BECAUSE }, 400);
    await acts(receptionist, path(documentId, 'amend'), BECAUSE, 400);
    await acts(receptionist, path(documentId, 'amend'), { title: '新题名丁戊己', ...BECAUSE });
    expect(await ids('q=丁戊己')).toEqual([documentId]);
    expect(await ids('q=甲乙丙')).toEqual([]);
    await acts(supervisor, path(documentId, 'withdraw'), BECAUSE);
    expect(await ids('lacks=paper')).not.toContain(documentId);
    expect((await story(documentId)).obligations.every(({ closedAt }) => closedAt !== null)).toBe(true);
  });

  it('nothing is destroyed before its time, nor by one person', async () => {
    const { supervisor, manager } = world.staff;
    const recent = await files(world);
    const forEver = await files(world, { kind: 'policy', date: '1990-01-01' });
    for (const documentId of [recent, forEver])
      await acts(supervisor, path(documentId, 'propose-disposal'), BECAUSE, 400);
    const old = await files(world, { kind: 'letter', date: '2015-06-01', cabinet: '1' });
    expect(await ids('expired=true')).toContain(old);
    expect(await ids('expired=true')).not.toContain(recent);
    await acts(supervisor, path(old, 'propose-disposal'), { reason: '保管期满' });
    await acts(manager, path(old, 'keep'), { reason: '仍有诉讼', retention: 'years30' });
    expect((await story(old)).row).toMatchObject({ state: 'filed', keepUntil: '2045-12-31' });
    await acts(supervisor, path(old, 'propose-disposal'), BECAUSE, 400);
    await acts(supervisor, path(old, 'amend'), { retention: 'years10', ...BECAUSE });
    await acts(supervisor, path(old, 'propose-disposal'), { reason: '保管期满' });
    await acts(manager, path(old, 'dispose'));
    expect((await story(old)).row).toMatchObject({ state: 'disposed', paperPlace: null });
  });
});

describe('minutes', () => {
  it('hold people to what they took on, in the transaction that files them', async () => {
    const { specialist, engineer, supervisor } = world.staff;
    const items = [itemInput(world), itemInput(world, { what: '公示三季度收支', owner: specialist.staff.documentId })];
    const minutes = await files(world, { kind: 'minutes', title: '客服部周例会纪要', actionItems: items }, specialist);
    const { data } = (await specialist.client.get(`/property-desk/action-items?minutes=${minutes}`).expect(200)).body;
    expect(data.map(({ what }: { what: string }) => what).sort()).toEqual(items.map(({ what }) => what).sort());
    expect((await engineer.client.get('/property-desk/desk').expect(200)).text).toContain('更换 3 栋门禁读头');
    const more = await acts(specialist, path(minutes, 'add-action-item'), itemInput(world, { what: '第三件事' }));
    await acts(engineer, `/action-items/${more.once.actionItem}/actions/done`, { doneText: '已办' });
    const { obligations } = await storyOf(world, ACTION_ITEM_UID, more.once.actionItem);
    expect(obligations.map(({ what, outcome }) => [what, outcome])).toEqual([['actionItem.do', 'kept']]);
    // Filed by mistake: what is still open is nobody's any more.
    await acts(supervisor, path(minutes, 'withdraw'), { reason: '重复登记' });
    const left = (await specialist.client.get(`/property-desk/action-items?minutes=${minutes}`).expect(200)).body.data;
    expect(left.map(({ state }: { state: string }) => state).sort()).toEqual(['cancelled', 'cancelled', 'done']);
  });

  it('with one wrong item are not filed at all', async () => {
    const before = (await list(world.staff.supervisor, 'kind=minutes')).meta.total;
    const wrong = itemInput(world, { owner: world.elsewhere.engineer.staff.documentId });
    const input = documentInput(world, { kind: 'minutes', actionItems: [itemInput(world), wrong] });
    await acts(world.staff.receptionist, '/documents/actions/file', input, 400);
    expect((await list(world.staff.supervisor, 'kind=minutes')).meta.total).toBe(before);
  });
});

describe('what the office publishes', () => {
  const filedFor = async (source: string) =>
    world.kernel.rows.find(world.kernel.strapi.db.connection, DOCUMENT_UID, { sourceDocumentId: source });

  it('files itself, once, with its copy made after the commit, by one of two processes', async () => {
    const notice = await noticeIn(world, 'published');
    const [document, ...more] = await filedFor(notice);
    expect(more).toEqual([]);
    expect(document).toMatchObject({ kind: 'notice', source: 'notice', filedBy: null, electronicAt: null });
    const made = await Promise.all([renderCopies(world.kernel), renderCopies(world.kernel)]);
    expect(made.reduce((sum, count) => sum + count)).toBe(1);
    expect(await renderCopies(world.kernel)).toBe(0);
    const copies = await world.kernel.files.list(document.documentId);
    expect(copies).toHaveLength(1);
    expect(copies[0].name).toMatch(/\.docx$/);
    expect(await owed(document.documentId)).toEqual([
      ['document.electronic', 'kept'],
      ['document.paper', null],
    ]);
    await acts(world.staff.supervisor, `/notices/${notice}/actions/withdraw`, { reason: '时间有误' });
    const [after] = await filedFor(notice);
    expect(after).toMatchObject({ state: 'filed', sourceState: 'withdrawn', sourceReason: '时间有误' });
  });

  it('whose copy cannot be made is left in peace for a while, and then made', async () => {
    const { kernel } = world;
    const notice = await noticeIn(world, 'published');
    const [document] = await filedFor(notice);
    const { source, paper } = { source: 'source_document_id', paper: 'source_paper' };
    await kernel.strapi.db
      .connection('pd_documents')
      .where({ [source]: notice })
      .update({ [paper]: 'none' });
    const log = jest.spyOn(kernel.strapi.log, 'error').mockImplementation(() => kernel.strapi.log);
    expect(await renderCopies(kernel)).toBe(0);
    expect(log).toHaveBeenCalledTimes(1);
    expect(await renderCopies(kernel)).toBe(0);
    expect(log).toHaveBeenCalledTimes(1);
    log.mockRestore();
    await kernel.strapi.db
      .connection('pd_documents')
      .where({ [source]: notice })
      .update({ [paper]: null });
    kernel.clock.advance(11 * 60_000);
    expect(await renderCopies(kernel)).toBe(1);
    expect((await story(document.documentId)).row.electronicAt).not.toBeNull();
  });
});
