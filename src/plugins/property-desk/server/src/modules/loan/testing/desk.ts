import type { Colleague, Doc, World } from '../../../testing/world';

export const LOAN = 'plugin::property-desk.loan';
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

let keys = 0;

/** What a test of loans asks of a furnished desk. */
export const loanDesk = (world: World) => {
  const { kernel, garden, staff } = world;
  const later = (milliseconds: number) => new Date(kernel.clock.now().getTime() + milliseconds).toISOString();

  const newKey = (more: Record<string, unknown> = {}): Promise<Doc> =>
    world.create('key', {
      number: `K-${String((keys += 1)).padStart(3, '0')}`,
      name: '地下车库配电房',
      community: garden.documentId,
      place: '前台钥匙柜',
      ...more,
    });
  const call = (who: Colleague, path: string, body: object) =>
    who.client.post(`/property-desk/${path}`).set('Accept-Language', 'zh-Hans').send(body);
  /** Files a contract in the archive and returns its documentId. */
  const newDocument = async (more: Record<string, unknown> = {}, who = staff.receptionist): Promise<string> => {
    const input = {
      community: garden.documentId,
      kind: 'contract',
      title: '电梯维护保养合同',
      date: '2026-11-20',
      party: '迅达电梯有限公司',
      ...more,
    };
    const answer = await call(who, 'documents/actions/file', { input });
    if (answer.status !== 200) throw new Error(`file: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data.documentId;
  };
  const get = async (who: Colleague, path: string) =>
    who.client.get(`/property-desk/${path}`).set('Accept-Language', 'zh-Hans');
  const act = (who: Colleague, documentId: string, action: string, input: object = {}) =>
    call(who, `loans/${documentId}/actions/${action}`, { input });
  /** Takes an action that must succeed. */
  const take = async (who: Colleague, documentId: string, action: string, input: object = {}) => {
    const answer = await act(who, documentId, action, input);
    if (answer.status !== 200) throw new Error(`${action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const words = (item: Doc, more: Record<string, unknown> = {}) => ({
    community: garden.documentId,
    itemType: 'key',
    item: item.documentId,
    purpose: '检修照明',
    until: later(2 * DAY),
    ...more,
  });
  const ask = (who: Colleague, input: object) => call(who, 'loans/actions/request', { input });
  const request = async (item: Doc, more: Record<string, unknown> = {}, who = staff.engineer): Promise<string> => {
    const answer = await ask(who, words(item, more));
    if (answer.status !== 200) throw new Error(`request: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.data.documentId;
  };
  const approved = async (item: Doc, more: Record<string, unknown> = {}, who = staff.engineer) => {
    const documentId = await request(item, more, who);
    await take(staff.supervisor, documentId, 'approve');
    return documentId;
  };

  return {
    later,
    newKey,
    newDocument,
    call,
    get,
    act,
    take,
    words,
    ask,
    request,
    approved,
    async lent(item: Doc, more: Record<string, unknown> = {}, who = staff.engineer) {
      const documentId = await approved(item, more, who);
      await take(staff.receptionist, documentId, 'hand-over');
      return documentId;
    },
  };
};

export type LoanDesk = ReturnType<typeof loanDesk>;
