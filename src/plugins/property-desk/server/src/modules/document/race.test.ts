import { expectOneWinner, hireSixteen, storyOf } from '../../testing/race';
import { bootWorld, type Colleague, type World } from '../../testing/world';
import { noticeIn } from '../../testing/notices';
import { renderCopies } from './copies';
import { ACTION_ITEM_UID, DOCUMENT_UID } from './row';
import { acts, documentInput, files, itemInput, scans } from './testing/desk';

const BECAUSE = { reason: '登记有误' };

let world: World;
let leads: Colleague[];

beforeAll(async () => {
  world = await bootWorld();
  leads = await hireSixteen(world, 'supervisor');
});
afterAll(() => world?.desk.stop());

const call = (who: Colleague, path: string, input: object = {}) =>
  who.client.post(`/property-desk${path}`).send({ input });
const find = (uid: string, where: Record<string, unknown>) =>
  world.kernel.rows.find(world.kernel.strapi.db.connection, uid, where);

it('sixteen who file at once get sixteen numbers in a row, whatever is refused among them', async () => {
  const inputs = leads.map((_who, index) =>
    documentInput(world, { kind: 'report', ...(index % 4 ? {} : { date: '1900-01-01' }) })
  );
  const answers = await Promise.all(leads.map((who, at) => call(who, '/documents/actions/file', inputs[at])));
  expect(answers.map(({ status }) => status)).toEqual(leads.map((_who, index) => (index % 4 ? 200 : 400)));
  const numbers = (await find(DOCUMENT_UID, { kind: 'report' })).map(({ number }) => number).sort();
  expect(numbers).toEqual(numbers.map((_number, at) => `WJ-2026-BG-${String(at + 1).padStart(4, '0')}`));
  expect(numbers).toHaveLength(12);
});

it('of sixteen who withdraw at once one does, and fifteen hear who', async () => {
  const documentId = await files(world);
  const path = `/documents/${documentId}/actions/withdraw`;
  const answers = await Promise.all(leads.map((who) => call(who, path, BECAUSE)));
  expectOneWinner(answers, leads, { action: 'withdraw', from: 'filed', to: 'withdrawn', revision: 2 });
  const { obligations } = await storyOf(world, DOCUMENT_UID, documentId);
  expect(obligations.map(({ outcome }) => outcome)).toEqual(['void', 'void']);
});

it('the same copy handed in by many is settled once, and no file hangs in the air', async () => {
  const documentId = await files(world);
  const answers = await Promise.all(leads.slice(0, 8).map((who) => scans(who, documentId)));
  const taken = answers.filter(({ status }) => status === 200).length;
  expect(taken).toBeGreaterThan(0);
  const { obligations, events } = await storyOf(world, DOCUMENT_UID, documentId);
  expect(obligations.filter(({ what, outcome }) => what === 'document.electronic' && outcome === 'kept')).toHaveLength(
    1
  );
  expect(events.filter(({ action }) => action === 'attach')).toHaveLength(taken);
  expect(await world.kernel.files.list(documentId)).toHaveLength(taken);
});

it('of sixteen who do what was taken on, one does', async () => {
  const minutes = await files(world, { kind: 'minutes' });
  const { once } = await acts(leads[0], `/documents/${minutes}/actions/add-action-item`, itemInput(world));
  const path = `/action-items/${once.actionItem}/actions/done`;
  const answers = await Promise.all(leads.map((who) => call(who, path, { doneText: '已办' })));
  expectOneWinner(answers, leads, { action: 'done', from: 'open', to: 'done', revision: 2 });
  const { obligations } = await storyOf(world, ACTION_ITEM_UID, once.actionItem);
  expect(obligations.map(({ outcome }) => outcome)).toEqual(['kept']);
});

it('a notice published by sixteen at once is filed once, and copied once by four rounds', async () => {
  const notice = await noticeIn(world, 'approved');
  await Promise.all(leads.map((who) => call(who, `/notices/${notice}/actions/publish`)));
  const [document, ...more] = await find(DOCUMENT_UID, { sourceDocumentId: notice });
  expect(more).toEqual([]);
  const rounds = await Promise.all([1, 2, 3, 4].map(() => renderCopies(world.kernel)));
  expect(rounds.reduce((sum, made) => sum + made)).toBe(1);
  expect(await world.kernel.files.list(document.documentId)).toHaveLength(1);
});

it('copying and withdrawal come in one order', async () => {
  for (let round = 0; round < 4; round += 1) {
    const notice = await noticeIn(world, 'published');
    const [document] = await find(DOCUMENT_UID, { sourceDocumentId: notice });
    const [made, withdrawn] = await Promise.all([
      renderCopies(world.kernel),
      call(leads[round], `/documents/${document.documentId}/actions/withdraw`, BECAUSE),
    ]);
    const { row, obligations } = await storyOf(world, DOCUMENT_UID, document.documentId);
    expect([200, 409]).toContain(withdrawn.status);
    if (withdrawn.status === 200) expect(row).toMatchObject({ state: 'withdrawn', renderAt: null });
    expect(await world.kernel.files.list(document.documentId)).toHaveLength(made);
    if (row.state === 'withdrawn') expect(obligations.filter(({ closedAt }) => closedAt === null)).toEqual([]);
  }
});
