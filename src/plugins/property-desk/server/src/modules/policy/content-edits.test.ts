import { bootWorld, type World } from '../../testing/world';
import { POLICY_EDITS } from './content-edits';
import { POLICY_ARTICLE_UID, POLICY_RULE_UID, POLICY_UID } from './row';

let world: World;
let policy: string;

const find = async (uid: string, where: Record<string, unknown>) =>
  (await world.kernel.rows.first(world.kernel.strapi.db.connection, uid, where))!;

beforeAll(async () => {
  world = await bootWorld();
  policy = (await find(POLICY_UID, { community: world.garden.id })).documentId;
});
afterAll(() => world?.desk.stop());

/** A record as the Content Manager sends it back: all its fields, relations as what was connected. */
const form = async (uid: string, where: Record<string, unknown>, more: object) => {
  const row = await find(uid, where);
  const { policy: _policy, community: _community, author: _author, ...fields } = JSON.parse(JSON.stringify(row));
  const untouched = { policy: { connect: [], disconnect: [] }, author: { connect: [], disconnect: [] } };
  return { documentId: row.documentId, data: { ...fields, ...untouched, ...more } };
};

describe('what is written in the Content Manager', () => {
  it('is an edit of the policy with the fields that differ', async () => {
    const { update } = POLICY_EDITS[POLICY_UID];
    const written = await form(POLICY_UID, { documentId: policy }, { title: '新制度', effectiveOn: '2027-01-01' });
    expect(await update(world.kernel, written)).toEqual({
      documentId: policy,
      action: 'edit',
      input: { title: '新制度', effectiveOn: '2027-01-01' },
    });
    const as = await form(POLICY_UID, { documentId: policy }, {});
    expect(await update(world.kernel, as)).toEqual({ documentId: policy, action: '', input: {} });
  });

  it.each([
    ['its state', { state: 'effective' }],
    ['its number', { number: 'ZD-1' }],
    ['its revision', { revision: 99 }],
    ['its time of effect', { effectiveAt: '2026-11-23T00:00:00.000Z' }],
    ['its approver', { approver: { id: 1 } }],
  ])('is refused where it is %s', async (_what, data) => {
    const written = await form(POLICY_UID, { documentId: policy }, data);
    await expect(POLICY_EDITS[POLICY_UID].update(world.kernel, written)).rejects.toMatchObject({
      name: 'ForbiddenError',
    });
  });

  it('is an article written, with the number that it had, or removed', async () => {
    const { id } = await find(POLICY_UID, { documentId: policy });
    const where = { policy: id, number: 3 };
    const { update, delete: remove } = POLICY_EDITS[POLICY_ARTICLE_UID];
    const routed = await update(world.kernel, await form(POLICY_ARTICLE_UID, where, { number: 18, title: '原则' }));
    expect(routed).toMatchObject({
      documentId: policy,
      action: 'write-article',
      input: { number: 18, was: 3, title: '原则', chapter: 1 },
    });
    expect((await update(world.kernel, await form(POLICY_ARTICLE_UID, where, {}))).action).toBe('');
    expect(await remove(world.kernel, await form(POLICY_ARTICLE_UID, where, {}))).toEqual({
      documentId: policy,
      revision: 1,
      action: 'remove-article',
      input: { number: 3 },
    });
  });

  it.each([
    ['"PT9H"', 'PT9H'],
    ['PT9H', 'PT9H'],
    ['90', 90],
    [90, 90],
  ])('is a rule set, its value typed as %j', async (entered, value) => {
    const { id } = await find(POLICY_UID, { documentId: policy });
    const where = { policy: id, key: 'ticket.followUpWithin' };
    const { update, delete: clear } = POLICY_EDITS[POLICY_RULE_UID];
    expect(await update(world.kernel, await form(POLICY_RULE_UID, where, { value: entered }))).toEqual({
      documentId: policy,
      revision: 1,
      action: 'set-rule',
      input: { key: 'ticket.followUpWithin', value, article: 9 },
    });
    expect((await clear(world.kernel, await form(POLICY_RULE_UID, where, {}))).action).toBe('clear-rule');
  });
});
