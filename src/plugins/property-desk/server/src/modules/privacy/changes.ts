import type { Knex } from 'knex';
import { say } from '../../../../contracts';
import { invalid } from '../../kernel/errors';
import { maskPlain, type ConfidentialKind } from '../../kernel/confidential/kinds';
import type { Subject } from '../../kernel/personal/personal';
import type { Acting } from '../../kernel/workflow/define';
import { HOUSEHOLD_UID, RESIDENT_UID } from '../household';
import { restrict } from './queries';
import { DATA_REQUEST_UID, type DataRequestRow } from './row';

type Asked = Acting<DataRequestRow>;

/** What can be proposed for a resident's record, by the attribute of the record. */
const PROPOSED: { attribute: string; proposal: string; kind?: ConfidentialKind }[] = [
  { attribute: 'name', proposal: 'proposedName' },
  { attribute: 'telephone', proposal: 'proposedTelephone', kind: 'telephone' },
  { attribute: 'identityNumber', proposal: 'proposedIdentityNumber', kind: 'identityNumber' },
  { attribute: 'mail', proposal: 'proposedMail', kind: 'mail' },
  { attribute: 'relation', proposal: 'proposedRelation' },
];

const proposalsIn = (input: Record<string, unknown>) =>
  Object.fromEntries(
    PROPOSED.map(({ proposal }) => [proposal, input[proposal]] as const).filter(([, value]) => value !== undefined)
  );

const mustPropose = (kind: string, input: Record<string, unknown>) => {
  const given = Object.keys(proposalsIn(input));
  if (kind === 'correction' && given.length === 0) throw invalid('proposedName', 'error.nothingProposed');
  if (kind !== 'correction' && given.length > 0) throw invalid(given[0], 'error.proposedElsewhere');
};

/** A new request: about a resident of the community, by themselves or taken down at the desk. */
export const lodged = async (acting: Asked) => {
  const { input, actor, now, rows, trx } = acting;
  const resident = await rows.first(trx, RESIDENT_UID, { documentId: input.resident });
  const home = resident && (await acting.record(HOUSEHOLD_UID, resident.household as number));
  if (!resident || home?.community !== acting.case.community)
    throw invalid('resident', 'error.unknownReference', { field: { word: 'field.resident' } });
  mustPropose(input.kind, input);
  const own = actor.kind === 'resident';
  if (own && !actor.residents?.some(({ id }) => id === resident.id))
    throw invalid('resident', 'error.unknownReference', { field: { word: 'field.resident' } });
  const identityCheck = own ? 'account' : (input.identityCheck ?? null);
  if (!own && identityCheck === 'account') throw invalid('identityCheck', 'error.identityByAccount');
  return {
    resident: resident.id,
    household: home.id,
    kind: input.kind,
    details: input.details ?? null,
    requestWay: own ? 'account' : input.requestWay,
    identityCheck,
    identityNote: input.identityNote ?? null,
    identifiedAt: identityCheck ? now : null,
    ...proposalsIn(input),
  };
};

/** Whether it is known who asks. */
export const known = ({ input, actor }: Asked) =>
  actor.kind === 'resident' || input.identityCheck ? 'verified' : 'received';

export const verified = ({ input, now }: Asked) => {
  if (input.identityCheck === 'account') throw invalid('identityCheck', 'error.identityByAccount');
  return { identityCheck: input.identityCheck, identityNote: input.identityNote ?? null, identifiedAt: now };
};

export const amended = ({ case: request, input }: Asked) => {
  const proposals = proposalsIn(input);
  if (request.kind !== 'correction' && Object.keys(proposals).length) mustPropose(request.kind, input);
  const given = { ...(input.details === undefined ? {} : { details: input.details }), ...proposals };
  if (Object.keys(given).length === 0) throw invalid('details', 'error.nothingToAmend');
  return given;
};

const told = ({ input, now, actor }: Asked) => ({
  ...(input.outcomeText === undefined ? {} : { outcomeText: input.outcomeText }),
  told: input.told,
  toldWay: input.toldWay,
  answeredAt: now,
  answeredBy: actor.staff?.id ?? null,
});

const initial = (name: unknown) => (typeof name === 'string' && name ? `${[...name][0]}**` : null);

