import { byBytes } from '../../../kernel/storage/indexes';

const PRESENT = 'where moved_out_at is null';
const FORMER = 'where moved_out_at is not null';

/**
 * What people are looked up by, those who live there apart from those who have left, by community; plates from their
 * end; and the few records that have not got their keys yet.
 */
export const searchIndexes = (client: string): string[] => [
  ...['name', 'initials', 'pinyin'].flatMap((column) =>
    [
      ['present', PRESENT],
      ['former', FORMER],
    ].map(
      ([who, where]) =>
        `create index if not exists pd_residents_${who}_${column} on pd_residents (home_community, ${byBytes(client, column)}) ${where}`
    )
  ),
  `create index if not exists pd_vehicles_plate_end on pd_vehicles (${byBytes(client, 'plate_end')})`,
  'create index if not exists pd_residents_without_keys on pd_residents (home_community, id) where home_community is null',
  'create index if not exists pd_vehicles_without_keys on pd_vehicles (plate_end, id) where plate_end is null',
];
