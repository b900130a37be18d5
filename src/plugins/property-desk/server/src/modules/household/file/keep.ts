import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { invalid } from '../../../kernel/errors';
import { kernelOf } from '../../../kernel/kernel';
import { HOUSEHOLD_UID } from '../uids';
import { numberFiles, numberUnnumbered } from './numbers';
import { fileNumberWhere } from './queries';
import { keepScans } from './scans';

type Data = Record<string, unknown>;
interface Event {
  params: { data?: Data | Data[]; where?: object };
  result?: (Data & { id?: number; ids?: number[] }) | null;
}

/** Takes out what the file says of itself, and refuses a number that somebody enters. */
const bare = (data: Data): void => {
  delete data.gaps;
  delete data.incompleteSince;
  delete data.requirements;
  if (typeof data.fileNumber === 'string' && data.fileNumber !== '')
    throw invalid('fileNumber', 'error.fileNumberIsGiven');
  delete data.fileNumber;
};

/**
 * Keeps every household's file by whatever road it is written: it gets its number, which stays, and says what it lacks.
 */
export const keepFiles = async (strapi: Core.Strapi): Promise<void> => {
  const kernel = kernelOf(strapi);
  const give = (ids: number[]) => strapi.db.transaction(({ trx }) => numberFiles(kernel, trx as Knex.Transaction, ids));

  strapi.db.lifecycles.subscribe({
    models: [HOUSEHOLD_UID],
    beforeCreate: ({ params }: Event) => bare(params.data as Data),
    beforeCreateMany: ({ params }: Event) => (params.data as Data[]).forEach(bare),
    async beforeUpdate({ params: { data, where } }: Event) {
      const entered = data as Data;
      // Forms send the number along as it stands.
      if (entered.fileNumber && entered.fileNumber === (await fileNumberWhere(strapi, where ?? {})))
        delete entered.fileNumber;
      bare(entered);
    },
    beforeUpdateMany: ({ params }: Event) => bare(params.data as Data),
    async afterCreate({ result }: Event) {
      // Numbered once it is there: a household that is refused takes no number with it.
      const [fileNumber] = await give([Number(result?.id)]);
      Object.assign(result as Data, { fileNumber });
    },
    async afterCreateMany({ result }: Event) {
      await give((result?.ids ?? []).map(Number));
    },
  } as never);

  keepScans(strapi);
  await numberUnnumbered(kernel);
};
