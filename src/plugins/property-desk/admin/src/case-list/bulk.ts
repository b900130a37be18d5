import type { AvailableAction, Ref } from '../../../contracts';
import type { CaseListConfig } from './lists';

/** What of a list matters to many of its cases at once. */
export type BulkKind = Pick<CaseListConfig, 'type' | 'plural' | 'prints' | 'single'>;

/** What of a line matters then. */
export interface BulkRow {
  documentId: string;
  number: string | null;
  state: string;
  revision: number;
  community?: Ref | null;
}

/** Cases of one call at most, as the server has it. */
export const BATCH = 100;

/** Corrections say what was wrong with one case: they are never the same for many. */
const ONE_BY_ONE = ['amend'];

/** The actions that are allowed on each of some cases, with the form of the first. */
export const allowedOnAll = ([first = [], ...rest]: AvailableAction[][]): AvailableAction[] =>
  first.filter(
    ({ name, allowed }) =>
      allowed &&
      !ONE_BY_ONE.includes(name) &&
      rest.every((other) => other.some((each) => each.name === name && each.allowed))
  );

/** A list in parts that one call takes. */
export const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, n) => all.slice(n * BATCH, (n + 1) * BATCH));
