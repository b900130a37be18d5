import type { Acting, CaseDefinition, CaseRow, Effect, Owner } from '../workflow/define';
import type { Row } from '../storage/rows';

/** An obligation to be opened. */
export interface Opening {
  what: string;
  article: string;
  rule: string | null;
  level: number;
  owner: Owner;
  dueAt: Date;
}

/** What an action does to the obligations of its case, worked out before anything is written. */
export interface Plan {
  open: Opening[];
  /** Changed attributes by obligation id. */
  change: Map<number, Record<string, unknown>>;
  /** The earliest time at which something on the case falls due, or null where nothing is owed. */
  nextDue: Date | null;
}

/** Who owes what each of many owes, by the effect that opens it. */
export type EachOwner<C extends CaseRow = CaseRow> = Map<Effect<C>, Owner[]>;

/** Asks for them, before a plan is made. */
export const ownersOfEach = async <C extends CaseRow>(effects: Effect<C>[], acting: Acting<C>) => {
  const each: EachOwner<C> = new Map();
  for (const effect of effects)
    if (effect.kind === 'opens' && effect.owedByEach && (effect.when?.(acting) ?? true))
      each.set(effect, await effect.owedByEach(acting));
  return each;
};

const owners = (owner: Owner) =>
  'staff' in owner ? { ownerStaff: owner.staff, ownerRole: null } : { ownerStaff: null, ownerRole: owner.role };

/** Who owes an obligation. */
export const ownerOf = (row: Row): Owner =>
  row.ownerStaff ? { staff: row.ownerStaff as number } : { role: row.ownerRole as string };

const sameOwner = (one: Owner, other: Owner): boolean =>
  'staff' in one ? 'staff' in other && one.staff === other.staff : 'role' in other && one.role === other.role;

/** Whether an obligation is broken at `now`, whatever the clock had time to mark. */
const lapsed = (row: Row, now: Date): boolean => row.outcome === 'broken' || (row.dueAt as Date) < now;

/** Who owed it when it lapsed; nobody in particular where a role did. */
export const lapsedWith = (row: Row): number | null =>
  ((row.brokenAt ? row.brokenBy : row.ownerStaff) as number | null | undefined) ?? null;

const asBroken = (row: Row) => ({
  outcome: 'broken',
  brokenAt: row.brokenAt ?? row.dueAt,
  brokenBy: lapsedWith(row),
});

/** Fulfilled: kept if at or before the due time, else broken and settled late. */
export const settling = (row: Row, now: Date): Record<string, unknown> => ({
  settledAt: now,
  closedAt: now,
  ...(lapsed(row, now) ? asBroken(row) : { outcome: 'kept' }),
});

/** No longer owed without having been fulfilled: void, unless it is already broken. */
export const voiding = (row: Row, now: Date, outcome: 'void' | 'renegotiated' = 'void'): Record<string, unknown> => ({
  closedAt: now,
  ...(lapsed(row, now) ? asBroken(row) : { outcome }),
});

/**
 * The person on it changes; a promise that lapsed stays with whoever let it lapse. Marking it is left to the clock,
 * which also tells people and opens the next level.
 */
export const moving = (row: Row, now: Date, owner: Owner): Record<string, unknown> => ({
  ...(lapsed(row, now) ? { brokenAt: row.brokenAt ?? row.dueAt, brokenBy: lapsedWith(row) } : {}),
  ...owners(owner),
});

/**
 * Works out what an action settles, voids, renegotiates, moves and opens. Pure: rows in, changes out.
 * @param owed open obligations of the case, all levels
 * @param ends whether the action ends the case, which voids whatever is left
 * @param each who owes what each of many owes
 */
export const planObligations = <C extends CaseRow>(
  definition: Pick<CaseDefinition<C>, 'obligations'>,
  effects: Effect<C>[],
  acting: Acting<C>,
  owed: Row[],
  ends: boolean,
  each: EachOwner<C> = new Map()
): Plan => {
  const { now } = acting;
  const open: Opening[] = [];
  const change = new Map<number, Record<string, unknown>>();
  const running = (what: string) => owed.filter((row) => row.what === what && !change.get(row.id)?.closedAt);

  for (const effect of effects) {
    if (effect.when && !effect.when(acting)) continue;
    const term = definition.obligations[effect.what];
    if (effect.kind === 'opens') {
      const many = effect.owedByEach ? (each.get(effect) ?? []) : null;
      const owing = [
        ...running(effect.what)
          .filter(({ level }) => level === 1)
          .map(ownerOf),
        ...open.filter(({ what }) => what === effect.what).map(({ owner }) => owner),
      ];
      // Of what each of many owes, only the same person's own counts as the same.
      const owedAlready = (owner: Owner) => (many ? owing.some((other) => sameOwner(owner, other)) : owing.length > 0);
      for (const owner of many ?? [effect.owedBy?.(acting) ?? { role: term.role }]) {
        if (effect.unlessOwed && owedAlready(owner)) continue;
        open.push({
          what: effect.what,
          article: term.article,
          rule: effect.due ? null : (term.rule ?? null),
          level: 1,
          owner,
          dueAt: effect.due ? effect.due(acting) : acting.after(term.rule as string),
        });
      }
    } else if (effect.kind === 'settles') {
      const owner = effect.of?.(acting);
      for (const row of running(effect.what))
        if (!owner || sameOwner(ownerOf(row), owner)) change.set(row.id, settling(row, now));
    } else if (effect.kind === 'voids') {
      for (const row of running(effect.what)) change.set(row.id, voiding(row, now));
    } else if (effect.kind === 'moves') {
      const owner = effect.owedBy(acting);
      for (const row of running(effect.what).filter(({ level }) => level === 1))
        change.set(row.id, moving(row, now, owner));
    } else {
      for (const row of running(effect.what)) {
        if (row.level !== 1) {
          // Agreeing on another time is what the next level up was asked to see to.
          change.set(row.id, settling(row, now));
          continue;
        }
        const reason = effect.reason?.(acting) ?? acting.input.reason ?? null;
        change.set(row.id, { ...voiding(row, now, 'renegotiated'), reason });
        open.push({
          what: effect.what,
          article: term.article,
          rule: null,
          level: 1,
          owner: effect.owedBy?.(acting) ?? ownerOf(row),
          dueAt: effect.due(acting),
        });
      }
    }
  }

  if (ends) {
    open.length = 0;
    for (const row of owed) if (!change.get(row.id)?.closedAt) change.set(row.id, voiding(row, now));
  }

  const due = [
    ...owed.filter((row) => !change.get(row.id)?.closedAt).map((row) => row.dueAt as Date),
    ...open.map(({ dueAt }) => dueAt),
  ];
  return { open, change, nextDue: due.length ? new Date(Math.min(...due.map((at) => at.getTime()))) : null };
};

export { owners };
