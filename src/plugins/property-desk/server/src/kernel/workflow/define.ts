import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { z } from 'zod';
import type { Actor, Person } from '../access/actor';
import type { Locale, Page, Time } from '../../../../contracts';
import type { Asked } from '../api/respond';
import type { Period } from '../clock/clock';
import type { AccessEntry } from '../confidential/confidential';
import type { CaseFigures } from '../figures/declare';
import type { StoredFile } from '../files/files';
import type { Kernel } from '../kernel';
import type { Listing } from '../list/listing';
import type { SheetColumns } from '../list/sheet';
import type { DocumentSpec } from '../print';
import type { Rulebook, Rules } from '../rulebook/rulebook';
import type { OutgoingMessage } from '../outbox/message';
import type { Personal } from '../personal/personal';
import type { Links } from '../storage/links';
import type { Met, Row, Rows } from '../storage/rows';

/** A case as the kernel keeps it: the fields that the workflow owns in every case type. */
export interface CaseRow extends Row {
  /** None before the action that gives it; people know the case by its title until then. */
  number: string | null;
  state: string;
  revision: number;
  community: number;
  dueAt: Date | null;
  endedAt: Date | null;
}

/** What an action's rules see. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what was entered has passed the action's own schema
export interface Acting<C extends CaseRow = CaseRow, I = Record<string, any>> {
  /** The case before the action; for an action that starts a case, what is known of it so far. */
  case: C;
  /** The case as it was, also to what is done once the action has changed it. */
  before: C;
  input: I;
  actor: Actor;
  now: Date;
  rules: Rules;
  trx: Knex.Transaction;
  /** Records that the action has read. */
  met: Met;
  /**
   * Resolves a documentId that was entered; refuses the field where there is no such record in the community.
   * @param given where the field stands inside a list, its value; `field` is then the path to it
   */
  ref(field: string, uid: string, given?: unknown): Promise<Row | null>;
  /** An active staff member who works in the case's community, or null. */
  colleague(id: number): Promise<Person | null>;
  /** `at` plus the term of a rule: a duration, or working days, where an obligation of the case type is reckoned in them. */
  after(rule: string, at?: Date): Date;
  /** The rulebook itself, for what checks or writes rules. */
  rulebook: Rulebook;
  /** The next value of a gap-free sequence; its row is locked until the transaction ends, so that others wait. */
  next(sequence: string): Promise<number>;
  /** The day `2026-12-01` in the office's zone, up to the first instant of the next; null for what is no day. */
  day(text: string): Period | null;
  /** The day in the office's zone, `20261123`. */
  dayKey(at: Date): string;
  /** The documentId behind a numeric id. */
  documentId(uid: string, id: number): Promise<string>;
  /** A record by its numeric id. */
  record(uid: string, id: number): Promise<Row | null>;
  /** Keyed hash of a secret, under which it can be known again and not read. */
  digest(secret: string): string;
  /** Says something to whoever acts, in the answer to this call; it is kept nowhere. */
  sayOnce(name: string, text: string): void;
  /** A time in a sentence, as people in the office read it. */
  time(at: Date): Time;
  /** Puts looks at confidential records onto the access log, in the action's transaction. */
  looked(entries: AccessEntry[]): Promise<void>;
  /** A confidential field of the case as it was entered. */
  plain(attribute: string): string | null;
  /** The reader of records, for what a room gathers about other records. */
  rows: Rows;
  /** Relations to many and media, which stand in no column. */
  links: Links;
  /** What the rights of a person need of everything that is held about them. */
  personal: Personal;
  /**
   * Strapi's document service, for records beside the cases: what guards them and what follows from a change goes along,
   * in the action's transaction.
   */
  documents: Core.Strapi['documents'];
  /** A confidential field of any record; for comparing with, never for showing. */
  open(uid: string, record: Row, attribute: string): string | null;
  /** Starts another case in the same transaction, by the same actor and under the same rights, or by the system. */
  start<D extends CaseRow>(
    definition: CaseDefinition<D>,
    action: string,
    input: Record<string, unknown>,
    by?: 'system'
  ): Promise<{ row: D }>;
  /** Takes an action on another case in the same transaction, by the same actor and under the same rights, or by the system. */
  act<D extends CaseRow>(
    definition: CaseDefinition<D>,
    documentId: string,
    action: string,
    input: Record<string, unknown>,
    by?: 'system'
  ): Promise<{ row: D }>;
  /** Active staff members who work in the case's community. */
  colleagues(): Promise<Person[]>;
  /** Puts messages into the outbox, in the action's transaction. */
  enqueue(messages: OutgoingMessage[]): Promise<void>;
  /** Files that came with the call, already in the private store. */
  files: StoredFile[];
  /** Events of this case, oldest first. */
  events(): Promise<Row[]>;
}

