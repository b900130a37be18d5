import type { Blocks } from '../../../../contracts';
import { isBlank } from '../../kernel/blocks/blocks';
import { forbidden, invalid } from '../../kernel/errors';
import type { Acting, CaseDefinition } from '../../kernel/workflow/define';
import { fileDocument, sourceHasMoved } from '../document';
import { BUILDING_UID, COMMUNITY_UID } from '../staff';
import { refuseUnlawful } from './checks';
import { digestOf, link, linkedTo, namedBuildings, namedFiles, picturesOf, withPictures, type Linked } from './content';
import { addPostings, boardsOf, openCorrections, postingAt, recordPosting } from './queries';
import { sendOut } from './send-out';
import { NOTICE_UID, type NoticeRow } from './row';

type Changing = Acting<NoticeRow>;

const DAY = 24 * 60 * 60 * 1000;

const me = ({ actor }: Changing): number | null => actor.staff?.id ?? null;

const linkedNow = async (acting: Changing): Promise<Linked> =>
  (await linkedTo(acting, [acting.case.id])).get(acting.case.id) as Linked;

/** The times of a notice as it is to be. */
const refuseTimes = ({ publishAt, expiresAt }: Pick<NoticeRow, 'publishAt' | 'expiresAt'>, now: Date) => {
  if (publishAt && publishAt <= now) throw invalid('publishAt', 'error.notInFuture');
  if (expiresAt && expiresAt <= (publishAt ?? now)) throw invalid('expiresAt', 'error.expiresTooSoon');
};

/** What was entered of the content, as it is kept. */
const entered = async (acting: Changing) => {
  const { input } = acting;
  const { title, kind, channels, issuer, publishAt, expiresAt, pinned } = input;
  const body = input.body && withPictures(input.body as Blocks, await picturesOf(acting, input.body as Blocks));
  if (body && isBlank(body)) throw invalid('body', 'error.blankBody');
  return { title, kind, body, channels, issuer, publishAt, expiresAt, pinned };
};

/** A new notice; its office signs it unless somebody else is named. */
export const drafted = async (acting: Changing) => {
  const { case: notice, input, now } = acting;
  const content = await entered(acting);
  const { publishAt = null, expiresAt = null } = content;
  refuseTimes({ publishAt, expiresAt }, now);
  await namedBuildings(acting, notice.community, input.buildings ?? []);
  await namedFiles(acting, input.attachments ?? []);
  const office = await acting.record(COMMUNITY_UID, notice.community);
  return {
    ...content,
    issuer: content.issuer ?? office?.companyName ?? '',
    publishAt,
    expiresAt,
    pinned: content.pinned ?? false,
    author: me(acting),
    editor: me(acting),
  };
};

/** Links what was entered to the notice, once it is written. */
export const linked = async (acting: Changing) => {
  const { case: notice, input, trx } = acting;
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);
  await link(acting, trx, notice.id, {
    ...(input.buildings ? { buildings: ids(await namedBuildings(acting, notice.community, input.buildings)) } : {}),
    ...(input.attachments ? { attachments: ids(await namedFiles(acting, input.attachments)) } : {}),
    ...(input.body ? { pictures: ids(await picturesOf(acting, notice.body)) } : {}),
  });
};

export const edited = async (acting: Changing) => {
  const { case: notice, input, now } = acting;
  const { note: _note, ...rest } = input;
  if (Object.values(rest).every((value) => value === undefined)) throw invalid('title', 'error.nothingToAmend');
  const given = Object.fromEntries(Object.entries(await entered(acting)).filter(([, value]) => value !== undefined));
  const times = { ...notice, ...given } as NoticeRow;
  if (input.publishAt !== undefined || input.expiresAt !== undefined) refuseTimes(times, now);
  await namedBuildings(acting, notice.community, input.buildings ?? []);
  await namedFiles(acting, input.attachments ?? []);
  return { ...given, editor: me(acting) };
};

