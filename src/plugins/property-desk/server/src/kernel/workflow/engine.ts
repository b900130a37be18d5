import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Locale } from '../../../../contracts';
import { COMMUNITY_UID, covers, SYSTEM, type Actor, type Directory } from '../access/actor';
import { afterTerm, type CalendarReader } from '../calendar/calendar';
import type { Clock } from '../clock/clock';
import type { Confidential } from '../confidential/confidential';
import type { Files, StoredFile } from '../files/files';
import { ConflictError, forbidden, invalid, noRight, notFound } from '../errors';
import { timelineEntry, type Ledger } from '../ledger/ledger';
import type { Numbering } from '../numbering/numbering';
import { OBLIGATION_UID, onCase, type Obligations } from '../obligation/obligations';
import { ownersOfEach, planObligations } from '../obligation/plan';
import type { Outbox } from '../outbox/outbox';
import type { Personal } from '../personal/personal';
import type { Rulebook } from '../rulebook/rulebook';
import type { Links } from '../storage/links';
import type { Versions } from '../snapshot/versions';
import { Met, newDocumentId, type Row, type Rows } from '../storage/rows';
import { changesBetween, recordedInput } from './changes';
import { branchesOf, type Acting, type Action, type CaseDefinition, type CaseRow } from './define';
import { createHandOver } from './hand-over';
import { parseInput } from './input';
import type { StartKeys } from './start-keys';
import type { Tellers } from './tell';

export interface EngineParts {
  strapi: Core.Strapi;
  rows: Rows;
  links: Links;
  clock: Clock;
  calendar: CalendarReader;
  ledger: Ledger;
  obligations: Obligations;
  rulebook: Rulebook;
  numbering: Numbering;
  versions: Versions;
  confidential: Confidential;
  tellers: Tellers;
  outbox: Outbox;
  files: Files;
  personal: Personal;
  directory: () => Directory;
  startKeys: StartKeys;
}

/** One call of an action. */
export interface Call {
  action: string;
  /** None for an action that starts a case. */
  documentId?: string;
  input: unknown;
  /** The revision that the caller saw; without it only the state is checked. */
  revision?: number;
  actor: Actor;
  locale?: Locale;
  /** Files that came with the call, already in the private store. */
  files?: StoredFile[];
  /** Of an action that starts a case: sent again under the same key, it starts no second one. */
  key?: string;
}

/** What an action left behind. */
export interface Done {
  row: CaseRow;
  event: Row;
  /** The obligations that it settled, voided, moved or opened, as they now stand. */
  obligations: Row[];
  /** What it read on the way, for whoever shows the result. */
  met: Met;
  /** What is said to whoever acted this once and kept nowhere. */
  once: Record<string, string>;
}

const NEW: Pick<CaseRow, 'number' | 'state' | 'revision' | 'dueAt' | 'endedAt'> = {
  number: null,
  state: '',
  revision: 0,
  dueAt: null,
  endedAt: null,
};

/** Whether an actor may know that a case exists. */
export const sees = (definition: CaseDefinition, row: CaseRow, actor: Actor): boolean => {
  if (actor.kind !== 'resident') return covers(actor, row.community) && definition.sight?.(row, actor) !== 'none';
  if (actor.holds?.includes(row.documentId)) return true;
  const person = definition.person && row[definition.person];
  if (person) return Boolean(actor.residents?.some(({ id }) => id === person));
  const home = definition.home && row[definition.home];
  return Boolean(home && actor.residents?.some((resident) => resident.home === home));
};

/** Whether the table grants an action to this kind of actor, and RBAC to this person. */
export const holdsRight = (definition: CaseDefinition, name: string, actor: Actor): boolean => {
  const { who } = definition.actions[name];
  const kind =
    actor.kind === 'staff'
      ? who.staff
      : actor.kind === 'resident'
        ? who.resident
        : actor.kind === 'token'
          ? who.token
          : who.system;
  return Boolean(kind) && actor.can(`${definition.name}.${name}`);
};

const stateWords = (definition: CaseDefinition, states: readonly string[]) =>
  states.map((state) => ({ word: `${definition.name}.state.${state}` }));

/**
 * Acting is the only way that a case changes state. One action is one database transaction: the case is moved by
 * compare-and-swap on state and revision, the event is written, obligations are settled and opened, messages go to
 * the outbox. Whatever fails undoes all of it.
 */