/** Who owes: a role of the community, or one person by staff id. */
export type Owner = { role: string } | { staff: number };

type When<C extends CaseRow> = (acting: Acting<C>) => boolean;

/** What an action does to the obligations. The keys are static, so that a test can check the table as it stands. */
export type Effect<C extends CaseRow = CaseRow> =
  | {
      kind: 'opens';
      what: string;
      when?: When<C>;
      due?: (acting: Acting<C>) => Date;
      owedBy?: (acting: Acting<C>) => Owner;
      /** One for each of many, asked for before anything is written. Such an obligation has no next level. */
      owedByEach?: (acting: Acting<C>) => Owner[] | Promise<Owner[]>;
      /** Opens nothing where the same is still owed, or has just been renegotiated. */
      unlessOwed?: boolean;
    }
  | {
      kind: 'settles';
      what: string;
      when?: When<C>;
      /** Only what this one owes. */
      of?: (acting: Acting<C>) => Owner;
    }
  | { kind: 'voids'; what: string; when?: When<C> }
  | {
      kind: 'renegotiates';
      what: string;
      due: (acting: Acting<C>) => Date;
      when?: When<C>;
      /** Who owes it from now on, where that changes too. */
      owedBy?: (acting: Acting<C>) => Owner;
      /** Why; the entered `reason` where it is not given. */
      reason?: (acting: Acting<C>) => string;
    }
  | { kind: 'moves'; what: string; owedBy: (acting: Acting<C>) => Owner; when?: When<C> };

/** What one way through an action leads to. */
export interface Branch<C extends CaseRow = CaseRow> {
  /** `same` keeps the state. */
  to: string;
  effects?: Effect<C>[];
}

/** A message to people, told through the outbox after the commit. */
export interface Tell<C extends CaseRow = CaseRow> {
  /** Words `message.<template>.subject` and `.body`. */
  template: string;
  to: (acting: Acting<C>) => Owner | null;
}

/** A mail to somebody outside the office; nothing goes out where there is no address. */
export interface Letter<C extends CaseRow = CaseRow> {
  /** Words `message.<template>.subject` and `.body`. */
  template: string;
  to: (acting: Acting<C>) => string | null;
  /** What fills the blanks of the words, besides the case's number and title. */
  params: (acting: Acting<C>) => Promise<Record<string, unknown>>;
}

/** Default grants of an action: roles for staff, and whether residents, tokens or the clock may take it. */
export interface Who {
  staff?: string[];
  resident?: boolean;
  token?: boolean;
  system?: boolean;
}

/** One row of a workflow's table. */
export interface Action<C extends CaseRow = CaseRow> {
  /** States that allow it; none for an action that starts a case. */
  from: readonly string[];
  article: string;
  who: Who;
  input: z.ZodObject;
  /** One way, or several told apart by `by`. */
  to?: string;
  effects?: Effect<C>[];
  branches?: Record<string, Branch<C>>;
  by?: (acting: Acting<C>) => string;
  /** Whatever others did meanwhile does not touch it: a revision that has moved on is no conflict. */
  anyRevision?: boolean;
  /** A further limit on who may act now; the word of the reason, or null. */
  limit?: (acting: Pick<Acting<C>, 'case' | 'actor' | 'now'>) => string | null;
  /** Fields that the action changes. Refuses with a ValidationError that names the field. */
  set?: (acting: Acting<C>) => Record<string, unknown> | Promise<Record<string, unknown>>;
  tells?: Tell<C>[];
  letters?: Letter<C>[];
  /** What it sets going besides, in the same transaction, once the case and its event are written. */
  also?: (acting: Acting<C>) => Promise<void>;
  /** Values to start the form with. */
  defaults?: (
    acting: Pick<Acting<C>, 'case' | 'actor' | 'now'> & { kernel: Kernel }
  ) => Promise<Record<string, unknown>>;
}