/** An answer; of a correction, what it changes on the resident's record, before and after as the ledger may keep it. */
export const answered = async (acting: Asked) => {
  const { case: request, record, open } = acting;
  if (request.kind !== 'correction') return told(acting);
  const resident = request.resident === null ? null : await record(RESIDENT_UID, request.resident);
  if (!resident) throw invalid('outcomeText', 'error.personGone');
  const corrected: NonNullable<DataRequestRow['corrected']> = {};
  for (const { attribute, proposal, kind } of PROPOSED) {
    const to = kind ? acting.plain(proposal) : (request[proposal] as string | null);
    if (to === null || to === undefined) continue;
    const from = kind ? open(RESIDENT_UID, resident, attribute) : ((resident[attribute] as string | null) ?? null);
    const shown = (value: string | null) =>
      value === null ? null : kind ? maskPlain(kind, value) : attribute === 'name' ? initial(value) : value;
    corrected[attribute] = { from: shown(from), to: shown(to) };
  }
  return { ...told(acting), corrected };
};

/** Writes a granted correction into the resident's record, in the action's transaction. */
export const applyCorrection = async (acting: Asked) => {
  const { before, personal, record } = acting;
  if (before.kind !== 'correction' || before.resident === null) return;
  const resident = await record(RESIDENT_UID, before.resident);
  const values = Object.fromEntries(
    PROPOSED.map(({ attribute, proposal, kind }) => [
      attribute,
      kind ? acting.open(DATA_REQUEST_UID, before, proposal) : before[proposal],
    ]).filter(([, value]) => value !== null && value !== undefined)
  );
  if (resident) await personal.correct(resident.documentId, values);
};

/** The person whom a request is about, with all that is theirs in the community. */
export const subjectOf = async ({ before, personal, trx }: Pick<Asked, 'before' | 'personal' | 'trx'>) =>
  before.resident === null ? null : personal.subjectOf(trx, before.resident);

/** Why their data may not be deleted yet, as far as it can be seen from the records: codes of {@link REFUSAL_GROUNDS}. */
export const groundsAgainst = async (
  { personal, trx }: { personal: Asked['personal']; trx: Knex },
  subject: Subject,
  request: string
): Promise<string[]> => [
  ...(subject.records.some(({ movedOutAt }) => movedOutAt === null) ? ['contract_needed'] : []),
  ...((await personal.openCasesOf(trx, subject, request)).length ? ['open_matter'] : []),
];

const mustBeFree = async (acting: Asked, field: string) => {
  const subject = await subjectOf(acting);
  if (!subject) throw invalid(field, 'error.personGone');
  const grounds = await groundsAgainst(acting, subject, acting.case.documentId);
  if (grounds.length)
    throw invalid(field, 'error.deletionGround', {
      grounds: grounds.map((ground) => ({ word: `data-request.ground.${ground}` })),
    });
  return subject;
};

export const approved = async (acting: Asked) => {
  if (acting.case.kind === 'deletion') await mustBeFree(acting, 'approvalReason');
  const { input, now, actor } = acting;
  return { approver: actor.staff?.id ?? null, approvedAt: now, approvalReason: input.approvalReason };
};

export const reopened = () => ({ approver: null, approvedAt: null, approvalReason: null });

export const executed = async (acting: Asked) => {
  if (acting.case.kind !== 'deletion' && acting.input.removeAccount)
    throw invalid('removeAccount', 'error.accountStays');
  if (acting.case.kind === 'deletion') await mustBeFree(acting, 'outcomeText');
  return told(acting);
};

/** Carries out what was approved: the person's data go, or are kept and no longer used. */
export const carryOut = async (acting: Asked) => {
  const { before, personal, trx, now } = acting;
  const subject = await subjectOf(acting);
  if (!subject) return;
  if (before.kind === 'deletion') {
    await personal.forget(trx, subject, now);
    if (acting.input.removeAccount) await personal.removeAccounts(subject.users);
  } else await restrict(trx, subject.ids, now, now);
};

export const lifted = ({ input, now }: Asked) => ({
  liftedAt: now,
  liftReason: input.liftReason,
  told: input.told,
  toldWay: input.toldWay,
});

export const liftRestriction = async (acting: Asked) => {
  const subject = await subjectOf(acting);
  if (subject) await restrict(acting.trx, subject.ids, null, acting.now);
};

export const refused = (acting: Asked) => ({ ground: acting.input.ground, ...told(acting) });

export const withdrawn = ({ input }: Asked) => ({ withdrawReason: input.reason ?? null });

/** `个人信息请求：删除`: what is asked, and nobody's name. */
export const titleOf = ({ kind }: DataRequestRow): string =>
  say('zh-Hans', 'data-request.title', { kind: { word: `data-request.kind.${kind}` } });