export const createEngine = (parts: EngineParts) => {
  const {
    strapi,
    rows,
    links,
    clock,
    calendar,
    ledger,
    obligations,
    rulebook,
    numbering,
    versions,
    confidential,
    tellers,
    files,
  } = parts;

  /** One transaction; what it changed for the public shows in every process from its commit on. */
  const inTransaction = async <T>(work: (transaction: { trx: Knex.Transaction }) => Promise<T>): Promise<T> =>
    strapi.db.transaction(async ({ trx, onCommit }) => {
      const transaction = trx as Knex.Transaction;
      return versions.within({ trx: transaction, onCommit }, () => work({ trx: transaction }));
    });

  const conflict = async (
    definition: CaseDefinition,
    row: CaseRow,
    since: number,
    key: string,
    params: object,
    { kind }: Actor
  ) => {
    // Whoever is not of the office hears how the case stands, and not who did what inside.
    const inside = kind === 'staff' || kind === 'system';
    // Within the transaction of an action that acted on this case: SQLite has no second connection to ask.
    const events = inside
      ? await strapi.db.transaction(({ trx }) => ledger.since(trx as Knex.Transaction, row.documentId, since))
      : [];
    // Breaches stand at the revision that they found: whoever reached it did something, the clock did not.
    const last = events.find(({ revision }) => revision === row.revision);
    return new ConflictError(
      key,
      {
        state: { word: `${definition.name}.state.${row.state}` },
        ...params,
        who: last?.actorName ?? '',
        did: last ? { word: `${definition.name}.action.${last.action}` } : '',
        at: last ? clock.time(last.at as Date) : '',
      },
      {
        state: row.state,
        revision: row.revision,
        since: events
          .map(timelineEntry)
          .map(({ action, actor, at, from, to, revision }) => ({ action, actor, at, from, to, revision })),
      }
    );
  };

  const acting = async (
    trx: Knex.Transaction,
    definition: CaseDefinition,
    row: CaseRow,
    input: Record<string, unknown>,
    call: Call,
    now: Date,
    once: Record<string, string>
  ): Promise<Acting> => {
    const { actor, locale } = call;
    const days = rulebook.reckonsInDays(definition) ? await calendar.of(trx, row.community) : null;
    const made: Acting = {
      case: row,
      before: row,
      input,
      actor,
      now,
      trx,
      met: new Met(),
      rules: await rulebook.of(row.community, trx),
      after: (rule, at = now) => afterTerm(clock, made.rules, days, rule, at),
      rulebook,
      next: (sequence) => numbering.next(trx, sequence, now),
      day: clock.day,
      dayKey: clock.dayKey,
      colleague: (id) => parts.directory().colleague(trx, id, row.community),
      documentId: async (uid, id) => (await made.record(uid, id))?.documentId as string,
      record: async (uid, id) => made.met.get(uid, id) ?? (await rows.first(trx, uid, { id })),
      digest: (secret) => confidential.keyring.hash(secret),
      sayOnce: (name, text) => void (once[name] = text),
      time: clock.time,
      looked: (entries) => confidential.log(trx, entries, now),
      plain: (attribute) => confidential.open(definition.uid, row.documentId, attribute, row[attribute]),
      rows,
      links,
      personal: parts.personal,
      documents: strapi.documents,
      open: (uid, record, attribute) => confidential.open(uid, record.documentId, attribute, record[attribute]),
      // Joins the transaction that is under way: Strapi carries it to whatever runs inside.
      start: async (other, action, entered, by) => {
        const given = JSON.parse(JSON.stringify(entered)) as unknown;
        return (await act(other, { action, input: given, actor: by ? SYSTEM : actor, locale })) as never;
      },
      act: async (other, documentId, action, entered, by) => {
        const given = JSON.parse(JSON.stringify(entered)) as unknown;
        return (await act(other, { action, documentId, input: given, actor: by ? SYSTEM : actor, locale })) as never;
      },
      colleagues: () => parts.directory().colleagues(trx, row.community),
      enqueue: (messages) => parts.outbox.enqueue(trx, messages, now),
      files: call.files ?? [],
      events: () => ledger.story(trx, row.documentId),
      async ref(name, uid, given = input[name]) {
        const documentId = given;
        if (documentId === undefined || documentId === null) return null;
        const found = await rows.first(trx, uid, { documentId });
        const elsewhere = found && 'community' in found && found.community !== made.case.community;
        if (!found || elsewhere) {
          const word = name
            .split('.')
            .filter((part) => !/^\d+$/.test(part))
            .at(-1);
          throw invalid(name, 'error.unknownReference', { field: { word: `field.${word}` } });
        }
        return made.met.note(uid, found);
      },
    };
    return made;
  };

  /** The number that an action gives, or null where it gives none. Taken late: the sequence stays locked until the end. */
  const numberFor = async (
    definition: CaseDefinition,
    name: string,
    context: Acting,
    starts: boolean
  ): Promise<string | null> => {
    const { numbering: by } = definition;
    const { now, trx } = context;
    if ('by' in by) return by.by.includes(name) ? by.number(context, (key) => numbering.next(trx, key, now)) : null;
    if (!starts) return null;
    const stretch = by.period === 'day' ? clock.dayKey(now) : String(clock.year(now));
    const count = await numbering.next(trx, `${definition.name}:${stretch}`, now);
    return `${by.prefix}-${stretch}-${String(count).padStart(4, '0')}`;
  };

  /** Everything after the case is known to allow the action: plan, write, tell. */
  const carryOut = async (
    trx: Knex.Transaction,
    definition: CaseDefinition,
    name: string,
    action: Action,
    context: Acting,
    given: Record<string, unknown>,
    once: Record<string, string>
  ): Promise<Done | null> => {
    const { now, actor } = context;
    const before = context.case;
    const branch = branchesOf(action)[action.by?.(context) ?? ''];
    if (!branch) throw invalid('input', 'error.noBranch');
    const starts = before.id === undefined;
    const to = branch.to === 'same' ? before.state : branch.to;
    const ends = definition.ended.includes(to);
    const owed = starts ? [] : await obligations.owedOn(trx, before.documentId);
    // Effects read the case as the action leaves it: the assignee just entered, the priority just set.
    const changed = { ...before, ...given } as CaseRow;
    const effects = branch.effects ?? [];
    const planning = { ...context, case: changed };
    const each = await ownersOfEach(effects, planning);
    const plan = planObligations(definition, effects, planning, owed, ends, each);

    const owned = {
      state: to,
      revision: before.revision + 1,
      dueAt: plan.nextDue,
      endedAt: ends ? now : null,
      updatedAt: now,
    };
    const after = { ...changed, ...owned } as CaseRow;
    const sealed = confidential.seal(definition.uid, before.documentId, given, before);

    const number = await numberFor(definition, name, context, starts);
    if (number) after.number = number;
    after.title = definition.title(after);
    if (starts) {
      const values = {
        ...sealed,
        ...owned,
        title: after.title,
        number: after.number,
        documentId: before.documentId,
        community: before.community,
      };
      Object.assign(after, sealed, await rows.insert(trx, definition.uid, values, now));
      after.createdAt = now;
    } else {
      const moved = await trx(rows.table(definition.uid).name)
        .where({ id: before.id, state: before.state, revision: before.revision })
        .update(rows.toColumns(definition.uid, { ...sealed, ...owned, title: after.title, number: after.number }));
      if (moved !== 1) return null;
      Object.assign(after, sealed);
    }
    if (definition.publicStates?.some((state) => state === before.state || state === to))
      versions.mark(trx, definition.name);
    await definition.wrote?.({ trx, rows, row: after, given, now });

    const on = onCase(definition, after, context.rules.version);
    const event = await ledger.write(
      trx,
      {
        ...on,
        action: name,
        from: starts ? null : before.state,
        to,
        actor,
        article: action.article,
        input: recordedInput(confidential, definition, context.input),
        changes: starts
          ? {}
          : await changesBetween({ actor, rows, confidential, trx, met: context.met }, definition, before, given),
        revision: after.revision,
      },
      now
    );
    const touched = await obligations.carryOut(trx, plan, on, owed, event.documentId, now);
    for (const { template, to: owner } of action.tells ?? []) {
      const told = owner({ ...context, case: after });
      if (told)
        await tellers.tell(trx, { definition, row: after, event: event.documentId, template, owner: told }, now);
    }
    const done = { ...context, case: after };
    for (const { template, to, params } of action.letters ?? []) {
      const letter = { definition, row: after, event: event.documentId, template };
      const address = to(done);
      if (address) await tellers.write(trx, { ...letter, to: address, params: await params(done) }, now);
    }
    await action.also?.(done);
    return { row: after, event, obligations: touched, met: context.met, once };
  };

  /** What a start left behind that was sent before, as it stands now; what was said once is not said again. */
  const started = async (
    trx: Knex.Transaction,
    definition: CaseDefinition,
    { documentId, same }: { documentId: string; same: boolean }
  ): Promise<Done> => {
    const row = (await rows.first(trx, definition.uid, { documentId })) as CaseRow;
    if (!same) throw invalid('Idempotency-Key', 'error.keyUsed', { number: row.number ?? definition.title(row) });
    const [event] = await ledger.story(trx, documentId);
    const opened = { caseDocumentId: documentId, openedBy: event.documentId };
    return { row, event, obligations: await rows.find(trx, OBLIGATION_UID, opened), met: new Met(), once: {} };
  };

  const start = (
    definition: CaseDefinition,
    name: string,
    action: Action,
    call: Call,
    input: Record<string, unknown>
  ) =>
    inTransaction(async ({ trx }) => {
      const now = clock.now();
      const blank = { ...NEW, documentId: newDocumentId(), community: 0 } as CaseRow;
      if (call.key) {
        const { key, actor } = call;
        const claimed = { key, type: definition.name, action: name, actor, documentId: blank.documentId };
        const before = await parts.startKeys.claim(trx, { ...claimed, input: call.input }, now);
        if (before) return started(trx, definition, before);
      }
      const community = await rows.first(trx, COMMUNITY_UID, { documentId: input.community });
      if (!community || !covers(call.actor, community.id))
        throw invalid('community', 'error.unknownReference', { field: { word: 'field.community' } });
      blank.community = community.id;
      const once: Record<string, string> = {};
      const context = await acting(trx, definition, blank, input, call, now, once);
      context.met.note(COMMUNITY_UID, community);
      const why = action.limit?.(context);
      if (why) throw forbidden(why, { article: action.article });
      const given = (await action.set?.(context)) ?? {};
      return (await carryOut(trx, definition, name, action, context, given, once)) as Done;
    });

  const move = async (
    definition: CaseDefinition,
    name: string,
    action: Action,
    call: Call,
    input: Record<string, unknown>
  ): Promise<Done> => {
    let lost: CaseRow | null = null;
    const done = await inTransaction(async ({ trx }): Promise<Done | null> => {
      const now = clock.now();
      const row = (await rows.lock(trx, definition.uid, call.documentId as string)) as CaseRow | null;
      if (!row || !sees(definition, row, call.actor)) throw notFound();
      const stale = !action.anyRevision && call.revision !== undefined && call.revision !== row.revision;
      if (stale || !action.from.includes(row.state)) {
        lost = row;
        return null;
      }
      const why = action.limit?.({ case: row, actor: call.actor, now });
      if (why) throw forbidden(why, { article: action.article });
      const once: Record<string, string> = {};
      const context = await acting(trx, definition, row, input, call, now, once);
      const given = (await action.set?.(context)) ?? {};
      const done = await carryOut(trx, definition, name, action, context, given, once);
      if (!done) lost = row;
      else if (call.files) {
        const on = { caseType: definition.name, caseDocumentId: row.documentId, action: name };
        await files.record(trx, call.files, on, call.actor, now);
      }
      return done;
    });
    if (done) return done;
    const row = lost as unknown as CaseRow;
    const stale = !action.anyRevision && call.revision !== undefined && call.revision !== row.revision;
    const params = {
      action: { word: `${definition.name}.action.${name}` },
      allowed: stateWords(definition, action.from),
    };
    const since = stale ? (call.revision as number) : row.revision - 1;
    throw await conflict(definition, row, since, stale ? 'error.conflict' : 'error.state', params, call.actor);
  };

  /**
   * Takes an action.
   * @throws ForbiddenError without the right, ValidationError for bad input, NotFoundError for an unknown or
   * other people's case, ConflictError when state or revision moved on
   */
  async function act(definition: CaseDefinition, call: Call): Promise<Done> {
    const action = Object.hasOwn(definition.actions, call.action) ? definition.actions[call.action] : undefined;
    const starts = call.documentId === undefined;
    if (!action || starts !== (action.from.length === 0))
      throw notFound('error.unknownAction', { action: call.action });
    if (!holdsRight(definition, call.action, call.actor))
      throw noRight(`${definition.name}.${call.action}`, action.article);
    const input = parseInput(action.input, call.input ?? {}, call.locale ?? 'zh-Hans') as Record<string, unknown>;
    return starts
      ? start(definition, call.action, action, call, input)
      : move(definition, call.action, action, call, input);
  }

  return {
    act,
    handOver: createHandOver(parts),
  };
};

export type Engine = ReturnType<typeof createEngine>;