/** What a key of the obligation ledger stands for. */
export interface ObligationTerm {
  article: string;
  /** Rule of its duration; without one the action that opens it gives the time. */
  rule?: string;
  /** Role that owes it unless the action names somebody. */
  role: string;
  /** Nobody can do it for another: handing over leaves it void, unless it is broken already. */
  personal?: boolean;
  /** What follows once it is broken: the next level of the same, and `then` the one above it, or an action that the system takes at once. */
  escalate?: { role: string; rule: string; then?: { role: string; rule: string } } | { action: string };
}

/** A case as a Word file. `discloses` names a confidential field that stands on it in full, for the access log. */
export type Print<C extends CaseRow = CaseRow> = (
  kernel: Kernel,
  row: C,
  actor: Actor
) => Promise<{ name: string; document: DocumentSpec; discloses?: string }>;

/** How cases of a type are numbered: as they start, or by an action on the way. */
export type NumberedBy<C extends CaseRow = CaseRow> =
  | { prefix: string; period: 'day' | 'year' }
  | {
      /** Actions that give the number; until one of them is taken there is none. */
      by: readonly string[];
      /** @param next the next value of a gap-free sequence, by its key */
      number: (acting: Acting<C>, next: (key: string) => Promise<number>) => Promise<string>;
    };

/** An action that the clock takes once an instant has come that stands on the case. */
export interface Schedule {
  action: string;
  from: readonly string[];
  /** Attribute that holds the instant. */
  at: string;
  /** What the system does with a case that refuses the action; it asks for a `reason`, which says why. */
  otherwise?: string;
}

/** What of a document write is an action: which one on which case, with which input. */
export interface Routed {
  /** documentId of the case; none for an action that starts one. */
  documentId?: string;
  action: string;
  input: Record<string, unknown>;
  /** The revision that the input was made out at: where the case has moved on since, nothing is written. */
  revision?: number;
  /**
   * Name under which the action says once the documentId of the record that it wrote (`acting.sayOnce`): that record
   * is the answer. None where the write named the record, or where it is the case that is started.
   */
  answer?: string;
}

/** Turns what somebody wrote through the Content Manager into an action; refuses fields that are not theirs to write. */
export type Route = (
  kernel: Kernel,
  written: { documentId?: string; data: Record<string, unknown> }
) => Promise<Routed>;

/** A list that is narrowed in a way of its own. */
export type OwnList = (kernel: Kernel, actor: Actor, asked: Asked, locale: Locale) => Promise<Page<unknown>>;