/** A draft that corrects a notice that is out: the same content, the same audience. */
export const corrected = async (acting: Changing) => {
  const { input } = acting;
  const wrong = (await acting.ref('supersedes', NOTICE_UID)) as NoticeRow;
  const author = input.author ? await acting.ref('author', 'plugin::property-desk.staff-member') : null;
  const { title, kind, body, channels, issuer, expiresAt, pinned } = wrong;
  return {
    ...{ title, kind, body, channels, issuer, expiresAt, pinned, publishAt: null },
    supersedes: wrong.id,
    correction: input.reason,
    author: author?.id ?? null,
    editor: author?.id ?? null,
  };
};

/** The correction goes to whom the wrong one went, with what it showed. */
export const linkedAsBefore = async (acting: Changing) => {
  const { case: notice, trx } = acting;
  const before = (await linkedTo(acting, [notice.supersedes as number])).get(notice.supersedes as number) as Linked;
  const ids = (rows: { id: number }[]) => rows.map(({ id }) => id);
  await link(acting, trx, notice.id, {
    buildings: ids(before.buildings),
    attachments: ids(before.attachments),
    pictures: ids(before.pictures),
  });
};

/** Opens the correction of a notice that is out, one at a time. */
export const superseded = async (acting: Changing, workflow: CaseDefinition<NoticeRow>) => {
  const { case: notice, input, actor, trx } = acting;
  if (await openCorrections(trx, notice.id)) throw invalid('reason', 'error.correctionOpen');
  const community = await acting.documentId(COMMUNITY_UID, notice.community);
  const given = { community, supersedes: notice.documentId, author: actor.staff?.documentId, reason: input.reason };
  const { row } = await acting.start(workflow, 'correct', given, 'system');
  acting.sayOnce('notice', row.documentId);
};

/** What any way out asks of a notice: complete, in time, for its own community, and nothing in it that may not go out. */
const refuseUnready = async (acting: Changing, issued: Date | null): Promise<Linked> => {
  const { case: notice, now, rules, trx } = acting;
  const { kind, publishAt, expiresAt, channels } = notice;
  const from = issued ?? publishAt ?? now;
  if (['emergency', 'outage'].includes(kind) && !expiresAt)
    throw invalid('expiresAt', 'error.expiresAtNeeded', { kind: { word: `notice.kind.${kind}` } });
  if (issued) refuseTimes({ publishAt: null, expiresAt }, issued);
  else refuseTimes(notice, now);
  const days = rules.number('notice.disclosureDays');
  if (kind === 'disclosure' && expiresAt && expiresAt.getTime() < from.getTime() + days * DAY)
    throw invalid('expiresAt', 'error.disclosureTooShort', { days });
  if (isBlank(notice.body)) throw invalid('body', 'error.blankBody');
  const all = await linkedNow(acting);
  if (channels.includes('board') && (await boardsOf(trx, notice.community, all.buildings)).length === 0)
    throw invalid('channels', 'error.noBoards');
  await refuseUnlawful(acting, notice, all);
  return all;
};

export const submitted = async (acting: Changing) => {
  await refuseUnready(acting, null);
  return { submittedAt: acting.now };
};

/** Read and found good as it stands: its digest says what exactly. */
export const approved = async (acting: Changing) => {
  const { case: notice, now } = acting;
  const all = await refuseUnready(acting, notice.publishAt && notice.publishAt <= now ? now : null);
  return { approver: me(acting), approvedAt: now, approvedDigest: digestOf(notice, all) };
};

/** Back to be worked on: what was approved is no longer. */
export const reopened = () => ({ approver: null, approvedAt: null, approvedDigest: null, submittedAt: null });

/** What every way to publication writes. */
const issued = async (acting: Changing, all: Linked) => {
  const { case: notice, now, trx } = acting;
  const boards = notice.channels.includes('board') ? await boardsOf(trx, notice.community, all.buildings) : null;
  return {
    issuedAt: now,
    publisher: me(acting),
    postingsTotal: boards?.length ?? null,
    postingsLeft: boards?.length ?? null,
  };
};

/** Published is exactly what was approved. */
export const published = async (acting: Changing) => {
  const { case: notice, now } = acting;
  const all = await refuseUnready(acting, now);
  if (digestOf(notice, all) !== notice.approvedDigest) throw invalid('body', 'error.notAsApproved');
  return { ...(await issued(acting, all)), urgent: false };
};

