import type { Figures, Ref } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { AskedPeriod } from '../../kernel/api/period-param';
import type { Period } from '../../kernel/clock/clock';
import type { Kernel } from '../../kernel/kernel';
import { agesOf, categoriesOf, gradesOf, hoursOf, satisfactionOf, typesOf } from './counted';
import { owed, type Frame } from './lists';
import { loadOf } from './load';
import { ageDays, periodBefore } from './period';
import { whatCame, whatIsOpen, whatWasDone, whatWasPromised, type Asked, type Promised } from './queries';

/** Whom figures are for, and of which days. */
export interface Scope {
  period: AskedPeriod;
  /** The caller's, or the one asked for; with numeric ids. */
  communities: (Ref & { id: number })[];
  /** The one asked for. */
  community: (Ref & { id: number }) | null;
}

const rateOf = ({ kept, broken }: Promised): number | null => (kept + broken > 0 ? kept / (kept + broken) : null);

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/** The figures of a period, of the case types that the caller may read: four statements, each from its index. */
export const figuresOf = async (
  kernel: Kernel,
  actor: Actor,
  { period, communities, community }: Scope
): Promise<Figures> => {
  const now = kernel.clock.now();
  const before = periodBefore(kernel.clock, period, now);
  const days = ageDays(kernel.clock, now);
  const asked: Asked = {
    definitions: [...kernel.definitions.values()].filter(({ name, figures }) => figures && actor.can(`${name}.read`)),
    communities: communities.map(({ id }) => id),
    period,
    before,
    now,
    ages: days.flatMap(({ first }) => (first ? [(kernel.clock.day(first) as Period).from] : [])),
  };
  const none = communities.length === 0;
  const cases = none || asked.definitions.length === 0;
  const [came, done, open, promised] = await Promise.all([
    cases ? [] : whatCame(kernel, asked),
    cases ? [] : whatWasDone(kernel, asked),
    cases ? [] : whatIsOpen(kernel, asked),
    none ? { now: { kept: 0, broken: 0 }, before: { kept: 0, broken: 0 } } : whatWasPromised(kernel, asked),
  ]);
  const frame: Frame = { community: community?.documentId, from: period.first, to: period.last };
  const { definitions } = asked;
  const types = typesOf(definitions, frame, came, done);
  const ref = ({ documentId, name }: Ref): Ref => ({ documentId, name });
  const mayList = actor.can('obligations.read');
  return {
    from: period.first,
    to: period.last,
    community: community && ref(community),
    communities: communities.map(ref),
    before: { from: before.first, to: before.last, cut: before.cut },
    total: {
      in: sum(types.map((each) => each.in.count)),
      done: sum(types.map((each) => each.done.count)),
      before: {
        in: sum(types.map((each) => each.before.in)),
        done: sum(types.map((each) => each.before.done)),
      },
    },
    types,
    onTime: {
      kept: owed(frame, promised.now.kept, 'kept', mayList),
      broken: owed(frame, promised.now.broken, 'broken', mayList),
      rate: rateOf(promised.now),
      before: rateOf(promised.before),
    },
    satisfaction: satisfactionOf(definitions, frame, done),
    categories: await categoriesOf(kernel, definitions, frame, came),
    hours: hoursOf(definitions, frame, came),
    ages: agesOf(definitions, frame, open, days),
    grades: gradesOf(definitions, frame, came),
    ...(await loadOf(kernel, actor, definitions, frame, open, done)),
    now: now.toISOString(),
    timeZone: kernel.clock.zone,
  };
};
