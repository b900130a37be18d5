import { randomUUID } from 'node:crypto';
import type { Row } from '../../../kernel/storage/rows';
import type { Colleague, Doc, World } from '../../../testing/world';

export const COMPLAINT = 'plugin::property-desk.complaint';
export const OBLIGATION = 'plugin::property-desk.obligation';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** What a test of complaints asks of a furnished desk. */
export const complaintDesk = async (world: World) => {
  const category = await world.create('complaint-category', {
    name: '噪音扰民',
    code: `noise-${randomUUID().slice(0, 6)}`,
    active: true,
  });
  const { kernel, garden, household, staff } = world;
  const { connection } = kernel.strapi.db;
  const later = (milliseconds: number) => new Date(kernel.clock.now().getTime() + milliseconds).toISOString();

  const words = (more: Record<string, unknown> = {}) => ({
    community: garden.documentId,
    household: household.documentId,
    kind: 'complaint',
    content: '楼上每晚十一点后拍球',
    demands: '请制止',
    reporterName: '王小明',
    contactTelephone: '13800005678',
    source: 'phone',
    ...more,
  });
  const call = (who: Colleague, path: string, body: object) =>
    who.client.post(`/property-desk/${path}`).set('Accept-Language', 'zh-Hans').send(body);
  const act = (who: Colleague, documentId: string, action: string, input: object = {}) =>
    call(who, `complaints/${documentId}/actions/${action}`, { input });
  /** Takes an action that must succeed. */
  const take = async (who: Colleague, documentId: string, action: string, input: object = {}) => {
    const answer = await act(who, documentId, action, input);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const lodge = async (more: Record<string, unknown> = {}, who = staff.receptionist): Promise<string> => {
    const answer = await call(who, 'complaints/actions/lodge', { input: words(more) });
    if (answer.status !== 200) throw new Error(`lodge: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data.documentId;
  };
  const judged = (severity: string, more: object = {}) => ({
    severity,
    category: category.documentId,
    reason: '反复发生',
    ...(severity === 'general' ? { handler: staff.specialist.staff.documentId, promisedAt: later(48 * HOUR) } : {}),
    ...more,
  });
  const planned = (more: object = {}) => ({
    plan: '约谈双方',
    handler: staff.specialist.staff.documentId,
    promisedAt: later(24 * HOUR),
    ...more,
  });
  const learnt = (more: object = {}) => ({
    courseOfEvents: '接报后约谈',
    rootCause: '隔音差',
    lessons: '及早约谈',
    ...more,
  });

  return {
    category: category as Doc,
    later,
    words,
    call,
    act,
    take,
    lodge,
    judged,
    planned,
    learnt,

    /** A complaint that is being handled by the specialist. */
    async handled(severity = 'general', more: Record<string, unknown> = {}): Promise<string> {
      const documentId = await lodge(more);
      await take(staff.receptionist, documentId, 'classify', judged(severity));
      if (severity !== 'general') await take(staff.supervisor, documentId, 'intervene', planned());
      return documentId;
    },

    row: async (documentId: string): Promise<Row> =>
      (await kernel.rows.first(connection, COMPLAINT, { documentId })) as Row,
    events: (documentId: string): Promise<Row[]> => kernel.ledger.story(connection, documentId),
    owed: async (documentId: string): Promise<Row[]> =>
      (await kernel.rows.find(connection, OBLIGATION, { caseDocumentId: documentId })).sort((a, b) => a.id - b.id),
    /** What was owed and how it ended, in the order of its opening. */
    async outcomes(documentId: string): Promise<[string, string | null][]> {
      return (await this.owed(documentId)).map(({ what, outcome }) => [what as string, outcome as string | null]);
    },
    messages: (documentId: string): Promise<Row[]> =>
      kernel.rows.find(connection, 'plugin::property-desk.outbox-message', { caseDocumentId: documentId }),
  };
};

export type ComplaintDesk = Awaited<ReturnType<typeof complaintDesk>>;