/** A case type: its table of actions and the little else that the kernel needs to know. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of definitions holds rows of every kind
export interface CaseDefinition<C extends CaseRow = any> {
  name: string;
  plural: string;
  uid: string;
  /** Number of a case, e.g. `BX-20261123-0001`. */
  numbering: NumberedBy<C>;
  states: readonly string[];
  ended: readonly string[];
  obligations: Record<string, ObligationTerm>;
  actions: Record<string, Action<C>>;
  /** A line that names the case to people. */
  title: (row: C) => string;
  /** Attributes that hold a person's name: events keep the first character only. */
  personal?: string[];
  /** The list that `GET /:cases` answers: as every list is narrowed, or in a way of its own. */
  list: Listing | OwnList;
  /** What of a line of such a list of its own goes into a workbook; none is given out where it is left out. */
  sheet?: SheetColumns;
  /** The case on paper, at `GET /:cases/:documentId/print`, and of many at once. */
  print?: Print<C>;
  /** Whether its files may be Word and Excel files too, where they are papers of the office. */
  officeFiles?: boolean;
  /** Its further papers by name, e.g. `letter` at `GET /:cases/:documentId/print/letter`. */
  papers?: Record<string, Print<C>>;
  /** Attribute that holds the person on the case, for handing over. */
  handler?: string;
  /** Attributes that hold whoever owes in the handler's place; handed over with what they owe. */
  deputies?: string[];
  /** Attributes that its work queue is filtered by, besides the state; each gets an index over what is open. */
  facets?: string[];
  /** How its cases are counted by day; those of a type without it are not. */
  figures?: CaseFigures;
  /** Attribute that says how urgent a case is, and its values that mean: at once. */
  urgency?: { by: string; urgent: readonly string[] };
  /** Attribute of the home whose residents may see the case. */
  home?: string;
  /** Attribute of the resident whom the case is about: of its home, nobody else sees it. */
  person?: string;
  /** States that may last: nothing is owed in them, and yet the case has not ended. */
  rests?: readonly string[];
  /** Roles that read cases without acting on them. */
  readers?: string[];
  /**
   * How much of a case staff of its community see: nothing; its face, which is its own fields without private ones and
   * without its story; or all of it. All where this is left out.
   */
  sight?: (row: C, actor: Actor) => 'none' | 'face' | 'all';
  /** Private attributes that those who see all of a case are shown. */
  inner?: string[];
  /** What the clock does on time. */
  schedules?: readonly Schedule[];
  /** Writes of the Content Manager that are actions in truth, by content type: the case's own, or one that belongs to it. */
  edits?: Record<string, { create?: Route; update?: Route; delete?: Route }>;
  /**
   * States in which the public may see the case. Whenever an action takes a case into one, out of one, or changes it
   * there, the snapshot of this name moves on.
   */
  publicStates?: readonly string[];
  /** Content types whose records are shown with it to the public, by name or address: a change there moves it on too. */
  publicSources?: readonly string[];
  /**
   * Cases that belong to another one and that no relation names, of whatever type that one is; the relations between
   * case types are followed anyway.
   */
  kin?: (kernel: Kernel, other: { type: string; row: CaseRow }) => Promise<Kin[]>;
  /** Keeps what is derived from a case in step with it, in the action's own transaction. */
  wrote?: (written: Written<C>) => Promise<void>;
}

/** A case that belongs to another one, and how: `inquiry.convertedTo`, or with `.back` where it says so of the other. */
export interface Kin {
  how: string;
  /** The case type, by name. */
  type: string;
  row: CaseRow;
}

/** What an action has just written. */
export interface Written<C extends CaseRow = CaseRow> {
  trx: Knex.Transaction;
  rows: Rows;
  /** The case after the action. */
  row: C;
  /** The fields that the action changed. */
  given: Record<string, unknown>;
  now: Date;
}

/** Declares a case type, keeping its row type inside. */
export const defineCase = <C extends CaseRow>(definition: CaseDefinition<C>): CaseDefinition<C> => definition;

/** Every way through an action, by the name of its branch (`''` where there is one only). */
export const branchesOf = <C extends CaseRow>(action: Action<C>): Record<string, Branch<C>> =>
  action.branches ?? { '': { to: action.to ?? 'same', effects: action.effects } };

export const opens = <C extends CaseRow>(
  what: string,
  options: {
    when?: When<C>;
    due?: (acting: Acting<C>) => Date;
    owedBy?: (acting: Acting<C>) => Owner;
    owedByEach?: (acting: Acting<C>) => Owner[] | Promise<Owner[]>;
    unlessOwed?: boolean;
  } = {}
): Effect<C> => ({ kind: 'opens', what, ...options });

export const settles = <C extends CaseRow>(
  what: string,
  when?: When<C>,
  options: { of?: (acting: Acting<C>) => Owner } = {}
): Effect<C> => ({
  kind: 'settles',
  what,
  when,
  ...options,
});

export const voids = <C extends CaseRow>(what: string, when?: When<C>): Effect<C> => ({ kind: 'voids', what, when });

export const renegotiates = <C extends CaseRow>(
  what: string,
  due: (acting: Acting<C>) => Date,
  options: {
    when?: When<C>;
    owedBy?: (acting: Acting<C>) => Owner;
    reason?: (acting: Acting<C>) => string;
  } = {}
): Effect<C> => ({ kind: 'renegotiates', what, due, ...options });

export const moves = <C extends CaseRow>(what: string, owedBy: (acting: Acting<C>) => Owner): Effect<C> => ({
  kind: 'moves',
  what,
  owedBy,
});
