import type { Knex } from 'knex';
import type { Kernel } from '../../../kernel/kernel';
import { keepNumbers, unnumberedFiles } from './queries';

const SEQUENCE = 'household-file';
const TOGETHER = 250;

const written = (value: number): string => `DA-${String(value).padStart(5, '0')}`;

/**
 * The next file numbers (档案号), `DA-00001` and on, without a gap across the company: rolled back, they are given again.
 * The sequence stays locked until the transaction ends, so take them late.
 */
export const nextFileNumbers = async (kernel: Kernel, trx: Knex.Transaction, count: number): Promise<string[]> => {
  const { first } = await kernel.numbering.take(trx, SEQUENCE, count, kernel.clock.now());
  return Array.from({ length: count }, (_, index) => written(first + index));
};

/** Gives file numbers to households, in the order in which they are named. */
export const numberFiles = async (kernel: Kernel, trx: Knex.Transaction, ids: number[]): Promise<string[]> => {
  const numbers = await nextFileNumbers(kernel, trx, ids.length);
  for (let from = 0; from < ids.length; from += TOGETHER)
    await keepNumbers(trx, ids.slice(from, from + TOGETHER), numbers.slice(from, from + TOGETHER));
  return numbers;
};

/** Gives their numbers to households that were there before there were any, a batch at a time. */
export const numberUnnumbered = async (kernel: Kernel): Promise<void> => {
  for (let more = true; more;) {
    more = await kernel.strapi.db.transaction(async ({ trx: transaction }) => {
      const trx = transaction as Knex.Transaction;
      // Of processes that start at the same time one numbers, and the others find nothing left.
      await nextFileNumbers(kernel, trx, 0);
      const ids = await unnumberedFiles(trx, TOGETHER);
      if (ids.length > 0) await numberFiles(kernel, trx, ids);
      return ids.length === TOGETHER;
    });
  }
};
