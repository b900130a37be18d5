import { moves, opens, renegotiates, settles, voids, type Acting, type Effect } from '../workflow/define';
import type { Row } from '../storage/rows';
import { warnAt } from './obligations';
import { moving, ownersOfEach, planObligations, settling, voiding } from './plan';

const DUE = new Date('2026-11-23T10:00:00.000Z');
const BEFORE = new Date(DUE.getTime() - 1);
const AFTER = new Date(DUE.getTime() + 1);
const MARKED = new Date(DUE.getTime() + 5000);
const LATER = new Date('2026-11-24T10:00:00.000Z');

const owed = (more: Partial<Row> = {}): Row => ({
  id: 1,
  documentId: 'o1',
  what: 'promise',
  level: 1,
  dueAt: DUE,
  outcome: null,
  brokenAt: null,
  brokenBy: null,
  settledAt: null,
  closedAt: null,
  ownerStaff: 7,
  ownerRole: null,
  ...more,
});
/** Already marked by the clock. */
const broken = (more: Partial<Row> = {}) => owed({ outcome: 'broken', brokenAt: DUE, brokenBy: 7, ...more });

describe('settling', () => {
  it.each([
    ['a millisecond before it is due', owed(), BEFORE, 'kept'],
    ['at the very time', owed(), DUE, 'kept'],
    ['a millisecond late, before the clock had time to mark it', owed(), AFTER, 'broken'],
    ['late, after it was marked', broken(), MARKED, 'broken'],
    ['after it was marked, whatever a clock that was set back says', broken(), BEFORE, 'broken'],
  ])('%s', (_when, row, now, outcome) => {
    const changed = settling(row, now);
    expect(changed).toMatchObject({ outcome, settledAt: now, closedAt: now });
    if (outcome === 'broken') expect(changed).toMatchObject({ brokenAt: DUE, brokenBy: 7 });
    else expect(changed).not.toHaveProperty('brokenAt');
  });
});

describe('voiding', () => {
  it.each([
    ['before it is due', owed(), BEFORE, 'void'],
    ['at the very time', owed(), DUE, 'void'],
    ['after', owed(), AFTER, 'broken'],
    ['after it was marked', broken(), MARKED, 'broken'],
  ])('%s', (_when, row, now, outcome) => {
    const changed = voiding(row, now);
    expect(changed).toMatchObject({ outcome, closedAt: now });
    expect(changed).not.toHaveProperty('settledAt');
  });
});

describe('moving', () => {
  it.each([
    ['to a person', { staff: 9 }, { ownerStaff: 9, ownerRole: null }],
    ['to a role', { role: 'keeper' }, { ownerStaff: null, ownerRole: 'keeper' }],
  ])('in time, %s', (_whom, owner, owners) => {
    expect(moving(owed(), BEFORE, owner)).toEqual(owners);
  });

  it('late: it stays with whoever let it lapse, and the clock still marks it', () => {
    const changed = moving(owed(), AFTER, { staff: 9 });
    expect(changed).toMatchObject({ ownerStaff: 9, brokenBy: 7 });
    // Marking it here would keep the clock from telling people and from opening the next level.
    expect(changed).not.toHaveProperty('outcome');
    expect(changed).not.toHaveProperty('closedAt');
  });

  it('late and moved twice: it stays with the first', () => {
    expect(moving(owed({ brokenAt: DUE, brokenBy: 5, ownerStaff: 9 }), AFTER, { staff: 11 })).toMatchObject({
      ownerStaff: 11,
      brokenBy: 5,
    });
  });

  it('late, owed by a role: nobody in particular let it lapse', () => {
    const role = owed({ ownerStaff: null, ownerRole: 'keeper' });
    expect(moving(role, AFTER, { staff: 9 })).toMatchObject({ ownerStaff: 9, ownerRole: null, brokenBy: null });
  });
});

