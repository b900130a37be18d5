const OBLIGATION = 'plugin::property-desk.obligation';

/** How long after a due time the clock's round comes by: in a running desk up to ten seconds. */
const ROUND_LAG = 7_000;

/**
 * Plays many stories in the order of time. A story is an async generator that yields the instant of its next step;
 * the clock is set to it before the story goes on, and on the way there the clock's round runs wherever something
 * falls due, so that warnings, breaches and escalations are marked when they would have been.
 * Steps after `end` are not taken: that is how open work comes about.
 */
export function createTimeline(kernel, end) {
  const waiting = [];
  let now = 0;

  const add = (at, story) => {
    const entry = { at: Math.max(at.getTime(), now), story };
    let index = waiting.length;
    while (index > 0 && waiting[index - 1].at > entry.at) index -= 1;
    waiting.splice(index, 0, entry);
  };

  /** When the next promise falls due or is to be warned of. */
  const nextRound = async () => {
    const { rows, strapi } = kernel;
    const column = (attribute) => rows.column(OBLIGATION, attribute);
    const [{ due, warn }] = await strapi.db
      .connection(rows.table(OBLIGATION).name)
      .whereNull(column('closedAt'))
      .whereNull(column('outcome'))
      .min({
        due: column('dueAt'),
        warn: strapi.db.connection.raw('case when ?? is null then ?? end', [column('warnedAt'), column('warnAt')]),
      });
    const instant = (value) => (value === null ? Infinity : new Date(value).getTime());
    return Math.min(instant(due), instant(warn)) + ROUND_LAG;
  };

  /** Moves the clock to an instant and keeps its rounds on the way. */
  const moveTo = async (instant) => {
    for (let next = await nextRound(); next <= instant; next = await nextRound()) {
      kernel.clock.freeze(new Date(Math.max(next, now)));
      const { broken, warned } = await kernel.sweep.round();
      if (broken + warned === 0) throw new Error('the clock’s round marked nothing of what was due');
    }
    now = instant;
    kernel.clock.freeze(new Date(instant));
  };

  return {
    end,
    /** Lets a story begin at an instant. */
    add,
    /** Plays everything up to the end and leaves the clock standing there. */
    async play() {
      while (waiting.length > 0 && waiting[0].at <= end.getTime()) {
        const { at, story } = waiting.shift();
        await moveTo(at);
        const { value, done } = await story.next();
        if (!done) add(value, story);
      }
      for (const { story } of waiting) await story.return();
      await moveTo(end.getTime());
    },
  };
}
