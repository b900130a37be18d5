import { ACTION_ITEM_STATES, DOCUMENT_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, answerOf, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { documentInput, itemInput } from './testing/desk';

let world: World;
let cast: Cast;
const documents: Record<string, CaseRow> = {};
const items: Record<string, CaseRow> = {};
let minutes: CaseRow;

const never = () => true;
const BECAUSE = { reason: '登记有误' };

/** Read off article 12.2: the desk files and keeps both copies in step, who leads lets one of them go, two people destroy. */
const DOCUMENT: Record<string, Rule> = {
  attach: { from: 'filed', who: 'FPSM' },
  'record-paper': { from: 'filed', who: 'FPSM' },
  'no-paper': { from: 'filed', who: 'SM' },
  'no-electronic': { from: 'filed', who: 'SM' },
  amend: { from: 'filed', who: 'FPSM' },
  // The document of the matrix is a contract.
  'add-action-item': { from: 'filed', who: 'FPSM', but: never },
  withdraw: { from: 'filed', who: 'SM' },
  'propose-disposal': { from: 'filed', who: 'SM' },
  dispose: { from: 'disposing', who: 'M' },
  keep: { from: 'disposing', who: 'M' },
};

/** What somebody took on is theirs to do, and not theirs to put off. */
const ITEM: Record<string, Rule> = {
  done: { from: 'open', who: 'EFPSM', but: (who) => !['engineer', 'supervisor', 'manager'].includes(who) },
  reassign: { from: 'open', who: 'SM' },
  repromise: { from: 'open', who: 'SM' },
  amend: { from: 'open', who: 'SM' },
  cancel: { from: 'open', who: 'SM' },
};

const act = async (type: string, action: string, actor: Actor, input: object = {}, documentId?: string) => {
  const definition = world.kernel.definition(type);
  if (!definition) throw new Error(type);
  return (await world.kernel.engine.act(definition, { action, actor, input, documentId })).row;
};

const takeOn = () => ({ community: world.garden.documentId, minutes: minutes.documentId, ...itemInput(world) });

const INPUT: Record<string, () => object> = {
  file: () => documentInput(world),
  'record-paper': () => ({ cabinet: '3' }),
  attach: () => ({}),
  dispose: () => ({}),
  'add-action-item': () => itemInput(world),
  'take-on': takeOn,
  done: () => ({ doneText: '已更换' }),
  reassign: () => ({ owner: world.staff.engineer2.staff.documentId, ...BECAUSE }),
  repromise: () => ({ promisedAt: itemInput(world).promisedAt, ...BECAUSE }),
};

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  const { receptionist, specialist, supervisor, manager, engineer } = cast.own;
  const old = documentInput(world, { kind: 'letter', date: '1995-03-01' });
  const file = (input: object = documentInput(world)) => act('document', 'file', receptionist, input);
  documents.filed = await file();
  documents.withdrawn = await act('document', 'withdraw', supervisor, BECAUSE, (await file()).documentId);
  documents.disposing = await act('document', 'propose-disposal', supervisor, BECAUSE, (await file(old)).documentId);
  const { documentId } = await act('document', 'propose-disposal', supervisor, BECAUSE, (await file(old)).documentId);
  documents.disposed = await act('document', 'dispose', manager, {}, documentId);
  minutes = await file(documentInput(world, { kind: 'minutes' }));
  const taken = async () => (await act('action-item', 'take-on', specialist, takeOn())).documentId;
  items.open = await act('action-item', 'amend', supervisor, { what: '更换读头', ...BECAUSE }, await taken());
  items.done = await act('action-item', 'done', engineer, { doneText: '已更换' }, await taken());
  items.cancelled = await act('action-item', 'cancel', supervisor, BECAUSE, await taken());
});
afterAll(() => world?.desk.stop());

describe('who may do what with a document', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'document',
    design: DOCUMENT,
    starts: { file: 'FPSM' },
    states: DOCUMENT_STATES,
    rows: () => documents,
    input: (action) => INPUT[action]?.() ?? BECAUSE,
  });

  it.each(['render', 'source-moved', 'file-published'])('%s is the system’s, and nobody’s to take', async (action) => {
    for (const actor of Object.values(cast.own))
      expect(
        await answerOf(world, 'document', action, actor, {}, action === 'file-published' ? undefined : documents.filed)
      ).toBe(403);
  });

  it('who proposed a disposal does not decide on it', async () => {
    const { manager } = cast.own;
    const old = documentInput(world, { kind: 'letter', date: '1995-03-01' });
    const { documentId } = await act('document', 'file', manager, old);
    const row = await act('document', 'propose-disposal', manager, BECAUSE, documentId);
    expect(await answerOf(world, 'document', 'dispose', manager, {}, row)).toBe(403);
    const other: Actor = { ...manager, staff: { ...manager.staff!, id: manager.staff!.id + 1_000_000 } };
    expect(await answerOf(world, 'document', 'dispose', other, {}, row)).toBe(200);
  });

  it('a confidential one is unknown to all but who leads and whoever filed it', async () => {
    const { receptionist } = cast.own;
    const row = await act('document', 'file', receptionist, documentInput(world, { secrecy: 'confidential' }));
    for (const [who, actor] of Object.entries(cast.own).filter(([, { kind }]) => kind === 'staff'))
      expect([who, await answerOf(world, 'document', 'amend', actor, BECAUSE, row)]).toEqual([
        who,
        { engineer: 403, engineer2: 403, specialist: 404 }[who] ?? 200,
      ]);
    const { specialist, supervisor } = world.staff;
    const path = `/property-desk/documents/${row.documentId}`;
    expect((await specialist.client.get(path)).status).toBe(404);
    expect((await supervisor.client.get(path)).status).toBe(200);
    const listed = async (who: typeof specialist) =>
      (await who.client.get('/property-desk/documents?q=电梯')).body.data.map((each: CaseRow) => each.documentId);
    expect(await listed(specialist)).not.toContain(row.documentId);
    expect(await listed(supervisor)).toContain(row.documentId);
    expect(await listed(world.staff.receptionist)).toContain(row.documentId);
  });
});

describe('who may do what with what was taken on', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'action-item',
    design: ITEM,
    starts: { 'take-on': 'FPSM' },
    states: ACTION_ITEM_STATES,
    rows: () => items,
    input: (action) => INPUT[action]?.() ?? (action === 'amend' ? { what: '更换', ...BECAUSE } : BECAUSE),
  });
});
