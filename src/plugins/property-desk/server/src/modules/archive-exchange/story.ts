import type { Happening } from '../../kernel/ledger/history';
import type { Row } from '../../kernel/storage/rows';
import { initial } from '../../kernel/workflow/changes';
import type { SheetName } from './book/columns';
import type { Verdict } from './judge';

/** What the story of a household calls a record of a sheet; its own is none. */
const PART: Record<SheetName, string> = {
  households: '',
  residents: '-resident',
  vehicles: '-vehicle',
  keys: '-key',
  parking: '-parking-space',
};

const nameOf = ({ sheet, rec: { values } }: Verdict): string =>
  sheet === 'residents' ? (initial(values.name) ?? '') : String(values.plate ?? values.name ?? values.number ?? '');

/**
 * What an import did to one household, as its story tells it: how many records came with it, and each field that it
 * changed; telephones and identity numbers masked, people by the first sign of their name.
 */
export const toldOf = (record: Row, verdicts: Verdict[], number: string): Happening[] => {
  const added = verdicts.filter(({ stored }) => stored === null).length;
  const changed = verdicts.filter(({ stored }) => stored !== null);
  return [
    ...(added > 0 ? [{ record, action: 'import', input: { import: number, added } }] : []),
    ...changed.map((verdict) => ({
      record,
      action: `change${PART[verdict.sheet]}`,
      input: {
        import: number,
        ...(verdict.sheet === 'households'
          ? {}
          : { record: { documentId: verdict.stored!.documentId, name: nameOf(verdict) } }),
      },
      changes: Object.fromEntries(
        verdict.changes.map(({ field, from, to }) => [
          field,
          field === 'name' && verdict.sheet === 'residents' ? { from: initial(from), to: initial(to) } : { from, to },
        ])
      ),
    })),
  ];
};