export const publishedUrgently = async (acting: Changing) => ({
  ...(await issued(acting, await refuseUnready(acting, acting.now))),
  urgent: true,
});

/** What publication sets going in the same transaction: the boards, the messages, and the end of what it corrects. */
export const wentOut = async (acting: Changing, workflow: CaseDefinition<NoticeRow>) => {
  const { case: notice, now, trx } = acting;
  const all = await linkedNow(acting);
  if (notice.channels.includes('board'))
    await addPostings(trx, acting.rows, notice.id, await boardsOf(trx, notice.community, all.buildings), now);
  await sendOut(acting, all);
  if (notice.supersedes) await wrongOneWithdrawn(acting, workflow);
  // Last: its number's sequence stays locked until the end.
  await fileDocument(acting, { type: 'notice', kind: 'notice', title: notice.title });
};

/** The correction is out, so what it corrects is not. */
const wrongOneWithdrawn = async (acting: Changing, workflow: CaseDefinition<NoticeRow>) => {
  const { case: notice, trx } = acting;
  // The row first: whoever withdraws it at the same time goes before us, or after.
  const wrong = (await acting.rows.first(trx, NOTICE_UID, { id: notice.supersedes })) as NoticeRow;
  const locked = (await acting.rows.lock(trx, NOTICE_UID, wrong.documentId)) as NoticeRow;
  if (locked.state === 'published')
    await acting.act(workflow, locked.documentId, 'withdraw', { reason: notice.correction ?? '' }, 'system');
};

/** The number by community and year: `物业客〔2026〕12号`. */
export const numbered = async (
  acting: Changing,
  next: (key: string) => Promise<number>,
  year = Number(acting.dayKey(acting.now).slice(0, 4))
): Promise<string> => {
  const office = await acting.record(COMMUNITY_UID, acting.case.community);
  const count = await next(`notice:${acting.case.community}:${year}`);
  return `${(office?.filePrefix as string | null) || '物业客'}〔${year}〕${count}号`;
};

export const confirmed = (acting: Changing) => ({ confirmer: me(acting), confirmedAt: acting.now });

/** One more building where it hangs. */
export const posted = async (acting: Changing) => {
  const { case: notice, input, now, trx } = acting;
  const building = await acting.ref('building', BUILDING_UID);
  const posting = building && (await postingAt(trx, notice.id, building.id));
  if (!posting) throw invalid('building', 'error.notItsBuilding');
  if (posting.postedAt) throw invalid('building', 'error.alreadyPosted');
  const at = (input.postedAt as Date | undefined) ?? now;
  if (at > now || at < (notice.issuedAt as Date)) throw invalid('postedAt', 'error.postedAt');
  return { postingsLeft: (notice.postingsLeft as number) - 1 };
};

/** The posting's own line, with its photos. */
export const postingWritten = async (acting: Changing) => {
  const { case: notice, input, now, trx, rows, files } = acting;
  const building = await acting.ref('building', BUILDING_UID);
  await recordPosting(trx, rows, notice.id, building?.id as number, {
    postedAt: (input.postedAt as Date | undefined) ?? now,
    by: me(acting),
    photos: files.map(({ documentId }) => documentId),
    updatedAt: now,
  });
};

/** Withdrawn before a disclosure has stood its days only by the manager: what must be taken down can be. */
export const withdrawn = ({ case: notice, input, now, actor, rules }: Changing) => {
  const days = rules.number('notice.disclosureDays');
  const early = notice.kind === 'disclosure' && now.getTime() < (notice.issuedAt as Date).getTime() + days * DAY;
  if (early && actor.kind === 'staff' && actor.role !== 'manager')
    throw forbidden('error.disclosureStands', { days, article: '5' });
  return { withdrawnAt: now, withdrawReason: input.reason };
};

/** Its document says that it was taken back, and why. */
export const takenBack = (acting: Changing) => sourceHasMoved(acting, 'notice', acting.case.withdrawReason);

export const expired = ({ now }: Changing) => ({ expiredAt: now });
