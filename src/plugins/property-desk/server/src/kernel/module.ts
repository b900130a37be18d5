import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { Kernel } from './kernel';
import type { CaseDefinition } from './workflow/define';
import type { RuleDefinition } from './rulebook/rulebook';
import type { RoleDefinition } from './access/roles';
import type { DeskDefinition } from './desk/define';
import type { Evidence } from './evidence';
import type { History } from './ledger/history';
import type { ConfidentialFields } from './confidential/confidential';
import type { PersonalData } from './personal/declare';

type Schema = Record<string, unknown>;

/** A route as Strapi's plugins write it. */
export interface ModuleRoute {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  handler: string;
  config?: Record<string, unknown>;
  [more: string]: unknown;
}

/** What one room of the business brings: its face towards the kernel and towards Strapi. */
export interface Module {
  name: string;
  contentTypes?: Record<string, { schema: Schema }>;
  cases?: CaseDefinition[];
  /** Records whose changes the ledger tells though they are no cases. */
  histories?: History[];
  /** Content types that stand beside cases and that only actions write, by uid. */
  ledgers?: string[];
  /**
   * Takes away what the system made for records of a content type and nobody has touched since, in the transaction of
   * their deletion: what cases still name after it is kept, and nothing goes.
   */
  goesWith?: Record<string, (kernel: Kernel, trx: Knex.Transaction, ids: number[]) => Promise<void>>;
  rules?: Record<string, RuleDefinition>;
  /** Statements that make indexes which a schema cannot declare; each `if not exists`. `client` is the database's name. */
  indexes?: string[] | ((client: string) => string[]);
  /** Makes what the clock's round does for this room, after the obligations; each kernel has its own. */
  rounds?: () => (kernel: Kernel) => Promise<void>;
  roles?: RoleDefinition[];
  /** What the desk of each role shows, by the role's code. */
  desks?: Record<string, DeskDefinition>;
  /** Attributes kept encrypted, by uid. */
  confidential?: Record<string, ConfidentialFields>;
  /** Where data of residents stand: what a copy of them shows, and what becomes of it when they are deleted by right. */
  personalData?: PersonalData[];
  /** Rights beside the workflow actions, e.g. `confidential.reveal`, with the roles that get them on first start. */
  rights?: Record<string, string[]>;
  /** Lists that are not of cases, by their names in paths, with the right to read each: people keep views of them. */
  lists?: Record<string, string>;
  /** Records that show articles to be carried out. */
  evidence?: Evidence[];
  adminRoutes?: ModuleRoute[];
  contentApiRoutes?: ModuleRoute[];
  /** Handlers of the content API that signed-in residents may call from the first start on, e.g. `residentTicket.find`. */
  frontEnd?: string[];
  /** Handlers that anybody may call, signed in or not. */
  publicly?: string[];
  controllers?: Record<string, (context: { strapi: Core.Strapi }) => Record<string, unknown>>;
  /**
   * Long work that stands outside transactions, taken up again and again by a round of its own; `going` turns false
   * when the process is about to stop. What is claimed in the database keeps processes apart.
   */
  work?: (kernel: Kernel, going: () => boolean) => Promise<void>;
  /**
   * Writes what an installation begins with, once and for all: what people change or delete of it stays so. A room
   * whose table holds something already writes nothing.
   */
  begins?: (kernel: Kernel, trx: Knex.Transaction) => Promise<void>;
  register?: (strapi: Core.Strapi) => void | Promise<void>;
  bootstrap?: (strapi: Core.Strapi) => void | Promise<void>;
}

/** Declares a module; a room's `index.ts` is one call of it. */
export const defineModule = (module: Module): Module => module;
