import type { Knex } from 'knex';
import { ARCHIVE_EXPORT_STATES, ARCHIVE_IMPORT_STATES } from '../../../../contracts';
import type { CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { EXPORT_UID, IMPORT_UID } from './row';

let world: World;
let cast: Cast;
const rows: Record<'imports' | 'exports', Record<string, CaseRow>> = { imports: {}, exports: {} };

/** A case as an action would have left it in that state. */
const standing = async (uid: string, number: string, state: string, values: object): Promise<CaseRow> => {
  const { kernel, garden, desk } = world;
  const now = kernel.clock.now();
  return desk.strapi.db.transaction(async ({ trx }) => {
    const { id } = await kernel.rows.insert(
      trx as Knex.Transaction,
      uid,
      { number, title: '', state, revision: 1, community: garden.id, endedAt: null, ...values },
      now
    );
    return (await kernel.rows.first(trx as Knex.Transaction, uid, { id })) as CaseRow;
  });
};

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  for (const state of ARCHIVE_IMPORT_STATES)
    rows.imports[state] = await standing(IMPORT_UID, `DR-${state}`, state, {
      fileName: 'a.xlsx',
      added: 1,
      changed: 0,
    });
  // Asked for by the supervisor.
  const requestedBy = world.staff.supervisor.staff.id;
  for (const state of ARCHIVE_EXPORT_STATES)
    rows.exports[state] = await standing(EXPORT_UID, `DC-${state}`, state, {
      ...{ reason: '盘点', households: 3, plain: false, requestedBy, requesterName: '主管' },
    });
});
afterAll(() => world?.desk.stop());

const here = () => ({ world, ...cast });
const IMPORTS: Record<string, Rule> = {
  confirm: { from: 'checked', who: 'S M' },
  cancel: { from: 'uploaded checked', who: 'S M' },
};
accessMatrix(here, {
  type: 'archive-import',
  design: IMPORTS,
  starts: { upload: 'S M' },
  states: ARCHIVE_IMPORT_STATES,
  rows: () => rows.imports,
  input: (action) => (action === 'upload' ? { community: world.garden.documentId } : {}),
});

const requester = (who: string) => who === 'supervisor';
const EXPORTS: Record<string, Rule> = {
  approve: { from: 'requested', who: 'S M', but: requester },
  reject: { from: 'requested', who: 'S M', but: requester },
  cancel: { from: 'requested ready', who: 'S M', but: (who) => !requester(who) },
};
accessMatrix(here, {
  type: 'archive-export',
  design: EXPORTS,
  starts: { request: 'S M' },
  states: ARCHIVE_EXPORT_STATES,
  rows: () => rows.exports,
  input: (action) =>
    action === 'request'
      ? { community: world.garden.documentId, reason: '盘点' }
      : action === 'reject'
        ? { reason: '不必要' }
        : {},
});
