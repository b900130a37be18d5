import { DATA_REQUEST_STATES } from '../../../../contracts';
import type { Actor } from '../../kernel/access/actor';
import type { CaseRow } from '../../kernel/workflow/define';
import { accessMatrix, castOf, type Cast, type Rule } from '../../testing/matrix';
import { bootWorld, type World } from '../../testing/world';
import { TOLD } from './testing/desk';
import { dataRequestWorkflow } from './workflow';

/** The requests of the matrix are for a deletion, approved by the supervisor, but for the one in force. */
const DESIGN: Record<string, Rule> = {
  verify: { from: 'received', who: 'FPS' },
  // A deletion is answered by two.
  answer: { from: 'verified', who: 'PS', but: () => true },
  approve: { from: 'verified', who: 'S' },
  execute: { from: 'approved', who: 'SM', but: (who) => who === 'supervisor' },
  reopen: { from: 'approved', who: 'SM' },
  lift: { from: 'in_force', who: 'SM' },
  refuse: { from: 'received verified approved', who: 'S' },
  withdraw: { from: 'received verified', who: 'FPSR' },
  amend: { from: 'received verified', who: 'FPS' },
};

const closing = { told: '已告知', toldWay: 'phone' };

let world: World;
let cast: Cast;
let requests: Record<string, CaseRow>;

const inputs = (): Record<string, object> => ({
  lodge: {
    community: world.garden.documentId,
    resident: cast.own.resident.residents![0].documentId,
    kind: 'deletion',
    requestWay: 'counter',
    identityCheck: 'id_document',
  },
  verify: { identityCheck: 'callback' },
  answer: TOLD,
  approve: { approvalReason: '已搬离' },
  execute: TOLD,
  reopen: { reason: '再核实' },
  lift: { liftReason: '本人要求', ...closing },
  refuse: { ground: 'legal_retention', ...closing },
  withdraw: {},
  amend: { details: '全部删除', reason: '补充' },
});

const act = async (action: string, actor: Actor, row?: CaseRow | null, more: object = {}) =>
  (
    await world.kernel.engine.act(dataRequestWorkflow, {
      action,
      actor,
      documentId: row?.documentId,
      input: { ...inputs()[action], ...more },
    })
  ).row;

/** A request in every state; nothing of the resident's is deleted, so that all of them stay theirs. */
const walk = async () => {
  const { receptionist, supervisor, manager, specialist } = cast.own;
  const fresh = (more: object = {}) => act('lodge', receptionist, null, more);
  const restricted = async () =>
    act('execute', manager, await act('approve', supervisor, await fresh({ kind: 'restriction' })));
  requests = {
    received: await fresh({ identityCheck: undefined }),
    verified: await fresh(),
    approved: await fresh(),
    in_force: await restricted(),
    done: await act('answer', specialist, await fresh({ kind: 'copy' })),
    refused: await act('refuse', supervisor, await fresh()),
    withdrawn: await act('withdraw', receptionist, await fresh()),
  };
  await world.desk.strapi.documents('plugin::property-desk.resident').update({
    documentId: cast.own.resident.residents![0].documentId,
    data: { movedOutAt: '2025-01-01T00:00:00Z' } as never,
  });
  // All others are open: the last of them is approved past what the records say against it.
  await world.kernel.strapi.db
    .connection('pd_data_requests')
    .where({ id: requests.approved.id })
    .update({ state: 'approved', approver_id: cast.own.supervisor.staff!.id });
  requests.approved = { ...requests.approved, state: 'approved' };
};

beforeAll(async () => {
  world = await bootWorld();
  cast = await castOf(world);
  await walk();
});
afterAll(() => world?.desk.stop());

describe('every cell answers as the design has it', () => {
  accessMatrix(() => ({ world, ...cast }), {
    type: 'data-request',
    design: DESIGN,
    starts: { lodge: 'FPSR' },
    states: DATA_REQUEST_STATES,
    rows: () => requests,
    input: (action) => inputs()[action] ?? {},
  });
});
