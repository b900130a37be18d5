import { errors } from '@strapi/utils';
import type { Core } from '@strapi/strapi';
import { say, type Locale } from '../../../../contracts';
import { SYSTEM } from '../access/actor';
import type { Clock } from '../clock/clock';
import { ConflictError, sayAgain } from '../errors';
import type { Rows } from '../storage/rows';
import type { CaseDefinition, Schedule } from './define';
import type { Engine } from './engine';

interface Parts {
  strapi: Core.Strapi;
  rows: Rows;
  clock: Clock;
  definitions: Map<string, CaseDefinition>;
  engine: Engine;
  locale: Locale;
}

/** How long a case that could not be moved on time is left in peace, in milliseconds. */
const PAUSE = 10 * 60_000;

// Literals: SQLite takes a partial index only where the query says the same words.
const inStates = ({ from }: Schedule) => `state in (${from.map((state) => `'${state}'`).join(', ')})`;

const columnOf = (rows: Rows, { uid }: CaseDefinition, { at }: Schedule) => rows.column(uid, at);

/** A partial index for each schedule of a case type: a round costs what is due, not what exists. */
export const scheduleIndexes = (rows: Rows, definition: CaseDefinition): string[] =>
  (definition.schedules ?? []).map((schedule) => {
    const { name } = rows.table(definition.uid);
    const column = columnOf(rows, definition, schedule);
    return `create index if not exists ${name}_on_time_${schedule.action.replace(/-/g, '_')} on ${name} (${column}, id) where ${inStates(schedule)}`;
  });

/**
 * Takes on time what the tables schedule. Each case is an action of its own by the system: of several processes that
 * see it due, the one whose conditional update wins takes it, and the others find it taken. A case that fails is
 * logged, given its way out where the table names one, and holds up no other.
 */
export const createSchedules = ({ strapi, rows, clock, definitions, engine, locale }: Parts) => {
  /** Cases that failed at a revision, until when they are passed over. */
  const resting = new Map<string, number>();

  const due = async (definition: CaseDefinition, schedule: Schedule, now: Date, limit: number) => {
    const column = columnOf(rows, definition, schedule);
    const found: { document_id: string; revision: number }[] = await strapi.db
      .connection(rows.table(definition.uid).name)
      .whereRaw(inStates(schedule))
      .where(column, '<=', now)
      .orderBy([{ column }, { column: 'id' }])
      // Those that rest stand in front of the line and must not fill it.
      .limit(limit + resting.size)
      .select('document_id', 'revision');
    return found
      .map(({ document_id: documentId, revision }) => ({ documentId, revision }))
      .filter(({ documentId, revision }) => !resting.has(`${documentId}#${revision}`))
      .slice(0, limit);
  };

  const wayOut = async (definition: CaseDefinition, schedule: Schedule, documentId: string, error: Error) => {
    // A fault of ours is not the case's: it is tried again.
    if (!schedule.otherwise || !(error instanceof errors.ApplicationError)) return false;
    const action = { word: `${definition.name}.action.${schedule.action}` };
    const reason = say(locale, 'reason.notOnTime', { action, why: sayAgain(error, locale) });
    // The instant that has passed would only bring it here again: what was refused is for people to mend.
    const input = { reason: [...reason].slice(0, 200).join('') };
    await engine.act(definition, { action: schedule.otherwise, documentId, input, actor: SYSTEM, locale });
    return true;
  };

  const take = async (
    definition: CaseDefinition,
    schedule: Schedule,
    { documentId, revision }: { documentId: string; revision: number }
  ): Promise<boolean> => {
    const { action } = schedule;
    try {
      await engine.act(definition, { action, documentId, input: {}, revision, actor: SYSTEM, locale });
      return true;
    } catch (error) {
      // Another process, or a person, was quicker.
      if (error instanceof ConflictError || error instanceof errors.NotFoundError) return false;
      strapi.log.error(
        `property-desk: ${definition.name} ${documentId} could not be moved on time by "${action}": ${(error as Error).message}`
      );
      const out = await wayOut(definition, schedule, documentId, error as Error).catch((again: Error) => {
        strapi.log.error(`property-desk: nor by "${schedule.otherwise}": ${again.message}`);
        return false;
      });
      if (!out) resting.set(`${documentId}#${revision}`, clock.now().getTime() + PAUSE);
      return false;
    }
  };

  return {
    /** One round over at most `limit` cases of each schedule; how many this process has moved. */
    async round(limit = 500): Promise<number> {
      const now = clock.now();
      for (const [key, until] of resting) if (until <= now.getTime()) resting.delete(key);
      let taken = 0;
      for (const definition of definitions.values())
        for (const schedule of definition.schedules ?? [])
          for (const one of await due(definition, schedule, now, limit))
            if (await take(definition, schedule, one)) taken += 1;
      return taken;
    },
  };
};

export type Schedules = ReturnType<typeof createSchedules>;