describe('planObligations', () => {
  const TERMS = {
    promise: { article: '9', role: 'keeper', rule: 'within' },
    other: { article: '9', role: 'keeper', rule: 'within' },
  };
  const plan = (effects: Effect[], rows: Row[], now = BEFORE, ends = false) =>
    planObligations(
      { obligations: TERMS },
      effects,
      { now, input: { reason: 'rain' }, after: () => LATER } as unknown as Acting,
      rows,
      ends
    );

  it('opens with the rule of the term, or with the time of the action', () => {
    expect(plan([opens('promise')], []).open).toEqual([
      { what: 'promise', article: '9', rule: 'within', level: 1, owner: { role: 'keeper' }, dueAt: LATER },
    ]);
    const given = opens('promise', { due: () => DUE, owedBy: () => ({ staff: 3 }) });
    expect(plan([given], [])).toMatchObject({ open: [{ rule: null, owner: { staff: 3 }, dueAt: DUE }], nextDue: DUE });
  });

  describe('of each of many', () => {
    const three = [{ staff: 3 }, { staff: 7 }, { role: 'keeper' }];
    const planEach = async (effects: Effect[], rows: Row[], now = BEFORE) => {
      const acting = { now, input: {}, after: () => LATER } as unknown as Acting;
      const each = await ownersOfEach(effects, acting);
      return planObligations({ obligations: TERMS }, effects, acting, rows, false, each);
    };

    it('opens one for every one of them, and none where there is nobody', async () => {
      const { open, nextDue } = await planEach([opens('promise', { owedByEach: async () => three })], []);
      expect(open.map(({ owner, rule, dueAt }) => [owner, rule, dueAt])).toEqual(
        three.map((owner) => [owner, 'within', LATER])
      );
      expect(nextDue).toEqual(LATER);
      expect(await planEach([opens('promise', { owedByEach: () => [] })], [])).toMatchObject({
        open: [],
        nextDue: null,
      });
    });

    it('asks nobody where the condition does not hold', async () => {
      const owedByEach = jest.fn(() => three);
      expect((await planEach([opens('promise', { when: () => false, owedByEach })], [])).open).toEqual([]);
      expect(owedByEach).not.toHaveBeenCalled();
    });

    it.each([
      ['nobody owes it', [], [3, 7, null]],
      ['one of them owes it', [owed()], [3, null]],
      ['one of them broke it and still owes it', [broken()], [3, null]],
      ['somebody else owes it', [owed({ ownerStaff: 99 })], [3, 7, null]],
      ['the role owes it', [owed({ ownerStaff: null, ownerRole: 'keeper' })], [3, 7]],
      ['only a next level is owed', [owed({ level: 2 })], [3, 7, null]],
      ['one of them owes something else', [owed({ what: 'other' })], [3, 7, null]],
    ])('opens unless it is owed: %s', async (_how, rows, opened) => {
      const { open } = await planEach([opens('promise', { owedByEach: () => three, unlessOwed: true })], rows);
      expect(open.map(({ owner }) => ('staff' in owner ? owner.staff : null))).toEqual(opened);
    });

    it.each([
      ['a person’s own', { staff: 7 }, [1]],
      ['a person’s who owes none', { staff: 4 }, []],
      ['the role’s', { role: 'keeper' }, [3]],
      ['another role’s', { role: 'boss' }, []],
    ])('settles only %s', async (_whose, owner, settled) => {
      const rows = [
        owed(),
        owed({ id: 2, ownerStaff: 9 }),
        owed({ id: 3, ownerStaff: null, ownerRole: 'keeper' }),
        owed({ id: 4, what: 'other' }),
      ];
      const { change, nextDue } = await planEach([settles('promise', undefined, { of: () => owner })], rows);
      expect([...change.keys()]).toEqual(settled);
      for (const id of settled) expect(change.get(id)).toMatchObject({ outcome: 'kept', settledAt: BEFORE });
      expect(nextDue).toEqual(DUE);
    });
  });

  it('skips an effect whose condition does not hold', () => {
    const never = () => false;
    const nothing = plan(
      [opens('promise', { when: never }), settles('other', never), voids('other', never)],
      [owed({ what: 'other' })]
    );
    expect(nothing.open).toEqual([]);
    expect(nothing.change.size).toBe(0);
  });

  it('settles every level of what it names and nothing else', () => {
    const rows = [broken(), owed({ id: 2, level: 2, dueAt: LATER }), owed({ id: 3, what: 'other' })];
    const { change, nextDue } = plan([settles('promise')], rows, AFTER);
    expect([...change.keys()]).toEqual([1, 2]);
    expect(change.get(1)).toMatchObject({ outcome: 'broken', settledAt: AFTER });
    expect(change.get(2)).toMatchObject({ outcome: 'kept', settledAt: AFTER });
    expect(nextDue).toEqual(DUE);
  });

  it('renegotiates before it is due: the old one is so marked, with the reason, and a new one opens for the same owner', () => {
    const { change, open, nextDue } = plan([renegotiates('promise', () => LATER)], [owed()], DUE);
    expect(change.get(1)).toEqual({ closedAt: DUE, outcome: 'renegotiated', reason: 'rain' });
    expect(open).toMatchObject([{ level: 1, owner: { staff: 7 }, dueAt: LATER, rule: null }]);
    expect(nextDue).toEqual(LATER);
  });

  it.each([
    ['not marked yet', owed()],
    ['marked', broken()],
  ])('renegotiates past due (%s): it stays broken and a new one opens', (_mark, row) => {
    const { change, open } = plan([renegotiates('promise', () => LATER)], [row], AFTER);
    expect(change.get(1)).toMatchObject({ closedAt: AFTER, outcome: 'broken', brokenAt: DUE });
    expect(open).toHaveLength(1);
  });

  it('renegotiates what a role owes for the role', () => {
    const role = owed({ ownerStaff: null, ownerRole: 'keeper' });
    expect(plan([renegotiates('promise', () => LATER)], [role]).open).toMatchObject([{ owner: { role: 'keeper' } }]);
  });

  it('renegotiating fulfils the next level, which opens no second promise', () => {
    const rows = [broken(), owed({ id: 2, level: 2, dueAt: LATER, ownerStaff: null, ownerRole: 'boss' })];
    const { change, open } = plan([renegotiates('promise', () => LATER)], rows, AFTER);
    expect(change.get(2)).toMatchObject({ outcome: 'kept', settledAt: AFTER });
    expect(open).toHaveLength(1);
  });

  it('renegotiates nothing where nothing is owed', () => {
    expect(plan([renegotiates('promise', () => LATER)], [])).toMatchObject({ open: [], nextDue: null });
  });

  it('renegotiates for somebody else and for a reason of its own, where both are given', () => {
    const effect = renegotiates('promise', () => LATER, { owedBy: () => ({ staff: 9 }), reason: () => 'flood' });
    const { change, open } = plan([effect], [owed()]);
    expect(change.get(1)).toMatchObject({ outcome: 'renegotiated', reason: 'flood' });
    expect(open).toMatchObject([{ owner: { staff: 9 }, dueAt: LATER }]);
  });

  it.each([
    ['nothing is owed', [], [], 1],
    ['the same is owed', [owed()], [], 0],
    ['it was broken and is still owed', [broken()], [], 0],
    ['only its next level is owed', [owed({ level: 2 })], [], 1],
    ['it has just been renegotiated', [owed()], [renegotiates('promise', () => LATER)], 1],
    ['it has just been settled', [owed()], [settles('promise')], 1],
  ])('opens unless it is owed: %s', (_how, rows, before, opened) => {
    expect(plan([...before, opens('promise', { unlessOwed: true })], rows).open).toHaveLength(opened);
  });

  it('moves the promise and leaves the next level where it is', () => {
    const rows = [owed(), owed({ id: 2, level: 2, ownerRole: 'boss', ownerStaff: null })];
    const { change, nextDue } = plan([moves('promise', () => ({ staff: 9 }))], rows);
    expect(change).toEqual(new Map([[1, { ownerStaff: 9, ownerRole: null }]]));
    expect(nextDue).toEqual(DUE);
  });

  it('at an end voids what is left and opens nothing', () => {
    const rows = [owed(), broken({ id: 2, what: 'other' }), owed({ id: 3, what: 'other', dueAt: LATER })];
    const { change, open, nextDue } = plan([settles('promise'), opens('other')], rows, DUE, true);
    expect(open).toEqual([]);
    expect(nextDue).toBeNull();
    expect(rows.map(({ id }) => change.get(id)?.outcome)).toEqual(['kept', 'broken', 'void']);
    expect(rows.every(({ id }) => change.get(id)?.closedAt === DUE)).toBe(true);
  });

  it('falls due next with the earliest of what stays and what opens', () => {
    const rows = [owed({ dueAt: LATER }), owed({ id: 2, what: 'other', dueAt: DUE })];
    expect(plan([], rows).nextDue).toEqual(DUE);
    expect(plan([settles('other')], rows).nextDue).toEqual(LATER);
  });
});

describe('warnAt', () => {
  const opened = new Date('2026-11-23T09:00:00.000Z');
  const minutes = (count: number) => new Date(opened.getTime() + count * 60_000);

  it.each([
    ['an hour: after three quarters', minutes(60), minutes(45)],
    ['a day', minutes(1440), minutes(1080)],
    ['ten minutes: none', minutes(10), null],
    ['a millisecond more', new Date(minutes(10).getTime() + 1), new Date(minutes(10).getTime() - 150_000 + 0.75)],
    ['already past', minutes(-5), null],
  ])('%s', (_length, due, expected) => {
    expect(warnAt(opened, due)).toEqual(expected);
  });
});
